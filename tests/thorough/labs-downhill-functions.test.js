/**
 * The parts of the lab Downhill on invented functions, in a browser: what their user does, and the
 * numbers compared with the same descent computed here.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { number } from "../../web/common/downhill-numbers.js";
import { advance, endOf, METHODS, pathFrom } from "../../web/labs/downhill/descent.js";
import { CURVES, curveThrough, MAP, RANGE, SURFACES } from "../../web/labs/downhill/functions.js";
import { ballState, finding } from "../../web/labs/downhill/one-input-words.js";
import { outcome, finding as pathsFinding } from "../../web/labs/downhill/two-inputs-words.js";
import { inBrowsers } from "../support/browser.js";
import { setField, untilSaid } from "../support/labs.js";
import { byId, openLab, press, textOf, untilStill, untilWords } from "../support/visitor.js";

/**
 * @typedef {import("puppeteer-core").Page} Page
 * @typedef {import("../support/browser.js").View} View
 * @typedef {import("../../web/labs/downhill/descent.js").Method} Method
 */

const ONE = "dh-one-input";
const TWO = "dh-two-inputs";
const ANSWER = `${ONE} .predict [role=status]`;

/** A control of a part. @param {string} part @param {string} name */
const control = (part, name) => `${part} ${byId(`descent-${name}`)}`;

/** @param {string} text */
const pattern = (text) => new RegExp(text.replace(/[.()|+]/g, "\\$&"));

/**
 * The lab with one of its parts in sight.
 * @param {(view?: View) => Promise<import("../support/browser.js").Opened>} open
 * @param {"one" | "two"} part @param {View} [view]
 */
async function openedPart(open, part, view) {
  const { page, errors } = await open({ path: "#start=random", ...view });
  await showPart(page, part);
  return { page, errors };
}

/** @param {Page} page @param {"one" | "two"} part */
async function showPart(page, part) {
  await openLab(page, "downhill");
  await press(page, byId(`downhill-part-${part}`));
  await page.waitForSelector(byId(`${part}-plot`), { visible: true });
}

/**
 * Where on the screen a place of a plot is.
 * @param {Page} page
 * @param {string} plot
 * @param {number} x  fractions of the plot
 * @param {number} y
 */
async function placeOn(page, plot, x, y) {
  const box = await page.$eval(byId(plot), (element) => {
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = element.getBoundingClientRect();
    return { left, top, width, height };
  });
  return /** @type {[number, number]} */ ([box.left + x * box.width, box.top + y * box.height]);
}

/** A phone with the part on one input in sight. @param {Parameters<typeof openedPart>[0]} open */
async function openedOnPhone(open) {
  const { page, errors } = await open({ path: "#start=random", calm: true });
  await page.setViewport({ width: 390, height: 844, hasTouch: true });
  await showPart(page, "one");
  return { page, errors };
}

/**
 * A finger goes over the page, from a place and by so much; how far the page scrolls.
 * @param {Page} page @param {[number, number]} from @param {[number, number]} by
 */
async function swipe(page, [x, y], [dx, dy]) {
  const before = await page.evaluate(() => scrollY);
  await page.touchscreen.touchStart(x, y);
  for (let i = 1; i <= 5; i++) await page.touchscreen.touchMove(x + (dx * i) / 5, y + (dy * i) / 5);
  await page.touchscreen.touchEnd();
  // The page goes on when the finger has left it.
  await untilStill(page);
  return (await page.evaluate(() => scrollY)) - before;
}

/** The ball's w, as it is told to screen readers. @param {Page} page */
function ballOf(page) {
  return page.$eval(byId("one-ball"), (ball) => Number(ball.getAttribute("aria-valuenow")));
}

/**
 * Waits until the numbers are those of the ball at the end of this trail, and so is the finding.
 * @param {Page} page @param {ReturnType<typeof curveThrough>} curve @param {number[]} trail
 * @param {number} rate
 */
