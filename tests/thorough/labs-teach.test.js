/** The lab Teach it in browsers: what its user does, and the numbers compared with the engine's. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { teaching } from "../../wasm/recipes.js";
import { historyOf } from "../../web/common/provenance.js";
import { inBrowsers } from "../support/browser.js";
import {
  digits,
  engine,
  openedLab,
  predictionOf,
  setField,
  testDigits,
  untilCurrent,
  untilSaid,
  useOwnDigits,
} from "../support/labs.js";
import {
  byId,
  clickOn,
  DIGITS,
  draw,
  openLab,
  press,
  stateOf,
  textOf,
  until,
  untilAtRest,
  untilWords,
} from "../support/visitor.js";

/**
 * @typedef {import("puppeteer-core").Page} Page
 * @typedef {import("../support/labs.js").Network} Network
 */

/** @param {number} fraction */
const inPercent = (fraction) => `${(100 * fraction).toFixed(1)}%`;

/**
 * The part of a kind's first thousand images with a confidence above one half.
 * @param {Network} net @param {any} kind
 */
function aboveHalf(net, kind, images = testDigits) {
  const source = kind === "shuffled" ? { images } : {};
  const { confidences } = net.census({ kind, seed: 1, count: 1000, ...source });
  return inPercent(confidences.filter((c) => c > 0.5).length / 1000);
}

/**
 * A network fine-tuned to reject noise for that many epochs, as the page does it.
 * @param {Network} net @param {number} epochs
 */
function rejecting(net, epochs) {
  const copy = engine.load(net.save());
  const totalSteps = (epochs * digits.count) / 10;
  const options = { optimizer: "sgd", batchSize: 10, learningRate: 1, schedule: "cosine" };
  const trainer = copy.trainer(
    digits,
    /** @type {any} */ ({ ...options, ...teaching, totalSteps, seed: 1 }),
  );
  trainer.train(totalSteps);
  trainer.free();
  return copy;
}

/** Begins to fine-tune. @param {Page} page @param {number} epochs */
async function train(page, epochs) {
  await setField(page, byId("teach-epochs"), epochs, "change");
  await press(page, byId("teach"));
}

/** Clicks wherever it is. @param {Page} page @param {string} selector */
function click(page, selector) {
  return page.$eval(selector, (button) => /** @type {HTMLElement} */ (button).click());
}

/** The copy that is looked at, in Node. @param {Page} page */
async function copyOf(page) {
  const bytes = await page.evaluate(async () => {
    const { run, session } = /** @type {any} */ (document.querySelector("dh-teach"));
    const entry = { kind: "fine-tuned", purpose: run.purpose, epochs: run.copy.epochs };
    return [...(await session.query("teachModel", run.copy.id, entry))];
  });
  return engine.load(Uint8Array.from(bytes));
}

/**
 * Waits until the picture is read on both sides as these networks read it.
 * @param {Page} page @param {Record<"before" | "after", Network>} networks
 * @param {Float32Array} pixels
 */
async function untilReadAs(page, networks, pixels) {
  for (const [side, net] of Object.entries(networks)) {
    const { answer, confidence } = predictionOf(net, pixels);
    const shown = `${Math.min(99, Math.round(100 * confidence))}%`;
    const at = byId(`scene-${side}`);
    const words = confidence > 0.5 ? `${shown} confidence` : `best guess:\\s+${answer}, ${shown}`;
    await untilWords(page, `${at} .says p`, new RegExp(words));
    await untilSaid(page, `${at} output`, String(answer));
  }
}

/** What a link to the network on the page would be. @param {Page} page */
function linkOf(page) {
  return page.evaluate(() => {
    const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
    return session.link();
  });
}

/** The numbers on the cards. @param {Page} page */
const cardsOf = (page) => page.$eval("#teach .cards", (cards) => cards.textContent);

