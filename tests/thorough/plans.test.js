/**
 * The numbers of the lesson plans on the built page, with MNIST: what a plan says the class will
 * see is what the page shows to who does what the plan says.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { precise } from "../../web/common/downhill-numbers.js";
import {
  count,
  fixed,
  percent,
  figures as threeFigures,
  withMinus,
} from "../../web/common/numbers.js";
import * as figures from "../../web/plans/figures.js";
import * as downhill from "../../web/texts/en/downhill.js";
import * as functions from "../../web/texts/en/downhill-functions.js";
import * as gradient from "../../web/texts/en/gradient.js";
import * as inside from "../../web/texts/en/inside.js";
import * as learned from "../../web/texts/en/learned.js";
import { testDigit } from "../../web/texts/en/model.js";
import * as ui from "../../web/texts/en/ui.js";
import { inBrowsers } from "../support/browser.js";
import { withoutMnist } from "../support/mnist.js";
import {
  guess,
  takeDigit,
  untilAccuracy,
  untilExactly,
  untilShown,
  walk,
} from "../support/plans.js";
import { byId, lookAt, press, stateOf, until, untilAtRest } from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

/* ---- draw ---- */

/** @type {Parameters<typeof walk<typeof figures.draw>>[2]} */
const DRAW = {
  2: async (page, { digits, accuracy }) => {
    for (const digit of digits) {
      const { number, label, answer, confidence } = digit;
      await takeDigit(page, "test-digit", digit);
      const isSure = digit !== digits.at(-1) && confidence > 0.5;
      const words = ui.announcement(testDigit(number, label), answer, confidence, isSure);
      await untilShown(page, "dh-prediction", words);
      await untilExactly(page, byId("confidence"), percent(confidence, 0));
    }
    await untilShown(page, "dh-prediction", ui.notSure);
    await untilAccuracy(page, accuracy);
  },
  4: async (page, { noise: { answer, confidence } }) => {
    await press(page, byId("noise"));
    await untilShown(page, "dh-prediction", ui.confidentOfNoise);
    await untilShown(page, "dh-prediction", `predicts ${answer}, confidence`);
    await untilExactly(page, byId("confidence"), percent(confidence, 0));
  },
};

/* ---- neuron ---- */

/** With its sign, as the lab Inside writes it. @param {number} value */
const signed = (value) => `${value > 0 ? "+" : ""}${withMinus(fixed(value, 3))}`;

/** @type {Parameters<typeof walk<typeof figures.neuron>>[2]} */
const NEURON = {
  1: async (page, { parameters }) => {
    await guess(page, "#inside", inside.choices[2]);
    await untilShown(page, "#inside .predict", `together have ${count(parameters)}`);
  },
  2: async (page, { digit, blank, neuron, sum, bias, z, activation }) => {
    await takeDigit(page, "inside-digit", digit);
    await untilShown(page, "#inside", inside.neuronOfLayer(neuron.number, neuron.layer));
    await untilShown(page, "#inside", inside.andBlankOnes(blank));
    const rows = [`Weighted sum ${signed(sum)}`, `Bias ${signed(bias)}`, `, z ${signed(z)}`];
    for (const row of rows) await untilShown(page, "#inside", row);
    await untilExactly(page, byId("inside-activation"), fixed(activation, 3));
  },
  3: async (page, { digit, edited, activation, accuracy }) => {
    await untilAtRest(page);
    await press(page, byId("inside-bias"));
    await page.keyboard.down("Control");
    await page.keyboard.press("a");
    await page.keyboard.up("Control");
    await page.keyboard.type("−5");
    await page.keyboard.press("Enter");
    await untilExactly(page, byId("inside-activation"), fixed(edited.activation, 3));
    const change = `Test accuracy: ${percent(accuracy)} → ${percent(edited.accuracy)}`;
    await untilShown(page, "#inside", change);
    assert.equal(await stateOf(page, "reading.answer"), digit.label);
    await press(page, byId("inside-back"));
    await untilExactly(page, byId("inside-activation"), fixed(activation, 3));
  },
  4: async (page, { trained }) => {
    await guess(page, "#learned", learned.choices[2]);
    await untilAccuracy(page, trained.accuracy);
  },
  5: async (page, { accuracy }) => {
    await guess(page, "#learned", learned.choices[2]);
    await untilShown(page, "#learned .predict", "The pictures below are smoother");
    await untilAccuracy(page, accuracy);
  },
};

/* ---- downhill ---- */

/** The ten squares of the reading, for that label. @param {Page} page @param {number} label */
async function squaresOf(page, label) {
  const outputs = await page.evaluate(() => {
    const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
    return [...session.state.reading.activations.at(-1)];
  });
  return outputs.map((output, digit) => (output - (digit === label ? 1 : 0)) ** 2);
}

