/** The labs Noise, Fool it and Teach it: what their user does, and the numbers held against the engine with the seed shown. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";
import { teaching } from "../../wasm/recipes.js";
import { fraction, percent } from "../../web/common/numbers.js";
import { inBrowsers } from "../support/browser.js";
import {
  byId,
  DIGITS,
  draw,
  modelOf,
  openLab,
  press,
  stateOf,
  textOf,
  until,
  untilComplete,
  untilPainted,
  untilWords,
} from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

const engine = await loadEngine();
const digits = engine.handwriting({ count: 20000, seed: 1 });
const unseen = engine.handwriting({ count: 4000, seed: 2 });
const TRAINED = "#start=random&seed=3&rate=2&steps=800&epochs=1000";

/**
 * A lab with a network trained a little, and the same network here.
 * @param {(view?: import("../support/browser.js").View) => Promise<import("../support/browser.js").Opened>} open @param {string} lab
 */
async function opened(open, lab) {
  const { page, errors } = await open({ path: TRAINED });
  await untilComplete(page);
  await until(page, "phase", "paused");
  await until(page, "evaluation.exact", true);
  await openLab(page, lab);
  return { page, errors, net: engine.load(await modelOf(page)) };
}

/** Waits until these very words are shown. @param {Page} page @param {string} selector @param {string} words */
const untilSaid = (page, selector, words) =>
  untilWords(page, selector, new RegExp(`^${words.replace(/[.()]/g, "\\$&")}$`));

/** Sets a field as its user does. @param {Page} page @param {string} selector @param {string | number} value @param {"input" | "change"} event */
async function set(page, selector, value, event) {
  await page.$eval(
    selector,
    (field, value, event) => {
      /** @type {HTMLInputElement} */ (field).value = value;
      field.dispatchEvent(new Event(event, { bubbles: true }));
    },
    String(value),
    event,
  );
}

