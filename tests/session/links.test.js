/** A link opens the very network that it was copied from, or says why it cannot. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Browser, engine } from "../support/browser-in-node.js";
import { digitHost } from "../support/digit-host.js";
import { idxOf } from "../support/mnist-host.js";

const host = digitHost();
const browser = () => new Browser({ fetch: host.fetch, worker: { files: host.files } });
/** @type {import("../support/browser-in-node.js").Tab[]} */
const tabs = [];
after(() => {
  for (const tab of tabs) tab.close();
});

/** @param {string} [hash] @param {Browser} [visitor] */
async function open(hash = "", visitor = browser()) {
  const tab = await visitor.open(hash);
  tabs.push(tab);
  await tab.until(({ phase, replaying }) => phase === "paused" && !replaying);
  return tab;
}

/** @param {import("../support/browser-in-node.js").Tab} tab */
const hashOf = (tab) => new URL(tab.session.link().href).hash;

/**
 * Opens the link of a tab elsewhere and compares.
 * @param {import("../support/browser-in-node.js").Tab} tab
 */
async function assertExact(tab) {
  const { exact, why } = tab.session.link();
  assert.ok(exact, why);
  const other = await open(hashOf(tab));
  assert.equal(other.state.fingerprint, tab.state.fingerprint);
  assert.deepEqual(other.state.settings, tab.state.settings);
  assert.deepEqual(other.state.provenance, tab.state.provenance);
  assert.deepEqual(other.notices, []);
  await tab.session.step("batch");
  await other.session.step("batch");
  return other;
}

/** @param {import("../support/browser-in-node.js").Tab} tab @param {RegExp} reason */
async function assertInexact(tab, reason) {
  const { exact, why } = tab.session.link();
  assert.equal(exact, false);
  assert.match(why, reason);
  const other = await open(hashOf(tab));
  assert.match(other.notices.join(), /similar to the one that the link was copied from/);
  assert.doesNotMatch(other.notices.join(), /\byours?\b/, "who reads it has not made it");
}

test("a link brings what is hidden, theme and speed only where wanted; a reload both", async () => {
  const tab = await open();
  const { session } = tab;
  const usual = tab.state.settings;
  await session.set("theme", "dark");
  await session.set("speed", "slow");
  await session.set("hide", ["reset"]);
  const words = (/** @type {string} */ href) => new URL(href).hash.match(/(theme|speed|hide)=\w+/g);
  assert.deepEqual(words(session.link().href), ["hide=reset"]);
  assert.deepEqual(words(session.link({ hide: ["step"] }).href), ["hide=step"]);
  assert.deepEqual(words(session.link({ hide: ["step"] }, true).href), [
    ...["theme=dark", "speed=slow", "hide=step"],
  ]);
  assert.deepEqual(words(await session.weightsLink()), ["hide=reset"]);
  const other = await open(hashOf(tab));
  assert.deepEqual([other.state.settings.theme, other.notices], ["auto", []]);
  const { theme, hide, speed, ...network } = other.state.settings;
  assert.deepEqual({ ...network, theme, hide: [], speed: usual.speed }, usual);
  await tab.reload();
  const now = tab.state.settings;
  assert.deepEqual([now.theme, now.speed, now.hide], ["dark", "slow", ["reset"]]);
});

test("an untouched page gives a link to the lesson's network", async () => {
  const tab = await open();
  const { fingerprint } = tab.state;
  await tab.session.set("hide", ["reset"]);
  const other = await assertExact(tab);
  assert.equal(other.state.provenance?.start.kind, "lesson");
  assert.equal(tab.state.provenance?.done.length, 1);
  assert.notEqual(tab.state.fingerprint, fingerprint);
});

for (const start of ["lesson", "pretrained", "best"]) {
  test(`training on from the ${start} network is replayed to the bit`, async () => {
    const tab = await open(`#start=${start}`);
    assert.equal(tab.state.provenance?.start.kind, start);
    for (let i = 0; i < 7; i++) await tab.session.step("batch");
    await assertExact(tab);
    await tab.session.reset();
    await assertExact(tab);
  });
}

test("options that change on the way are replayed at their step", async () => {
  const tab = await open("#start=random&seed=5");
  const { session } = tab;
  await session.step("epoch");
  await tab.until(({ phase, steps }) => phase === "paused" && steps === 60);
  for (const [key, value] of /** @type {[string, any][]} */ ([
    ["rate", 0.3],
    ["batch", 32],
    ["optimizer", "adam"],
    ["rate", 0.002],
    ["decay", 0.01],
    ["schedule", "cosine"],
    ["augment", true],
    ["nothing", 0.25],
    ["epochs", 50],
    ["recipe", "own"],
  ])) {
    await session.set(key, value);
    await session.step("batch");
    await session.step("batch");
  }
  await session.step("example");
  await session.step("example");
  await session.step("batch");
  await assertExact(tab);
});