const control = (/** @type {string} */ name) => `dh-one-input ${byId(`descent-${name}`)}`;

/** @type {Parameters<typeof walk<typeof figures.downhill>>[2]} */
const DOWNHILL = {
  1: async (page, { digit, square, sum, mean }) => {
    await takeDigit(page, "cost-digit", digit);
    const squares = await squaresOf(page, digit.label);
    assert.equal(squares.indexOf(Math.max(...squares)), square.digit);
    const row = [square.output, -square.output, square.squared].map((each) =>
      withMinus(fixed(each, 3)),
    );
    await untilShown(page, "#cost", `${square.digit} ${row.join(" ")}`);
    await untilExactly(page, byId("cost-sum"), fixed(sum, 3));
    await lookAt(page, "dh-cost-survey");
    await untilExactly(page, byId("cost-mean"), fixed(mean, 3));
  },
  2: async (page, { valleys }) => {
    await press(page, `dh-one-input .predict ::-p-text(${functions.choices[0]})`);
    await press(page, control("step"));
    await press(page, control("run"));
    const found = functions.minimumReached(valleys.steps, valleys.slope);
    await untilExactly(page, byId("one-finding"), found);
    await untilExactly(page, byId("one-more"), functions.notLowest(valleys.lower));
    await untilShown(page, "dh-one-input .predict", "Right: ");
    const box = await (await page.$(byId("one-plot")))?.boundingBox();
    assert.ok(box);
    await page.mouse.click(box.x + 0.9 * box.width, box.y + 0.2 * box.height);
    await press(page, control("run"));
    await untilShown(page, byId("one-finding"), "Local minimum reached");
    const ball = await page.$eval(byId("one-ball"), (each) => each.ariaValueNow);
    assert.ok(Number(ball) > 0, `${ball}`);
  },
  3: async (page, { bowl }) => {
    await press(page, 'dh-one-input [data-choice="bowl"]');
    await press(page, control("run"));
    const found = functions.minimumReached(bowl.steps, bowl.slope);
    await untilExactly(page, byId("one-finding"), found);
    await press(page, control("back"));
    await page.focus(control("rate"));
    await page.keyboard.press("End");
    await press(page, control("run"));
    await untilExactly(page, byId("one-finding"), functions.tooLarge(bowl.step));
  },
  4: async (page, { parameters, line, step }) => {
    await press(page, byId("downhill-part-real"));
    await untilShown(page, byId("downhill-part-real"), count(parameters));
    await guess(page, "dh-downhill-real", downhill.choices[1]);
    await untilShown(
      page,
      byId("downhill-line-finding"),
      `falls from ${precise(line.here)} to ${precise(line.least)}, then rises`,
    );
    await untilExactly(page, byId("downhill-t"), precise(line.t));
    for (const { cost, accuracy } of [step.before, step.after]) {
      await untilAtRest(page);
      await untilAccuracy(page, accuracy);
      await untilExactly(page, byId("test-cost"), threeFigures(cost));
      if (cost === step.before.cost) await press(page, byId("downhill-take"));
      await page.waitForSelector(".notice ::-p-text(Undo)");
    }
  },
  5: async (page, { parameters, half, brings }) => {
    await press(page, `#gradient .predict ::-p-text(${gradient.choices[0]})`);
    await untilShown(page, "#gradient .predict", "Right: ");
    await untilExactly(page, byId("gradient-finding"), gradient.halfOfWork(half, parameters));
    await untilExactly(page, byId("gradient-top"), percent(brings.largest));
    await untilExactly(page, byId("gradient-random"), percent(brings.random));
    await untilShown(page, "dh-gradient-top-k", `k = ${count(brings.nudges)} of`);
  },
  6: async (page, { step, epochs }) => {
    await untilAtRest(page);
    await untilAccuracy(page, step.before.accuracy);
    await page.select(".step-menu select[aria-label='Size of a step']", "epoch");
    await press(page, byId("step"));
    await until(page, "steps", epochs.steps);
    await untilAtRest(page);
    await untilAccuracy(page, epochs.first.accuracy);
    await untilExactly(page, byId("test-cost"), threeFigures(epochs.first.cost));
    await press(page, byId("step"));
    await until(page, "steps", 2 * epochs.steps);
    await untilAtRest(page);
    await untilAccuracy(page, epochs.second.accuracy);
  },
};

inBrowsers(
  "The numbers of a lesson plan",
  ({ open, url }) => {
    test("draw", () => walk("draw", figures.draw, DRAW, { open, url: url() }));
    test("neuron", () => walk("neuron", figures.neuron, NEURON, { open, url: url() }));
    test("downhill", () => walk("downhill", figures.downhill, DOWNHILL, { open, url: url() }));
  },
  { mnist: true, skip: withoutMnist, only: "chromium" },
);