inBrowsers("The Noise lab", ({ open }) => {
  test("ten thousand images of a kind are answered as the engine says, also after a step and from another seed", async () => {
    const { page, errors, net } = await opened(open, "noise");
    const seen = () =>
      page.$eval(byId("noise-above"), (share) =>
        share.checkVisibility({ visibilityProperty: true }),
      );
    const above = (/** @type {any} */ question) => {
      const { confidences } = net.census({ count: 10000, ...question });
      return percent(confidences.filter((c) => c > 0.9).length / 10000);
    };
    const ofStatic = above({ kind: "uniform", seed: 1 });
    await untilSaid(page, byId("noise-above"), ofStatic);
    assert.equal(await seen(), false, "the answer is not to be seen before there is a guess");
    await press(page, "#noise .predict ::-p-text(Most)");
    assert.equal(await seen(), true);
    await untilWords(
      page,
      "#noise .predict",
      new RegExp(`${ofStatic} of 10,000 images of static: .*ou said`),
    );
    await press(page, '[data-kind="shuffled"]');
    await untilWords(page, "#noise .predict", /images of shuffled digits. How many/);
    assert.equal(await page.$("#noise .predict [aria-pressed=true]"), null);
    await untilSaid(
      page,
      byId("noise-above"),
      above({ kind: "shuffled", seed: 1, images: unseen }),
    );
    await press(page, '[data-kind="blocks"]');
    await untilSaid(page, byId("noise-above"), above({ kind: "blocks", seed: 1 }));
    await press(page, byId("noise-more"));
    await untilSaid(page, byId("noise-above"), above({ kind: "blocks", seed: 2 }));
    await press(page, byId("static-run"));
    const before = net.fingerprint;
    await page.click(byId("step"));
    await until(page, "steps", 801);
    net.setParameters(engine.load(await modelOf(page)).parameters);
    assert.notEqual(net.fingerprint, before);
    await untilSaid(page, byId("noise-above"), above({ kind: "blocks", seed: 2 }));
    const from = Number(await textOf(page, "static-index"));
    const image = engine.noise({ kind: "blocks", seed: 2, from });
    const confidence = Math.max(...net.predict(image));
    await page.waitForFunction(
      (sure) => /** @type {any} */ (document.querySelector("dh-static")).seen.confidence === sure,
      { polling: 40 },
      confidence,
    );
    await page.click(byId("train"));
    await untilWords(page, byId("noise-counted"), /2,000 images of blocks, seed 2, at epoch \d/);
    await page.click(byId("train"));
    await until(page, "phase", "paused");
    net.setParameters(engine.load(await modelOf(page)).parameters);
    await untilWords(page, byId("noise-counted"), /10,000 images/);
    await untilSaid(page, byId("noise-above"), above({ kind: "blocks", seed: 2 }));
    assert.deepEqual(errors, []);
    await page.close();
  });

  test("the surest image for each answer is the engine’s, and goes on the canvas, the input and through the network", async () => {
    const { page, errors, net } = await opened(open, "noise");
    const { answers, confidences } = net.census({ kind: "uniform", seed: 1, count: 10000 });
    const order = [...confidences.keys()].sort((a, b) => confidences[b] - confidences[a]);
    const surest = Array.from({ length: 10 }, (_, answer) =>
      order.find((i) => answers[i] === answer),
    );
    const wanted = surest.filter((index) => index !== undefined);
    await page.waitForSelector("#noise button.find");
    const titles = await page.$$eval("#noise button.find", (finds) =>
      finds.map((find) => find.getAttribute("title")),
    );
    assert.deepEqual(
      titles,
      wanted.map((index) => `Image ${index}`),
    );
    for (const index of wanted.slice(0, 2)) {
      await press(page, `#noise [title="Image ${index}"]`);
      await until(page, "reading.confidence", confidences[index]);
      const pixels = engine.noise({ kind: "uniform", seed: 1, from: index });
      assert.equal(Math.max(...net.predict(pixels)), confidences[index]);
      await untilPainted(page);
    }
    await press(page, byId("noise-travel"));
    await page.waitForFunction(() => scrollY < 200, { polling: 40 });
    assert.equal(await stateOf(page, "shown.kind"), "noise");
    await untilWords(page, ".notice", /Back to the gallery/);
    await page.click(".notice .primary");
    await page.waitForFunction(
      () => {
        const place = document.getElementById("noise-gallery")?.getBoundingClientRect();
        return place && place.top > 0 && place.bottom < innerHeight;
      },
      { polling: 40 },
    );
    assert.deepEqual(errors, []);
    await page.close();
  });

  test("every kind stands in the table with the shares that the engine counts", async () => {
    const { page, errors, net } = await opened(open, "noise");
    await page.$eval("dh-kinds-table", (table) => table.scrollIntoView({ behavior: "instant" }));
    for (const kind of /** @type {const} */ (["smooth", "scribble", "shuffled"])) {
      const images = kind === "shuffled" ? { images: unseen } : {};
      const { confidences } = net.census({ kind, seed: 1, count: 2000, ...images });
      for (const [i, limit] of [0.5, 0.9, 0.99].entries()) {
        const share = confidences.filter((c) => c > limit).length / 2000;
        const cell = `[data-row="${kind}"] td:nth-of-type(${2 + i}) .number`;
        await untilSaid(page, cell, percent(share));
      }
    }
    assert.deepEqual(errors, []);
    await page.close();
  });
});

