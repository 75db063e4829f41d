/**
 * Which digits are used after a link, a reload, another choice: a link to a network that was
 * trained on built-in handwriting brings the handwriting, and leaves the visitor's own data where
 * they are.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { engine } from "../support/browser-in-node.js";
import { idxOf } from "../support/mnist-host.js";
import { open, train, visitor } from "./support.js";

/** @typedef {import("../support/browser-in-node.js").Tab} Tab */

const LATER = { data: false };

/** As main.js does when the page has opened. @param {Tab} tab */
async function digitsOf(tab) {
  tab.session.digits.needIfTrained();
  await tab.until(({ data }) => data.complete);
  return tab.state.data.kind;
}

/** @param {Tab} tab */
function linkOf(tab) {
  const { href, exact } = tab.session.link();
  return { hash: new URL(href).hash, exact };
}

/** A network that was trained on handwriting. @param {string} hash */
async function onHandwriting(hash) {
  const tab = await open(hash, visitor(), LATER);
  await tab.session.useHandwriting();
  for (let i = 0; i < 3; i++) await tab.session.step("batch");
  return tab;
}

/** @param {Tab} tab */
const isReplayed = (tab) => tab.until(({ replaying, steps }) => !replaying && steps === 3);

function own() {
  const digits = engine.handwriting({ count: 70, seed: 4 });
  return { train: idxOf(digits), test: null, name: "mine", heldOut: 1 / 7 };
}

test("a link to a network of handwriting makes exactly it, reload and Undo included", async () => {
  const tab = await onHandwriting("#start=random&seed=3");
  const { hash, exact } = linkOf(tab);
  assert.ok(exact && hash.includes("data=handwriting"));
  const other = await open(hash, visitor(), LATER);
  assert.equal(await digitsOf(other), "handwriting");
  await isReplayed(other);
  assert.equal(other.state.fingerprint, tab.state.fingerprint);
  assert.deepEqual([other.notices, other.state.provenance], [[], tab.state.provenance]);

  await other.session.painted();
  await other.reload(LATER);
  assert.equal(await digitsOf(other), "handwriting");
  assert.equal(other.state.fingerprint, tab.state.fingerprint);
  await other.session.reset();
  await other.session.undo();
  await other.session.step("batch");
  const again = linkOf(other);
  assert.ok(again.exact && again.hash.includes("data=handwriting"));
  const third = await open(again.hash, visitor(), LATER);
  assert.equal(await digitsOf(third), "handwriting");
  await third.until(({ replaying, steps }) => !replaying && steps === 4);
  assert.equal(third.state.fingerprint, other.state.fingerprint);
});

test("a link on handwriting is replayed where MNIST costs money, without asking", async () => {
  const { hash } = linkOf(await onHandwriting("#start=random&seed=3"));
  const browser = visitor();
  browser.offline = true;
  const tab = await open(hash, browser, LATER);
  tab.session.environment.isMetered = () => true;
  assert.equal(await digitsOf(tab), "handwriting");
  await isReplayed(tab);
  assert.deepEqual(tab.notices, []);
});

test("a link leaves new visits the visitor's own data, and another tab too", async () => {
  const { hash } = linkOf(await onHandwriting("#start=random&seed=3"));
  const browser = visitor();
  const mine = await open("", browser, LATER);
  await mine.session.useOwnData(own());
  const link = await open(hash, browser, LATER);
  assert.equal(await digitsOf(link), "handwriting");
  await mine.reload(LATER);
  assert.equal(await digitsOf(mine), "own");
  const next = await open("", browser, LATER);
  assert.equal(await digitsOf(next), "own");
  const [kept] = await link.session.command("keptData");
  await link.session.digits.useKept(kept);
  assert.equal(link.state.data.kind, "own");
});

test("an address written by hand names digits alone; the network is the usual one", async () => {
  const browser = visitor();
  const tab = await open("#data=handwriting", browser, LATER);
  assert.deepEqual([tab.state.provenance?.start.kind, tab.notices], ["lesson", []]);
  assert.equal(await digitsOf(tab), "handwriting");
  await tab.session.painted();
  await tab.reload(LATER);
  assert.equal(await digitsOf(tab), "handwriting");

  const mine = await open("", browser, LATER);
  await mine.session.useOwnData(own());
  const mnist = await open("#data=mnist", browser, LATER);
  mnist.session.digits.need();
  await mnist.until(({ data }) => data.complete);
  assert.equal(mnist.state.data.kind, "mnist");
});

