/** The lab Fool it in browsers: what its user does, and the numbers compared with the engine's. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inBrowsers } from "../support/browser.js";
import {
  engine,
  openedLab,
  predictionOf,
  setField,
  testDigits,
  untilRendered,
  untilSaid,
  useOwnDigits,
} from "../support/labs.js";
import {
  byId,
  clickOn,
  DIGITS,
  draw,
  lookAt,
  openLab,
  press,
  stateOf,
  until,
  untilWords,
} from "../support/visitor.js";

/**
 * @typedef {import("puppeteer-core").Page} Page
 * @typedef {import("../support/labs.js").Network} Network
 */

/** @param {number} fraction */
const inPercent = (fraction) => `${(100 * fraction).toFixed(1)}%`;
/** A confidence below 99.5%. @param {number} fraction */
const rounded = (fraction) => `${Math.min(99, Math.round(100 * fraction))}%`;

/**
 * Waits until the pictures are what the engine makes of this one.
 * @param {Page} page @param {Network} net @param {Float32Array} pixels @param {any} attack
 */
async function untilAttacked(page, net, pixels, attack) {
  const random = { ...attack, method: "random", target: undefined };
  for (const [name, options] of /** @type {const} */ ([
    ["attacked", attack],
    ["random", random],
  ])) {
    const { answer, confidence } = predictionOf(net, net.attack(pixels, { seed: 1, ...options }));
    await untilSaid(page, `${byId(`fool-${name}`)} output`, String(answer));
    await untilSaid(page, `${byId(`fool-${name}`)} .title`, rounded(confidence));
  }
}

/** Puts noise on the input. @param {Page} page @param {number} seed */
function showNoise(page, seed) {
  return page.evaluate(async (seed) => {
    const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
    await session.noise("uniform", seed);
  }, seed);
}