inBrowsers("The lab Fool it", ({ open }) => {
  test("a drawing is attacked as the engine attacks it, at the ε, by the method and to the target chosen", async () => {
    const { page, errors, net } = await opened(open, "fool");
    await draw(page, DIGITS[7]);
    const pixels = engine.ink(await stateOf(page, "shown.strokes"));
    const outputs = net.predict(pixels);
    const label = outputs.indexOf(Math.max(...outputs));
    const target = (label + 3) % 10;
    await openLab(page, "fool");
    /** @param {any} options */
    const asEngine = async (options) => {
      for (const [name, how] of /** @type {const} */ ([
        ["attacked", options],
        ["random", { ...options, method: "random", target: undefined }],
      ])) {
        const outputs = net.predict(net.attack(pixels, { label, seed: 1, ...how }));
        const answer = outputs.indexOf(Math.max(...outputs));
        await untilSaid(page, `[data-testid="fool-${name}"] output`, String(answer));
        await untilSaid(page, `[data-testid="fool-${name}"] .title`, percent(outputs[answer], 0));
      }
    };
    await asEngine({ method: "pgd", epsilon: 0.1 });
    const fools = (/** @type {number} */ epsilon) => {
      const read = net.predict(net.attack(pixels, { method: "pgd", epsilon, label, seed: 1 }));
      return read.indexOf(Math.max(...read)) !== label;
    };
    const least = Array.from({ length: 30 }, (_, i) => (i + 1) / 100).find(fools);
    await untilSaid(page, byId("fool-least"), least?.toFixed(2) ?? "none up to 0.30");
    assert.ok(await page.$(`[data-testid="fool-target"] option[value="${label}"]:disabled`));
    await set(page, "#fool input[type=range]", 0.17, "input");
    await untilSaid(page, byId("fool-epsilon"), "0.17");
    await asEngine({ method: "pgd", epsilon: 0.17 });
    await set(page, byId("fool-target"), target, "change");
    await asEngine({ method: "pgd", epsilon: 0.17, target });
    const aimed = net.predict(
      net.attack(pixels, { method: "pgd", epsilon: 0.17, target, seed: 1 }),
    );
    const reached = aimed.indexOf(Math.max(...aimed)) === target;
    const verdict = reached
      ? `A ${target}, as was`
      : `Not yet a ${target}: ${percent(aimed[target], 0)}`;
    await untilWords(page, '[data-testid="fool-attacked"] .said', new RegExp(verdict));
    await set(page, byId("fool-method"), "fgsm", "change");
    await asEngine({ method: "fgsm", epsilon: 0.17, target });
    assert.deepEqual(errors, []);
    await page.close();
  });

  test("noise has no right answer to get wrong, and what the attack made of it goes on the input and back", async () => {
    const { page, errors, net } = await opened(open, "fool");
    await page.evaluate(() => {
      const { session } = /** @type {any} */ (document.querySelector("dh-stage"));
      return session.noise("uniform", 7);
    });
    const pixels = engine.noise({ kind: "uniform", seed: 7 });
    const outputs = net.predict(pixels);
    const label = outputs.indexOf(Math.max(...outputs));
    const attacked = net.predict(
      net.attack(pixels, { method: "pgd", epsilon: 0.1, label, seed: 1 }),
    );
    const answer = attacked.indexOf(Math.max(...attacked));
    await untilSaid(page, '[data-testid="fool-attacked"] output', String(answer));
    await untilWords(page, "#fool .fool-main", /no right answer|Not sure of any/);
    assert.equal(await page.$("#fool .wrong"), null);
    assert.doesNotMatch(await page.$eval("#fool", (lab) => lab.textContent ?? ""), /it is a \d/);
    await press(page, byId("fool-put"));
    await until(page, "reading.confidence", attacked[answer]);
    await page.click(".notice ::-p-text(Undo)");
    await until(page, "reading.confidence", outputs[label]);
    assert.deepEqual(errors, []);
    await page.close();
  });

  test("how much may change, and what the attack and chance make of it, are on one screen, also on a phone’s", async () => {
    const { page, errors } = await opened(open, "fool");
    await press(page, byId("fool-digit"));
    await page.waitForSelector(byId("fool-attacked"));
    for (const [width, height] of [
      [1440, 900],
      [390, 844],
    ]) {
      await page.setViewport({ width, height });
      await page.waitForFunction((width) => innerWidth === width, { polling: 40 }, width);
      const tall = await page.evaluate(() => {
        const boxes = ["#fool .slider", ".attacked .bars", ".random .bars"].map((selector) =>
          /** @type {Element} */ (document.querySelector(selector)).getBoundingClientRect(),
        );
        const bar = /** @type {HTMLElement} */ (document.querySelector("dh-bar")).offsetHeight;
        const bottom = Math.max(...boxes.map((box) => box.bottom));
        return bottom - Math.min(...boxes.map((box) => box.top)) + bar;
      });
      assert.ok(tall < height, `${tall} high at ${width}×${height}`);
    }
    assert.deepEqual(errors, []);
    await page.close();
  });

  test("the curve ends at the accuracy that the engine leaves under attack and under random change", async () => {
    const { page, errors, net } = await opened(open, "fool");
    await page.$eval("dh-fool-curve", (curve) => curve.scrollIntoView({ behavior: "instant" }));
    for (const [id, method] of /** @type {const} */ ([
      ["fool-attacked", "pgd"],
      ["fool-random", "random"],
    ])) {
      const options = { method, epsilon: 0.1, seed: 1, from: 0, count: 500 };
      const { accuracy } = net.robustness(unseen, options);
      await untilSaid(page, byId(id), percent(accuracy));
    }
    await untilWords(page, byId("fool-counted"), /^500 unseen digits/);
    await set(page, "#fool input[type=range]", 0.24, "input");
    await set(page, byId("fool-method"), "fgsm", "change");
    await untilWords(page, "dh-fool-curve", /At ε = 0.25 one step of attack leaves/);
    const { accuracy } = net.robustness(unseen, { method: "fgsm", epsilon: 0.25, count: 500 });
    await untilSaid(page, byId("fool-attacked"), percent(accuracy));
    assert.deepEqual(errors, []);
    await page.close();
  });

  test("it dreams of ten digits as the engine does, of others from another seed, and one goes on the input", async () => {
    const { page, errors, net } = await opened(open, "fool");
    await page.$eval("dh-dreams", (dreams) => dreams.scrollIntoView({ behavior: "instant" }));
    const dream = (/** @type {number} */ seed) => net.dream(4, { steps: 200, seed });
    const said = (/** @type {number} */ seed) =>
      `Dream of 4 ${fraction(net.predict(dream(seed))[4])}`;
    await untilWords(page, '[data-dream="4"]', new RegExp(said(1)));
    await press(page, byId("dream-again"));
    await untilWords(page, "dh-dreams", /seed 2/);
    await untilWords(page, '[data-dream="4"]', new RegExp(said(2)));
    await press(page, '[data-dream="4"]');
    await until(page, "reading.confidence", Math.max(...net.predict(dream(2))));
    assert.deepEqual(errors, []);
    await page.close();
  });
});

