/**
 * Five things that a newcomer wants to do, each in at most four actions from the first screen, on a
 * desktop and on a phone; and how many presses of Tab the labs are away.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inBrowsers } from "../support/browser.js";
import {
  byId,
  clickOn,
  DIGITS,
  draw,
  stateOf,
  until,
  untilAtLeast,
  untilWords,
} from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

const MOST_ACTIONS = 4;
/** Presses of Tab from the top of the page to the first link to a lab. */
const MOST_STOPS = 15;

/** Clicks and drawings of a visitor, counted. */
class Visitor {
  actions = 0;

  /** @param {Page} page @param {boolean} isPhone */
  constructor(page, isPhone) {
    this.page = page;
    this.isPhone = isPhone;
  }

  /** @param {string} selector */
  async click(selector) {
    await this.page.waitForSelector(selector, { visible: true });
    await clickOn(this.page, selector);
    this.actions++;
  }

  /** @param {number} digit */
  async draw(digit) {
    await draw(this.page, DIGITS[digit]);
    this.actions++;
  }

  /** @param {string} id */
  async openLab(id) {
    if (this.isPhone) await this.click(byId("labs"));
    await this.click(`nav.labs a[href="#${id}"]`);
    await this.page.waitForSelector(`#${id} .instrument[aria-busy="false"] > *`, { visible: true });
  }
}

/** @type {Record<string, (visitor: Visitor) => Promise<void>>} */
const TASKS = {
  "draw a digit and have it read": async (visitor) => {
    await visitor.draw(7);
    await until(visitor.page, "reading.answer", 7);
    await untilWords(visitor.page, byId("prediction"), /7/);
  },
  "train a network from random weights": async (visitor) => {
    await visitor.click(byId("train"));
    await visitor.click(byId("train-random"));
    await untilAtLeast(visitor.page, "steps", 20);
    assert.equal(await stateOf(visitor.page, "provenance.start.kind"), "random");
  },
  "look at one neuron": async (visitor) => {
    await visitor.draw(3);
    await visitor.openLab("inside");
    await visitor.click('#inside [data-neuron="1-2"]');
    await untilWords(visitor.page, "#inside", /Neuron 3 of hidden layer 1/);
  },
  "show it noise": async (visitor) => {
    await visitor.click(byId("noise"));
    await until(visitor.page, "shown.kind", "noise");
    await untilWords(visitor.page, byId("confidence"), /\d%/);
  },
  "fool it with one’s own digit": async (visitor) => {
    await visitor.draw(7);
    await visitor.openLab("fool");
    await visitor.click(`#fool ${byId("just-show")}`);
    await visitor.page.waitForSelector(".aside .number", { visible: true });
  },
};

inBrowsers(
  "A newcomer",
  ({ open }) => {
    for (const [width, height] of [
      [1440, 900],
      [390, 844],
    ]) {
      for (const [task, act] of Object.entries(TASKS)) {
        test(`can ${task} in ${MOST_ACTIONS} actions, ${width} wide`, async (context) => {
          const { page, errors } = await open({ width, height });
          await until(page, "status", "ready");
          const visitor = new Visitor(page, width < 720);
          await act(visitor);
          context.diagnostic(`${task}, ${width} wide: ${visitor.actions} actions`);
          assert.ok(visitor.actions <= MOST_ACTIONS, `${visitor.actions} actions`);
          assert.deepEqual(errors, []);
          await page.close();
        });
      }
    }

    test(`is at the labs after ${MOST_STOPS} Tabs at most, and goes on by them`, async () => {
      const { page } = await open();
      await until(page, "status", "ready");
      let stops = 0;
      for (let isThere = false; !isThere && stops <= MOST_STOPS; stops++) {
        await page.keyboard.press("Tab");
        isThere = await page.evaluate(() => document.activeElement?.closest("nav.labs") !== null);
      }
      assert.ok(stops <= MOST_STOPS, `${stops} stops`);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await until(page, "lab", "inside");
      await page.close();
    });
  },
  { only: "chromium" },
);