test("written into the address of an open page it is followed", async () => {
  const tab = await open("", visitor(), LATER);
  /** @param {string} hash */
  const typed = (hash) => {
    Object.assign(tab, { hash });
    Object.assign(tab.session.environment.address, { isOwn: () => false });
    assert.ok(tab.session.opening.followAddress());
  };
  typed("#data=mnist");
  assert.equal(tab.state.digits, "none", "nothing needs digits yet");
  typed("#data=handwriting");
  await tab.until(({ data }) => data.kind === "handwriting" && data.complete);
  typed("#data=mnist");
  await tab.until(({ data }) => data.kind === "mnist" && data.complete);
});

test("chosen handwriting is there after a reload and a new visit, until MNIST is", async () => {
  const browser = visitor();
  const tab = await open("", browser, LATER);
  await tab.session.useHandwriting();
  await tab.session.step("batch");
  await tab.reload(LATER);
  assert.equal(await digitsOf(tab), "handwriting");
  const next = await open("", browser, LATER);
  assert.equal(await digitsOf(next), "handwriting");
  await next.session.loadData();
  await next.until(({ data }) => data.kind === "mnist" && data.complete);
  await next.reload(LATER);
  next.session.digits.need();
  await next.until(({ data }) => data.complete);
  assert.equal(next.state.data.kind, "mnist");
});

test("96% are promised with MNIST alone, and only once it is there", async () => {
  const browser = visitor();
  const tab = await open("", browser, LATER);
  const { digits } = tab.session;
  assert.ok(!digits.areMnist, "the host may not have it");
  await tab.session.useHandwriting();
  assert.ok(!digits.areMnist);
  await tab.session.loadData();
  await tab.until(({ data }) => data.kind === "mnist");
  assert.ok(digits.areMnist);
  await tab.session.useOwnData(own());
  assert.ok(!digits.areMnist);
});

test("where it only stood in for MNIST, a new visit asks for MNIST again", async () => {
  const browser = visitor();
  const tab = await open("#start=random&seed=3", browser, LATER);
  tab.session.environment.isMetered = () => true;
  tab.session.digits.need();
  await tab.state.notices.find(({ key }) => key === "digits")?.other?.act();
  await tab.reload(LATER);
  assert.equal(await digitsOf(tab), "handwriting");
  const next = await open("", browser, LATER);
  next.session.digits.need();
  await next.until(({ data }) => data.complete);
  assert.equal(next.state.data.kind, "mnist");

  browser.offline = true;
  const offline = await open("", browser, LATER);
  offline.session.digits.need();
  await offline.until(({ data }) => data.complete);
  assert.equal(offline.state.data.kind, "handwriting");
  offline.killEngine();
  await offline.until(({ notices }) => notices.some(({ key }) => key === "restart"));
  await offline.until(({ data }) => data.complete);
  browser.offline = false;
  await offline.reload(LATER);
  offline.session.digits.need();
  await offline.until(({ data }) => data.complete);
  assert.equal(offline.state.data.kind, "mnist");
});

test("what handwriting and a link cannot make again is said as it is", async () => {
  const tab = await onHandwriting("#start=random&seed=3");
  const { hash } = linkOf(tab);
  await tab.session.loadData();
  await tab.until(({ data }) => data.kind === "mnist" && data.complete);
  await tab.session.step("batch");
  assert.match(tab.session.link().why, /two different sets of digits/);
  const mixed = await open(linkOf(tab).hash, visitor(), LATER);
  assert.match(mixed.notices.join(), /similar to .*: it was trained on two different sets/);

  // MNIST is chosen before the handwriting of the link is there.
  const other = await open(hash, visitor(), LATER);
  await other.session.loadData();
  await isReplayed(other);
  await other.until(({ notices }) => notices.length > 0);
  assert.deepEqual(other.notices, [
    "This is not the network that the link was copied from: " +
      "it was trained on built-in handwriting, and here on MNIST.",
  ]);
  // A link on MNIST where there is none.
  const mnist = await open("#start=random&seed=3");
  await train(mnist, 3);
  const browser = visitor();
  browser.offline = true;
  const offline = await open(linkOf(mnist).hash, browser, LATER);
  await digitsOf(offline);
  await offline.until(({ notices }) => notices.some(({ key }) => key === "link"));
  assert.match(offline.notices.join(), /it was trained on MNIST, and here on built-in handwriting/);
});