async function untilAt(page, curve, trail, rate) {
  const w = trail[trail.length - 1];
  await untilSaid(page, byId("one-finding"), finding(curve, trail));
  const next = number(w - rate * curve.slope(w));
  await untilWords(page, byId("one-next"), new RegExp(`= ?${next}\\s*$`));
  await untilWords(page, byId("one-slope"), new RegExp(`= ?${number(curve.slope(w))}\\s*$`));
  await untilWords(page, byId("one-cost"), new RegExp(`= ?${number(curve.cost(w))}\\s*$`));
}

/** @param {ReturnType<typeof curveThrough>} curve @param {number} start @param {number} rate */
function descended(curve, start, rate) {
  const trail = [start];
  for (let w = start; ballState(curve, w) === "moving"; ) {
    w -= rate * curve.slope(w);
    trail.push(w);
  }
  return trail;
}

inBrowsers(
  "The invented functions of the lab Downhill",
  ({ open }) => {
    test("it opens on one input, whose run answers the guess, and leads on by parts", async () => {
      const { page, errors } = await open({ path: "#start=random", calm: true });
      await openLab(page, "downhill");
      const { points, start } = CURVES.valleys;
      const curve = curveThrough(points);
      await untilAt(page, curve, [start], 0.3);
      await press(page, `${ONE} .predict button:nth-child(2)`);
      await untilSaid(page, ANSWER, "Press Run and see.");
      await press(page, control(ONE, "run"));
      await untilAt(page, curve, descended(curve, start, 0.3), 0.3);
      await untilWords(page, ANSWER, /^\s*The answer is “In the left valley”: a step depends/);
      await press(page, `${ONE} .predict button:nth-child(1)`);
      await untilWords(page, ANSWER, /^\s*Right: a step depends/);
      await setField(page, control(ONE, "rate"), 1, "input");
      await press(page, control(ONE, "back"));
      await press(page, control(ONE, "run"));
      await untilWords(page, ANSWER, /^\s*It left the curve with steps as long as these/);
      for (const part of ["two", "real"]) {
        await page.focus(byId(`downhill-next-${part}`));
        await page.keyboard.press("Enter");
        const tab = `${byId(`downhill-part-${part}`)}[aria-selected="true"]:focus`;
        await page.waitForSelector(tab, { visible: true });
      }
      await page.waitForSelector("dh-downhill-plane", { visible: true });
      await page.keyboard.press("Home");
      await untilWords(page, byId("one-finding"), /left the curve/);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("steps and runs end where the slope does; another start in another minimum", async () => {
      const { page, errors } = await openedPart(open, "one");
      const { points, start } = CURVES.valleys;
      const curve = curveThrough(points);
      await untilAt(page, curve, [start], 0.3);
      await press(page, control(ONE, "step"));
      await untilAt(page, curve, descended(curve, start, 0.3).slice(0, 2), 0.3);
      await press(page, control(ONE, "run"));
      await untilAt(page, curve, descended(curve, start, 0.3), 0.3);
      await untilWords(page, byId("one-more"), /^\s*Not the lowest point/);
      await page.mouse.click(...(await placeOn(page, "one-plot", 0.9, 0.3)));
      await untilWords(page, byId("one-finding"), /^\s*The slope is positive: step left/);
      const other = await ballOf(page);
      assert.ok(other > 3 && other < RANGE, `${other}`);
      await press(page, control(ONE, "run"));
      await untilAt(page, curve, descended(curve, other, 0.3), 0.3);
      await untilWords(page, byId("one-more"), pattern(`from ${number(start)} it was w = −1.8`));
      await press(page, control(ONE, "back"));
      await untilAt(page, curve, [other], 0.3);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("too large steps lead off the curve, and one button back", async () => {
      const { page, errors } = await openedPart(open, "one", { calm: true });
      const { points, start } = CURVES.bowl;
      const curve = curveThrough(points);
      await press(page, `${ONE} [data-choice="bowl"]`);
      await setField(page, control(ONE, "rate"), 0.6, "input");
      await untilAt(page, curve, [start], 4);
      await press(page, control(ONE, "step"));
      await untilWords(page, byId("one-finding"), /^\s*Overshot: the slope changed sign/);
      await setField(page, control(ONE, "rate"), 1, "input");
      await press(page, control(ONE, "run"));
      await untilWords(page, byId("one-finding"), /^\s*The ball left the curve: a step of −\d/);
      assert.equal(await page.$(byId("one-ball")), null);
      await page.waitForSelector(`${control(ONE, "run")}[aria-disabled="true"]:focus`);
      await page.focus(control(ONE, "step"));
      await page.keyboard.press("Enter");
      await page.waitForSelector(`${control(ONE, "step")}[aria-disabled="true"]:focus`);
      await page.focus(control(ONE, "back"));
      await page.keyboard.press("Enter");
      await untilAt(page, curve, [start], 10);
      await page.waitForSelector(`${control(ONE, "back")}[aria-disabled="true"]:focus`);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("the curve is bent by mouse and by keys, and the ball stays on it", async () => {
      const { page, errors } = await openedPart(open, "one");
      await press(page, `${ONE} [data-choice="bowl"]`);
      await untilAt(page, curveThrough(CURVES.bowl.points), [CURVES.bowl.start], 0.3);
      const handle = await page.waitForSelector(byId("one-handle-1"));
      const from = await placeOn(page, "one-plot", 0, 0).then(() => handle?.boundingBox());
      assert.ok(from);
      await page.mouse.move(from.x + 20, from.y + 20);
      await page.mouse.down();
      await page.mouse.move(from.x + 20, from.y + 100, { steps: 3 });
      await page.mouse.up();
      const heightOf = (/** @type {number} */ i) =>
        page.$eval(byId(`one-handle-${i}`), (each) => Number(each.getAttribute("aria-valuenow")));
      const points = [...CURVES.bowl.points];
      points[1] = await heightOf(1);
      assert.ok(points[1] < 1.8, `${points[1]}`);
      await untilAt(page, curveThrough(points), [CURVES.bowl.start], 0.3);
      assert.equal(await page.$(`${ONE} [data-choice][aria-pressed="true"]`), null);
      await page.keyboard.press("ArrowRight");
      await page.waitForSelector(`${byId("one-handle-2")}:focus`);
      await page.keyboard.press("ArrowUp");
      await page.keyboard.down("Shift");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.up("Shift");
      points[2] += 0.55;
      await untilAt(page, curveThrough(points), [CURVES.bowl.start], 0.3);
      assert.equal(await heightOf(2), points[2]);
      await page.focus(byId("one-ball"));
      await page.keyboard.press("ArrowRight");
      await untilAt(page, curveThrough(points), [-3.35], 0.3);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("a finger drags the ball and the start, not the page, or puts them by a tap", async () => {
      const { page, errors } = await openedOnPhone(open);
      await page.touchscreen.tap(...(await placeOn(page, "one-plot", 0.3, 0.2)));
      await page.waitForSelector(`${byId("one-ball")}:focus`);
      assert.ok(Math.abs((await ballOf(page)) + 1.78) < 0.1, `${await ballOf(page)}`);
      await press(page, byId("downhill-part-two"));
      await page.touchscreen.tap(...(await placeOn(page, "two-plot", 0.24, 0.3)));
      await page.waitForSelector(`${byId("two-start")}[aria-label^="Start at w₁ = −1.0"]:focus`);
      const drag = async (/** @type {string} */ ball) =>
        assert.equal(await swipe(page, await placeOn(page, ball, 0.5, 0.5), [150, 60]), 0);
      await drag("two-start");
      await page.waitForSelector(`${byId("two-start")}[aria-label^="Start at w₁ = 0."]`);
      await press(page, byId("downhill-part-one"));
      await drag("one-ball");
      await untilWords(page, byId("one-more"), /from w = [12]\./);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("a swipe over a plot scrolls the page and leaves the run alone", async () => {
      const { page, errors } = await openedOnPhone(open);
      for (const [part, plot, words] of [
        [ONE, "one-plot", "one-more"],
        [TWO, "two-plot", "two-finding"],
      ]) {
        if (part === TWO) await press(page, byId("downhill-part-two"));
        await press(page, control(part, "step"));
        await press(page, control(part, "step"));
        await untilWords(page, byId(words), /2 steps/);
        const before = await textOf(page, words);
        const moved = await swipe(page, await placeOn(page, plot, 0.5, 0.1), [0, -200]);
        assert.ok(moved > 100, `${plot}: scrolled by ${moved}`);
        assert.equal(await textOf(page, words), before);
      }
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("after a click the arrow keys move the ball and the start", async () => {
      const { page, errors } = await openedPart(open, "one");
      await page.mouse.click(...(await placeOn(page, "one-plot", 0.5, 0.2)));
      await page.waitForSelector(`${byId("one-ball")}:focus`);
      await page.keyboard.press("ArrowRight");
      await untilWords(page, byId("one-more"), /from w = 0\.05/);
      await press(page, byId("downhill-part-two"));
      await page.mouse.click(...(await placeOn(page, "two-plot", 0.5, 0.5)));
      await page.waitForSelector(`${byId("two-start")}:focus`);
      await page.keyboard.press("ArrowUp");
      await page.waitForSelector(`${byId("two-start")}[aria-label="Start at w₁ = 0, w₂ = 0.050"]`);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("three paths from one start are those of the three rules", async () => {
      const { page, errors } = await openedPart(open, "two");
      await press(page, `${TWO} [data-choice="saddle"]`);
      await untilPaths(page, "saddle", SURFACES.saddle.start, 0.1, 0);
      await press(page, control(TWO, "step"));
      await untilPaths(page, "saddle", SURFACES.saddle.start, 0.1, 1);
      await press(page, control(TWO, "run"));
      await untilPaths(page, "saddle", SURFACES.saddle.start, 0.1, 300);
      await untilWords(page, byId("two-finding"), /left the map downhill, where C still falls/);
      await press(page, `${TWO} [data-choice="minima"]`);
      await page.mouse.click(...(await placeOn(page, "two-plot", 0.3, 0.2)));
      await page.focus(byId("two-start"));
      await page.keyboard.press("ArrowDown");
      const label = await page.$eval(byId("two-start"), (each) => each.getAttribute("aria-label"));
      const start = (label?.match(/[−\d.]+(?=,|$)/g) ?? []).map((text) =>
        Number(text.replace("−", "-")),
      );
      const [x, y] = start;
      assert.ok(Math.abs(x + 0.4 * MAP[0]) < 0.02 && Math.abs(y - 0.6 * MAP[1] + 0.05) < 0.02);
      await setField(page, control(TWO, "rate"), -0.7, "input");
      await press(page, control(TWO, "run"));
      await untilPaths(page, "minima", [x, y], 0.2, 300);
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { only: "chromium" },
);

/**
 * Waits until the finding and the table are what the three rules make of this start.
 * @param {Page} page @param {string} key @param {[number, number]} start @param {number} rate
 * @param {number} steps
 */
async function untilPaths(page, key, start, rate, steps) {
  const surface = SURFACES[key];
  const methods = /** @type {Method[]} */ (Object.keys(METHODS));
  const paths = methods.map((method) => pathFrom(method, start));
  for (let i = 0; i < steps; i++) for (const path of paths) advance(path, surface, rate);
  await untilSaid(page, byId("two-finding"), pathsFinding(surface, paths));
  for (const path of paths) {
    const row = `${TWO} [data-method="${path.method}"]`;
    await untilSaid(page, `${row} ${byId("two-outcome")}`, outcome(surface, path));
    await untilSaid(page, `${row} ${byId("two-cost")}`, number(surface.cost(endOf(path))));
  }
}