inBrowsers(
  "The lab Fool it",
  ({ open }) => {
    test("a drawing is attacked as the engine does, with the choices made", async () => {
      const { page, errors, net } = await openedLab(open, "fool");
      await draw(page, DIGITS[7]);
      const pixels = engine.ink(await stateOf(page, "shown.strokes"));
      const { answer: label } = predictionOf(net, pixels);
      const target = (label + 3) % 10;
      await openLab(page, "fool");
      await untilAttacked(page, net, pixels, { method: "pgd", epsilon: 0.1, label });
      const fools = (/** @type {number} */ epsilon) => {
        const attacked = net.attack(pixels, { method: "pgd", epsilon, label, seed: 1 });
        return predictionOf(net, attacked).answer !== label;
      };
      const least = Array.from({ length: 30 }, (_, i) => (i + 1) / 100).find(fools);
      await untilSaid(page, byId("fool-least"), least?.toFixed(2) ?? "none up to 0.30");
      await setField(page, "#fool input[type=range]", 0.17, "input");
      await untilSaid(page, byId("fool-epsilon"), "0.17");
      await untilWords(page, `${byId("fool-attacked")} .heading`, /ε = 0\.17/);
      await untilAttacked(page, net, pixels, { method: "pgd", epsilon: 0.17, label });
      await setField(page, byId("fool-target"), target, "change");
      const aimed = { method: /** @type {const} */ ("pgd"), epsilon: 0.17, target };
      await untilAttacked(page, net, pixels, { ...aimed, label });
      const outputs = net.predict(net.attack(pixels, { ...aimed, seed: 1 }));
      const isReached = outputs.indexOf(Math.max(...outputs)) === target;
      const words = isReached
        ? `Target ${target} reached`
        : `Not an? ${target}: ${rounded(outputs[target])}`;
      await untilWords(page, `${byId("fool-attacked")} .words`, new RegExp(words));
      await setField(page, byId("fool-method"), "fgsm", "change");
      await untilAttacked(page, net, pixels, { method: "fgsm", epsilon: 0.17, target, label });
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("the present prediction is no target, even when it was chosen before", async () => {
      const { page, errors, net } = await openedLab(open, "fool");
      const predictions = Array.from({ length: 40 }, (_, i) => predictionOf(net, picture(i)));
      const first = 0;
      const second = predictions.findIndex(({ answer }) => answer !== predictions[first].answer);
      const target = predictions[second].answer;
      const option = (/** @type {number} */ digit) =>
        `${byId("fool-target")} option[value="${digit}"]:disabled`;
      await showDigit(page, first);
      await page.waitForSelector(option(predictions[first].answer));
      assert.equal(await page.$(option(target)), null);
      await setField(page, byId("fool-target"), target, "change");
      await untilWords(page, "#fool .aside", new RegExp(`makes it an? ${target}`));
      await showDigit(page, second);
      await page.waitForSelector(option(target));
      await page.waitForFunction(
        (select) => /** @type {HTMLSelectElement} */ (document.querySelector(select)).value === "",
        { polling: 40 },
        byId("fool-target"),
      );
      const label = testDigits.label(second);
      await untilAttacked(page, net, picture(second), { method: "pgd", epsilon: 0.1, label });
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("an attack past what a smaller change reaches says that it overshoots", async () => {
      const { page, errors, net } = await openedLab(open, "fool");
      const target = 3;
      const isReached = (/** @type {number} */ index, /** @type {number} */ epsilon) => {
        const label = testDigits.label(index);
        const attack = /** @type {const} */ ({ method: "fgsm", epsilon, label, target, seed: 1 });
        return predictionOf(net, net.attack(picture(index), attack)).answer === target;
      };
      const others = Array.from({ length: 600 }, (_, i) => i).filter(
        (index) => predictionOf(net, picture(index)).answer !== target,
      );
      const smaller = Array.from({ length: 29 }, (_, i) => (i + 1) / 100);
      const overshot = others.find(
        (index) => !isReached(index, 0.3) && smaller.some((epsilon) => isReached(index, epsilon)),
      );
      const plain = others.find((index) => isReached(index, 0.3));
      await setField(page, byId("fool-method"), "fgsm", "change");
      await setField(page, "#fool input[type=range]", 0.3, "input");
      await showDigit(page, overshot ?? assert.fail("none overshoots"));
      await page.waitForSelector(byId("fool-target"));
      await setField(page, byId("fool-target"), target, "change");
      await untilWords(page, byId("fool-overshoot"), /overshoots/);
      await showDigit(page, plain ?? assert.fail("none reaches it"));
      await page.waitForFunction(
        (said) => !document.querySelector(said),
        { polling: 40 },
        byId("fool-overshoot"),
      );
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("noise is never misread, and the attacked image goes on the input and back", async () => {
      const { page, errors, net } = await openedLab(open, "fool");
      await showNoise(page, 7);
      const pixels = engine.noise({ kind: "uniform", seed: 7 });
      const before = predictionOf(net, pixels);
      const attack = /** @type {const} */ ({ method: "pgd", epsilon: 0.1, seed: 1 });
      const after = predictionOf(net, net.attack(pixels, { ...attack, label: before.answer }));
      await untilSaid(page, `${byId("fool-attacked")} output`, String(after.answer));
      await untilWords(page, "#fool .fool-main", /no digit is right|Not sure of any/);
      assert.equal(await page.$("#fool .wrong"), null);
      const lab = await page.$eval("#fool .fool-main", (lab) => lab.textContent ?? "");
      assert.doesNotMatch(lab, /Its label/);
      await press(page, byId("fool-put"));
      await until(page, "reading.confidence", after.confidence);
      assert.match(await stateOf(page, "reading.shown.words"), /, attacked \(ε = 0\.10\)\.$/);
      await clickOn(page, ".notice ::-p-text(Undo)");
      await until(page, "reading.confidence", before.confidence);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("a test digit asked for before digits have come is shown when they do", async () => {
      const { page, errors } = await openedLab(open, "fool");
      for (const lab of ["fool", "cost"]) {
        await openLab(page, lab);
        if ((await stateOf(page, "shown.kind")) === "digit") await clickOn(page, byId("clear"));
        await page.waitForFunction(() => {
          const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
          return (session.state.reading?.answer ?? null) === null;
        });
        await untilRendered(page, "body");
        await page.evaluate(() => {
          const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
          const { data } = session.state;
          const loading = { ...data, test: 0, testComplete: false };
          session.update({ data: loading });
          // A report of the worker brings the true ones.
          const stop = session.subscribe((/** @type {any} */ { data: { test } }) => {
            if (test) session.update({ data: loading });
          });
          /** @type {any} */ (window).bring = () => {
            stop();
            session.update({ data });
          };
        });
        await press(page, `${byId(`${lab}-digit`)}:not(:disabled)`);
        assert.equal(await stateOf(page, "shown.kind"), "nothing");
        await page.evaluate(() => /** @type {any} */ (window).bring());
        await until(page, "shown.kind", "digit");
      }
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("ε, and what becomes of the picture, are on one screen, also on a phone’s", async () => {
      const { page, errors } = await openedLab(open, "fool");
      await press(page, byId("fool-digit"));
      await page.waitForSelector(byId("fool-attacked"));
      for (const [width, height] of [
        [1440, 900],
        [390, 844],
      ]) {
        await page.setViewport({ width, height });
        await page.waitForFunction((width) => innerWidth === width, { polling: 40 }, width);
        const tall = await page.evaluate(() => {
          const parts = ["#fool .slider", ".attacked .output-bars", ".random .output-bars"];
          const boxes = parts.map((selector) =>
            /** @type {Element} */ (document.querySelector(selector)).getBoundingClientRect(),
          );
          const bar = /** @type {HTMLElement} */ (document.querySelector("dh-toolbar"))
            .offsetHeight;
          const bottom = Math.max(...boxes.map((box) => box.bottom));
          return bottom - Math.min(...boxes.map((box) => box.top)) + bar;
        });
        assert.ok(tall < height, `${tall} high at ${width}×${height}`);
      }
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("the curve is the accuracy that the engine computes, also for other digits", async () => {
      const { page, errors, net } = await openedLab(open, "fool");
      await lookAt(page, "dh-fool-curve");
      const left = (
        /** @type {"pgd" | "fgsm" | "random"} */ method,
        epsilon = 0.1,
        data = testDigits,
      ) => {
        const { accuracy } = net.robustness(data, {
          method,
          epsilon,
          seed: 1,
          count: Math.min(500, data.count),
        });
        return inPercent(accuracy);
      };
      await untilSaid(page, byId("fool-attacked-accuracy"), left("pgd"));
      await untilSaid(page, byId("fool-random-accuracy"), left("random"));
      await untilWords(page, byId("fool-counted"), /^\s*500 test digits/);
      await setField(page, "#fool input[type=range]", 0.24, "input");
      await setField(page, byId("fool-method"), "fgsm", "change");
      await untilWords(page, "dh-fool-curve", /At ε = 0.25\s+the one-step attack leaves/);
      await untilSaid(page, byId("fool-attacked-accuracy"), left("fgsm", 0.25));
      for (const seed of [11, 12]) {
        const own = await useOwnDigits(page, seed, 600);
        await untilSaid(page, byId("fool-attacked-accuracy"), left("fgsm", 0.25, own));
        await untilSaid(page, byId("fool-random-accuracy"), left("random", 0.25, own));
      }
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("it imagines digits as the engine does, others from another seed", async () => {
      const { page, errors, net } = await openedLab(open, "fool");
      await lookAt(page, "dh-dreams");
      const dream = (/** @type {number} */ seed) => net.dream(4, { steps: 200, seed });
      const words = (/** @type {number} */ seed) => {
        const output = net.predict(dream(seed))[4];
        return new RegExp(`Imagined 4\\s+${output.toFixed(2)}`);
      };
      await untilWords(page, '[data-dream="4"]', words(1));
      await press(page, byId("dream-again"));
      await untilWords(page, "dh-dreams", /seed 2/);
      await untilWords(page, '[data-dream="4"]', words(2));
      await press(page, '[data-dream="4"]');
      await until(page, "reading.confidence", predictionOf(net, dream(2)).confidence);
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { only: "chromium" },
);

/** A test digit as the network takes it. @param {number} index */
function picture(index) {
  return Float32Array.from(testDigits.image(index), (value) => value / 255);
}

/** Puts a test digit on the input. @param {Page} page @param {number} index */
function showDigit(page, index) {
  return page.evaluate(async (index) => {
    const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
    await session.testDigit(index);
  }, index);
}