inBrowsers(
  "The lab Teach it",
  ({ open }) => {
    test("a copy learns to reject noise, also kinds held out; the network stays", async () => {
      const { page, errors, net } = await openedLab(open, "teach");
      await untilSaid(page, byId("teach-before"), inPercent(net.evaluate(testDigits).accuracy));
      await untilWords(
        page,
        '[data-card="blocks"]',
        new RegExp(`50%: ${aboveHalf(net, "blocks")}\\s*$`),
      );
      await train(page, 5);
      await page.waitForSelector(byId("teach-adopt"));
      assert.equal(await stateOf(page, "fingerprint"), net.fingerprint);

      const tuned = rejecting(net, 5);
      await untilSaid(page, byId("teach-after"), inPercent(tuned.evaluate(testDigits).accuracy));
      for (const kind of ["blocks", "smooth", "uniform", "scribble", "shuffled"])
        await untilSaid(page, byId(`after-${kind}`), aboveHalf(tuned, kind));
      assert.ok(Number.parseFloat(await textOf(page, "after-blocks")) <= 0.5);

      await press(page, byId("scene-run"));
      await untilSaid(page, byId("scene-run"), "Let it run");
      await setField(page, byId("scene-source"), "blocks", "change");
      const blocks = engine.noise({ kind: "blocks", seed: 1 });
      assert.ok(predictionOf(tuned, blocks).confidence < 0.5);
      await untilReadAs(page, { before: net, after: tuned }, blocks);
      await draw(page, DIGITS[7]);
      await openLab(page, "teach");
      await setField(page, byId("scene-source"), "input", "change");
      const drawing = engine.ink(await stateOf(page, "shown.strokes"));
      await untilReadAs(page, { before: net, after: tuned }, drawing);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("a copy becomes the page's network, with undo, and is there after a reload", async () => {
      const { page, errors, net } = await openedLab(open, "teach");
      await train(page, 5);
      await page.waitForSelector(byId("teach-adopt"));
      const tuned = await copyOf(page);
      await untilSaid(page, byId("teach-after"), inPercent(tuned.evaluate(testDigits).accuracy));
      await untilCurrent(page, "dh-teach", "measurements.after");
      await untilCurrent(page, "dh-teach", "measurements.before");
      const counted = await cardsOf(page);

      await press(page, byId("teach-adopt"));
      await until(page, "fingerprint", tuned.fingerprint);
      await page.waitForSelector(byId("teach-adopted"));
      await untilAtRest(page);
      // A new count, if there were one, would be in by now.
      await untilCurrent(page, "dh-teach", "measurements.before");
      await untilCurrent(page, "dh-teach", "measurements.after");
      assert.equal(
        await cardsOf(page),
        counted,
        "before and after are of the networks they were of",
      );
      const provenance = await stateOf(page, "provenance");
      assert.equal(provenance.start.seed, 3);
      assert.match(historyOf(provenance), /fine-tuned to reject noise for 5 epochs$/);
      assert.match((await linkOf(page)).why, /fine-tuned/);

      await clickOn(page, ".notice ::-p-text(Undo)");
      await until(page, "fingerprint", net.fingerprint);
      assert.equal((await linkOf(page)).why, "");
      await press(page, `button${byId("teach-adopt")}`);
      await until(page, "fingerprint", tuned.fingerprint);
      await until(page, "saving.version", await stateOf(page, "version"));
      await page.reload();
      await until(page, "fingerprint", tuned.fingerprint);
      assert.deepEqual(await stateOf(page, "provenance"), provenance);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("adversarial training makes a copy resist; each purpose has its copy", async () => {
      const { page, errors, net } = await openedLab(open, "teach");
      await click(page, '[data-purpose="attacks"]');
      const left = (/** @type {Network} */ net) =>
        net.robustness(testDigits, { method: "pgd", epsilon: 0.1, seed: 1, count: 200 }).accuracy;
      const before = inPercent(left(net));
      await untilSaid(page, byId("curve-before"), before);
      await click(page, byId("teach"));
      await untilWords(page, byId("teach-epoch"), /^epoch (0\.[2-9]|[1-9])/);
      await click(page, byId("teach"));
      await untilSaid(page, byId("teach"), "Continue");
      const hard = await copyOf(page);
      const after = inPercent(left(hard));
      await untilSaid(page, byId("curve-after"), after);
      assert.ok(left(hard) > left(net), `${after} after, ${before} before`);

      const { parts, last, stopped } = await page.evaluate(askInParts);
      assert.ok(parts.length > 1 && parts.every((count, i) => count > (parts[i - 1] ?? 0)));
      assert.equal(inPercent(last.fractions[0]), after);
      assert.equal(stopped.count, parts[0], "it goes on although that was enough");

      await setField(page, byId("teach-amount"), 0.2, "change");
      await untilSaid(page, byId("teach"), "Train another copy");
      await setField(page, byId("teach-amount"), 0.1, "change");
      await untilSaid(page, byId("teach"), "Continue");
      await click(page, '[data-purpose="noise"]');
      await untilSaid(page, byId("teach"), "Train a copy");
      await click(page, '[data-purpose="attacks"]');
      await untilSaid(page, byId("teach"), "Continue");
      await untilCurrent(page, "dh-teach", "measurements.after");
      assert.equal(await textOf(page, "curve-after"), after);
      const caption = `${byId("scene-after")} figcaption`;
      await untilSaid(page, caption, "attacked, ε = 0.1");
      await untilWords(page, byId("scene-words"), /^Test digit [\d,]+, labelled \d\.$/);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("two own data sets in a row are both measured, and end a copy’s training", async () => {
      const { page, errors, net } = await openedLab(open, "teach");
      await click(page, '[data-purpose="attacks"]');
      await click(page, byId("teach"));
      await untilWords(page, byId("teach-epoch"), /^epoch \d/);
      const seen = new Set();
      for (const seed of [11, 12]) {
        const own = await useOwnDigits(page, seed, 600);
        await untilWords(
          page,
          "#teach .verdict-line [role=status]",
          /training digits were replaced/,
        );
        await untilSaid(page, byId("teach"), "Train another copy");
        const accuracy = inPercent(net.evaluate(own).accuracy);
        await untilSaid(page, byId("teach-before"), accuracy);
        seen.add(accuracy);
      }
      assert.equal(seen.size, 2, "the accuracies of the two data sets differ");
      await click(page, '[data-purpose="noise"]');
      const own = engine.handwriting({ count: 600, seed: 12 }).slice(300);
      const shuffled = aboveHalf(net, "shuffled", own);
      await untilWords(page, '[data-card="shuffled"]', new RegExp(`50%: ${shuffled}`));
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("after a restart of the engine the copy is said to be lost; another trains", async () => {
      const { page, errors } = await openedLab(open, "teach");
      await train(page, 5);
      await page.waitForSelector(byId("teach-adopt"));
      const { generation } = await page.evaluate(() => {
        const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
        const { generation } = session.state;
        const error = new Error("it was ended by a test");
        session.connection.stop(error);
        session.recovery.lost(error);
        return { generation };
      });
      await until(page, "generation", generation + 1);
      await untilWords(page, "#teach .verdict-line [role=status]", /copy was lost/);
      assert.equal(await page.$(byId("teach-adopt")), null);
      await until(page, "data.complete", true);
      await untilSaid(page, byId("teach"), "Train a copy");
      await press(page, byId("teach"));
      await page.waitForSelector(byId("teach-adopt"));
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { only: "chromium" },
);

/** Asks how the copy resists attacks, to the end and only until something is known. */
async function askInParts() {
  const { run, session } = /** @type {any} */ (document.querySelector("dh-teach"));
  const subject = { id: run.copy.id, isTuned: true };
  const question = { epsilons: [0.1], count: 200, seed: 1 };
  const parts = /** @type {number[]} */ ([]);
  const last = await session.query("teachAttacks", subject, question, (/** @type {any} */ part) => {
    parts.push(part.count);
  });
  const stopped = await session.query("teachAttacks", subject, question, () => false);
  return { parts, last, stopped };
}