test("a preset's hidden options are replayed too", async () => {
  const tab = await open("#start=random");
  await tab.session.set("recipe", "modern");
  for (let i = 0; i < 5; i++) await tab.session.step("batch");
  await tab.session.set("rate", 0.01);
  await tab.session.step("batch");
  await assertExact(tab);
});

test("an undone reset followed by training, a pause and a reload are in the link", async () => {
  const tab = await open("#start=random&seed=3");
  const { session } = tab;
  await session.step("batch");
  await session.step("batch");
  await session.reset();
  await session.undo();
  await session.step("batch");
  await tab.reload();
  await tab.session.step("batch");
  assert.equal(tab.state.steps, 4);
  await assertExact(tab);
});

test("weights edited by hand, a taught drawing, own data: the link says why", async () => {
  const tab = await open("#start=random&seed=3");
  await tab.session.step("batch");
  await tab.session.edit({ indices: [0, 12], values: [1, -1], gesture: "a" });
  await assertInexact(tab, /edited by hand/);
  await tab.session.undo();
  await tab.session.teach(new Float32Array(784).fill(0.5), 3);
  await assertInexact(tab, /taught a drawing/);
  await tab.session.undo();
  await tab.session.step("batch");
  await assertInexact(tab, /drawings of yours/);
  await tab.session.reset();
  const own = idxOf(engine.handwriting({ count: 70, seed: 4 }));
  await tab.session.useOwnData({ train: own, test: null, name: "mine", heldOut: 1 / 7 });
  await tab.session.step("batch");
  await assertInexact(tab, /your own data/);
});

test("training that began before all digits were there is not promised", async () => {
  const slow = digitHost({ train: 3000 });
  /** @type {() => void} */ let goOn = () => {};
  const rest = new Promise((resolve) => {
    goOn = () => resolve(null);
  });
  /** Half of the training images, and after a word the rest. @param {any} url */
  const fetchSlowly = async (url) => {
    const whole = await slow.fetch(url);
    if (!String(url).includes("train-images")) return whole;
    const bytes = new Uint8Array(await whole.arrayBuffer());
    const half = Math.ceil(bytes.length * 0.7);
    return new Response(
      new ReadableStream({
        async start(controller) {
          controller.enqueue(bytes.slice(0, half));
          await rest;
          controller.enqueue(bytes.slice(half));
          controller.close();
        },
      }),
    );
  };
  const visitor = new Browser({
    fetch: /** @type {any} */ (fetchSlowly),
    worker: { files: slow.files },
  });
  const tab = await visitor.open("#start=random", { data: false });
  tabs.push(tab);
  const loading = tab.session.loadData();
  await tab.until(({ data }) => data.train >= 1000 && data.testComplete);
  // What the page's own step waits for, the worker does not.
  await tab.session.command("step", "batch");
  goOn();
  await loading;
  await tab.until(({ data }) => data.complete);
  assert.match(tab.session.link().why, /before all digits were loaded/);
});

test("a link with the weights inside opens the very network, and a cut one says so", async () => {
  const tab = await open("#start=random&seed=9");
  await tab.session.step("batch");
  await tab.session.edit({ indices: [5], values: [0.25], gesture: "b" });
  const { hash } = new URL(await tab.session.weightsLink());
  const other = await open(hash);
  assert.equal(other.state.fingerprint, tab.state.fingerprint);
  assert.deepEqual(other.notices, []);
  const cut = await open(hash.slice(0, hash.length / 2));
  assert.match(cut.notices.join(), /damaged/);
  assert.equal(cut.state.provenance?.start.kind, "random");
});

test("a model file's network is promised by a link with its weights, not a plain one", async () => {
  const tab = await open("#start=random");
  const bytes = engine.network({ seed: 77 }).save();
  await tab.session.loadFile(bytes, "mine.safetensors");
  await assertInexact(tab, /began from a file/);
  const other = await open(new URL(await tab.session.weightsLink()).hash);
  assert.equal(other.state.fingerprint, tab.state.fingerprint);
});

/** @param {import("../support/browser-in-node.js").Tab} tab */
const linkNotice = (tab) => tab.state.notices.find(({ key }) => key === "link");

test("a link that cannot be read in part names the part and what is opened instead", async () => {
  for (const [hash, named] of [
    ["start=zebra", "start=zebra"],
    ["start=random&rate=1e999", "rate=1e999"],
    ["start=random&layers=0", "layers=0"],
    ["seed=x", "seed=x"],
    ["seed=1&print=d72", "print=d72"],
    ["seed=1&steps=5&data=mnits", "data=mnits"],
  ]) {
    const tab = await open(`#${hash}`);
    const notice = linkNotice(tab) ?? assert.fail(hash);
    assert.match(notice.text, /^Part of this link could not be read/);
    assert.ok(notice.text.includes(`“${named}”`), notice.text);
    assert.match(notice.text, /Opened instead: Random network, seed 1(, trained for 5 steps)?\.$/);
    await notice.act?.();
    await tab.until(({ provenance }) => provenance?.start.kind === "lesson");
  }
  for (const [hash, words] of /** @type {[string, string[]][]} */ ([
    ["", []],
    ["start=lesson", []],
    ["noise&start=random&utm_source=mail&fbclid=x", []],
    ["start=random&theme=zebra&tomorrow=1", ["“theme=zebra”, “tomorrow=1”"]],
    ["nois", ["“nois”"]],
    ["hide=reset.stpe", ["“hide=reset.stpe”"]],
    ["start=random&seed=1, and then press Train", ["“and then press Train”"]],
  ])) {
    const tab = await open(`#${hash}`);
    const said = words.map(
      (parts) => `Part of this link was not understood and is left out: ${parts}.`,
    );
    assert.deepEqual(tab.notices, said, hash);
  }
});