/** The share of a kind's first thousand images that get an answer above one half. @param {ReturnType<typeof engine.network>} net @param {any} kind */
function aboveHalf(net, kind) {
  const images = kind === "shuffled" ? { images: unseen } : {};
  const { confidences } = net.census({ kind, seed: 1, count: 1000, ...images });
  return percent(confidences.filter((c) => c > 0.5).length / 1000);
}

inBrowsers("The lab Teach it", ({ open }) => {
  test("a copy is taught that noise is nothing, says so to kinds it never met, and takes the network’s place to stay", async () => {
    const { page, errors, net } = await opened(open, "teach");
    await untilSaid(page, byId("teach-before"), percent(net.evaluate(unseen).accuracy));
    await untilWords(page, '[data-card="blocks"]', new RegExp(`${aboveHalf(net, "blocks")} → –`));
    const epochs = 5;
    await set(page, byId("teach-epochs"), epochs, "change");
    await press(page, byId("teach"));
    await page.waitForSelector(byId("teach-keep"));
    const untaught = await stateOf(page, "fingerprint");
    assert.equal(untaught, net.fingerprint, "the network on the page is not to be taught");

    const before = engine.load(net.save());
    const totalSteps = (epochs * digits.count) / 10;
    const how = { optimizer: "sgd", batchSize: 10, learningRate: 1, schedule: "cosine" };
    const trainer = net.trainer(
      digits,
      /** @type {any} */ ({ ...how, ...teaching, totalSteps, seed: 1 }),
    );
    trainer.train(totalSteps);
    trainer.free();
    const accuracy = percent(net.evaluate(unseen).accuracy);
    await untilSaid(page, byId("teach-after"), accuracy);
    for (const kind of ["blocks", "smooth", "uniform", "scribble", "shuffled"])
      await untilSaid(page, byId(`after-${kind}`), aboveHalf(net, kind));
    assert.ok(Number.parseFloat(await textOf(page, "after-blocks")) <= 0.5);

    await press(page, byId("scene-run"));
    await untilSaid(page, byId("scene-run"), "Let it run");
    await set(page, byId("scene-source"), "blocks", "change");
    const blocks = engine.noise({ kind: "blocks", seed: 1 });
    assert.ok(Math.max(...net.predict(blocks)) < 0.5);
    await untilReadAs(page, { before, after: net }, blocks);
    await draw(page, DIGITS[7]);
    await openLab(page, "teach");
    await set(page, byId("scene-source"), "input", "change");
    const drawing = engine.ink(await stateOf(page, "shown.strokes"));
    await untilReadAs(page, { before, after: net }, drawing);

    const cards = () => page.$eval("#teach .cards", (cards) => cards.textContent);
    const counted = await cards();
    await press(page, byId("teach-keep"));
    await until(page, "fingerprint", net.fingerprint);
    await untilSaid(page, byId("teach-kept"), "It is on the page now.");
    await until(page, "evaluation.exact", true);
    const still = await page.evaluate(
      (pixels) => {
        const { session } = /** @type {any} */ (document.querySelector("dh-stage"));
        return session.ask("teachRead", "noise", {
          pixels: Float32Array.from(pixels),
          label: null,
        });
      },
      [...blocks],
    );
    assert.equal(still.before.confidence, Math.max(...before.predict(blocks)));
    assert.equal(await cards(), counted, "before and after are of the networks they were of");
    assert.equal(await textOf(page, "teach-after"), accuracy);
    await untilWords(page, "dh-origin", /The network that you taught/);
    assert.match((await linkOf(page)).why, /taught/);

    await page.click(".notice ::-p-text(Undo)");
    await until(page, "fingerprint", untaught);
    assert.equal((await linkOf(page)).why, "");
    await press(page, `button${byId("teach-keep")}`);
    await until(page, "fingerprint", net.fingerprint);
    await page.waitForSelector(".notice ::-p-text(Undo)");
    await page.reload();
    await until(page, "fingerprint", net.fingerprint);
    await untilWords(page, "dh-origin", /The network that you taught/);
    assert.notEqual((await linkOf(page)).why, "");
    assert.deepEqual(errors, []);
    await page.close();
  });

  test("a copy that is attacked while it learns stands attacks better, by the engine’s count", async () => {
    const { page, errors, net } = await opened(open, "teach");
    const click = (/** @type {string} */ selector) =>
      page.$eval(selector, (button) => /** @type {HTMLElement} */ (button).click());
    await click('[data-task="harden"]');
    const left = (/** @type {ReturnType<typeof engine.network>} */ net) =>
      net.robustness(unseen, { method: "pgd", epsilon: 0.1, seed: 1, count: 200 }).accuracy;
    const before = percent(left(net));
    await untilSaid(page, byId("curve-before"), before);
    await click(byId("teach"));
    await untilWords(page, byId("teach-epoch"), /^epoch (0\.[2-9]|[1-9])/);
    await click(byId("teach"));
    await untilSaid(page, byId("teach"), "Go on");
    const hard = engine.load(net.save());
    hard.setParameters(await copyOf(page, "harden"));
    const after = percent(left(hard));
    await untilSaid(page, byId("curve-after"), after);
    assert.ok(left(hard) > left(net), `${after} after, ${before} before`);

    const { parts, last, stopped } = await page.evaluate(askInParts);
    assert.ok(parts.length > 1 && parts.every((count, i) => count > (parts[i - 1] ?? 0)));
    assert.equal(percent(last.shares[0]), after);
    assert.equal(stopped.count, parts[0], "it goes on although that was enough");

    await set(page, byId("teach-amount"), 0.2, "change");
    await untilSaid(page, byId("teach"), "Teach a fresh copy");
    assert.equal(await textOf(page, "curve-after"), after);
    await set(page, byId("teach-amount"), 0.1, "change");
    await untilSaid(page, byId("teach"), "Go on");
    await click('[data-task="noise"]');
    await untilSaid(page, byId("teach"), "Teach a copy");
    await click('[data-task="harden"]');
    await untilSaid(page, byId("teach"), "Go on");
    assert.equal(await textOf(page, "curve-after"), after);
    assert.deepEqual(errors, []);
    await page.close();
  });
});

/** What a link to the network on the page would be. @param {Page} page @returns {Promise<{ href: string, why: string }>} */
function linkOf(page) {
  return page.evaluate(() =>
    /** @type {any} */ (document.querySelector("dh-stage")).session.link(),
  );
}

/** The parameters of the copy that learns this task. @param {Page} page @param {string} task */
async function copyOf(page, task) {
  const values = await page.evaluate(async (task) => {
    const { session } = /** @type {any} */ (document.querySelector("dh-stage"));
    return [...(await session.ask("teachParameters", task))];
  }, task);
  return Float32Array.from(values);
}

/** Asks how the hardened copy stands attacks, to the end and only until something is known. */
async function askInParts() {
  const { session } = /** @type {any} */ (document.querySelector("dh-stage"));
  const question = { taught: true, epsilons: [0.1], count: 200, seed: 1 };
  const parts = /** @type {number[]} */ ([]);
  const last = await session.ask("teachCurve", "harden", question, (/** @type {any} */ part) => {
    parts.push(part.count);
  });
  const stopped = await session.ask("teachCurve", "harden", question, () => false);
  return { parts, last, stopped };
}

/**
 * Waits until the picture is read on both sides as these networks read it.
 * @param {Page} page @param {Record<"before" | "after", ReturnType<typeof engine.network>>} networks @param {Float32Array} pixels
 */
async function untilReadAs(page, networks, pixels) {
  for (const [side, net] of Object.entries(networks)) {
    const outputs = net.predict(pixels);
    const most = Math.max(...outputs);
    const answer = outputs.indexOf(most);
    const at = byId(`scene-${side}`);
    const words = most < 0.5 ? `Not sure of any digit *${answer} at most, ` : "";
    await untilWords(page, `${at} .says p`, new RegExp(words + percent(most, 0)));
    await untilSaid(page, `${at} output`, most < 0.5 ? "" : String(answer));
  }
}