test("a link with a sentence around it makes the very network", async () => {
  const tab = await open("#start=random&seed=5");
  for (let i = 0; i < 3; i++) await tab.session.step("batch");
  const hash = hashOf(tab);
  assert.match(hash, /^#check=[0-9a-z]{7}&start=random&seed=5&steps=3&/);
  for (const passed of [`${hash}.`, `${hash}%29%2C%20and%20press%20Train`, hash.toUpperCase()]) {
    const other = await open(passed);
    assert.equal(other.state.fingerprint, tab.state.fingerprint);
    assert.deepEqual(other.notices, []);
  }
});

test("a link that was changed on its way says so, until another network is there", async () => {
  const tab = await open("#start=random&seed=5");
  for (let i = 0; i < 3; i++) await tab.session.step("batch");
  const hash = hashOf(tab);
  const other = await open(hash.replace("steps=3", "steps=2"));
  assert.deepEqual(other.notices, [
    "This link was changed on its way, so it does not make the network it was copied from. " +
      "Opened instead: Random network, seed 5, trained for 2 steps.",
  ]);
  const strange = await open(hash.replace("steps=3", "stesp=3"));
  assert.match(strange.notices.join(), /changed on its way \(not understood: “stesp=3”\), so/);
  assert.match(strange.notices.join(), /Opened instead: Random network, seed 5\.$/);
  // Its fingerprint tells that this is the network all the same.
  const same = await open(hash.replace(/check=./, "check=z"));
  await same.until(({ notices }) => /fingerprints are equal/.test(notices[0]?.text));
  assert.equal(same.state.fingerprint, tab.state.fingerprint);

  other.killEngine();
  await other.until(({ notices }) => notices.some(({ key }) => key === "restart"));
  await other.until(({ phase, status }) => status === "ready" && phase === "paused");
  assert.ok(linkNotice(other), "its network is the same after a restart of the engine");
  await other.session.reset();
  await other.until(({ notices }) => !notices.some(({ key }) => key === "link"));
});

test("a link that needs other digits than there are says: not the same network", async () => {
  const tab = await open("#start=random&seed=2&steps=3");
  const elsewhere = new Browser({
    fetch: digitHost({ seed: 90 }).fetch,
    worker: { files: digitHost({ seed: 90 }).files },
  });
  const other = await open(hashOf(tab), elsewhere);
  await other.until(({ notices }) => notices.length > 0);
  assert.match(other.notices.join(), /not the network that the link was copied from/);
});

test("links of old times are read as before", async () => {
  const random = await open("#seed=4&rate=2&steps=10");
  assert.deepEqual(random.state.provenance?.start, { kind: "random", seed: 4 });
  assert.equal(random.state.steps, 10);
});

test("an old link, whose lesson's network was another, says it cannot make the same", async () => {
  const tab = await open("#start=lesson&steps=3&data=mnist&print=d72da0eb");
  assert.equal(tab.state.provenance?.start.kind, "lesson");
  await tab.until(({ notices }) => notices.length > 0);
  assert.match(tab.notices.join(), /not the network that the link was copied from/);
});

test("a network of layers that no control offers is in its link after a reset", async () => {
  for (const layers of [
    [784, 10],
    [784, 2000, 10],
    [784, 5, 5, 5, 5, 5, 10],
  ]) {
    const tab = await open("");
    const net = engine.network({ layers, seed: 5 });
    await tab.session.loadFile(net.save(), "mine.safetensors");
    await tab.session.reset();
    const { fingerprint } = tab.state;
    const { href, exact } = tab.session.link();
    assert.ok(exact);
    const other = await open(new URL(href).hash);
    assert.equal(other.state.fingerprint, fingerprint, String(layers));
    assert.deepEqual(other.notices, []);
    net.free();
  }
});

test("a training that collapsed and went on is replayed through the collapse", async () => {
  const tab = await open("#start=random&rate=30&epochs=100");
  await tab.session.run();
  await tab.until(({ phase }) => phase === "diverged");
  await tab.session.setAll({ optimizer: "adam", rate: 0.01 }, "optimiser");
  for (let i = 0; i < 20; i++) await tab.session.step("batch");
  const { fingerprint } = tab.state;
  const { href, exact } = tab.session.link();
  assert.ok(exact);
  const other = await open(new URL(href).hash);
  await other.until(({ replaying, phase }) => !replaying && phase === "paused");
  assert.equal(other.state.fingerprint, fingerprint);
});
