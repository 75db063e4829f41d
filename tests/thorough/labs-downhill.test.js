/**
 * The lab Downhill in a browser, its part about the network on the page: what its user does, and
 * the numbers compared with the engine's.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { moved, pointOf } from "../../web/common/planes.js";
import { inBrowsers } from "../support/browser.js";
import {
  digits,
  engine,
  openedLab,
  untilCurrent,
  untilSaid,
  useOwnDigits,
} from "../support/labs.js";
import {
  byId,
  clickOn,
  modelOf,
  openLab,
  press,
  stateOf,
  until,
  untilAtLeast,
  untilAtRest,
  untilComplete,
  untilWords,
} from "../support/visitor.js";

/**
 * @typedef {import("puppeteer-core").Page} Page
 * @typedef {import("../support/labs.js").Network} Network
 */

const REAL = "dh-downhill-real";
const LINE = "dh-downhill-line";
const PLANE = "dh-downhill-plane";
const WIDGET = byId("downhill-plane");
/** What the page says of a network in the square. */
const INSIDE = /^\s*The network is (on this plane\s*$|[\d.]+ off this plane: the dot)/;

/** As the lab writes a cost or a slope. @param {number} value @returns {string} */
function written(value) {
  if (value < 0) return `−${written(-value)}`;
  return value > 0 && value < 0.1 ? value.toPrecision(3) : value.toFixed(value >= 1 ? 2 : 3);
}

/** @param {number} actual @param {number} expected @param {string} what */
function close(actual, expected, what) {
  const isClose = Math.abs(actual - expected) < 1e-5 * Math.max(1, Math.abs(expected));
  assert.ok(isClose, `${what}: ${actual} instead of ${expected}`);
}

/**
 * The lab with its part about the network, one trained a little.
 * @param {import("../support/labs.js").Open} open
 */
async function openedReal(open) {
  const opened = await openedLab(open, "downhill");
  await showReal(opened.page);
  return opened;
}

/** @param {Page} page */
async function showReal(page) {
  await openLab(page, "downhill");
  await press(page, byId("downhill-part-real"));
}

/**
 * Enter on a button, which keeps the focus also when its effect is seen.
 * @param {Page} page @param {string} id @param {() => Promise<unknown>} effect  waits for it
 */
async function enter(page, id, effect) {
  const button = byId(id);
  await page.waitForSelector(`${button}:not([aria-disabled="true"])`);
  await page.focus(button);
  await page.keyboard.press("Enter");
  await effect();
  await page.waitForSelector(`${button}:focus`);
}

/** The line on the page, of the network as it is now. @param {Page} page */
async function lineOf(page) {
  await untilCurrent(page, LINE, "line");
  const { direction, ...line } = await page.$eval(LINE, (part) => {
    const { answer } = /** @type {any} */ (part).line;
    const lists = {
      direction: [...answer.direction],
      ts: [...answer.ts],
      costs: [...answer.costs],
    };
    return { ...answer, ...lists };
  });
  return { ...line, direction: Float32Array.from(direction) };
}

/** What is drawn on the plane; each update paints it. @param {Page} page */
const drawingOf = (page) =>
  page.$eval(PLANE, async (part) => {
    await /** @type {any} */ (part).updateComplete;
    return part.querySelector("canvas")?.toDataURL() ?? "";
  });

/** Waits until this is drawn on the plane. @param {Page} page @param {string} drawing */
async function untilDrawn(page, drawing) {
  await page.waitForFunction(
    (selector, drawing) =>
      /** @type {HTMLCanvasElement} */ (document.querySelector(selector)).toDataURL() === drawing,
    { polling: 40 },
    `${WIDGET} canvas`,
    drawing,
  );
}

/** The plane's choices: "+" for a pressed one, "-" for a disabled one. @param {Page} page */
const choicesOf = (page) =>
  page.$$eval(`${PLANE} [aria-pressed]`, (buttons) =>
    buttons
      .map((button) => {
        const isDisabled = button.getAttribute("aria-disabled") === "true";
        return `${button.ariaPressed === "true" ? "+" : ""}${isDisabled ? "-" : ""}${
          button.getAttribute("data-testid")?.split("-")[1]
        }`;
      })
      .join(" "),
  );

/** The whole picture on the page. @param {Page} page */
async function landOf(page) {
  // What the part makes of the newest state; it may want another plane.
  await page.evaluate(async (part) => {
    const plane = /** @type {any} */ (document.querySelector(part));
    await plane?.session.painted();
    await plane?.updateComplete;
  }, PLANE);
  await page.waitForFunction(
    (part) => {
      const { land, query } = /** @type {any} */ (document.querySelector(part));
      return land?.side === 61 && query.status === "done" && query.isCurrent;
    },
    { polling: 40 },
    PLANE,
  );
  const land = await page.$eval(PLANE, (part) => {
    const { land } = /** @type {any} */ (part);
    const { origin, u, v } = land.plane;
    const plane = { origin: [...origin], u: [...u], v: [...v] };
    return { ...land, plane, as: [...land.as], bs: [...land.bs], costs: [...land.costs] };
  });
  const [origin, u, v] = ["origin", "u", "v"].map((name) => Float32Array.from(land.plane[name]));
  return { ...land, plane: { origin, u, v } };
}

/**
 * The network with these parameters.
 * @param {Network} net @param {Float32Array} parameters
 */
function at(net, parameters) {
  const copy = net.clone();
  copy.setParameters(parameters);
  return copy;
}

/**
 * Every tenth cost of a line is the engine's.
 * @param {Network} net
 * @param {any} line
 * @param {any} data
 */
function checkLine(net, line, data) {
  const count = Math.min(1000, data.count);
  const gradient = net.meanGradient(data, { from: 0, count });
  const squared = gradient.reduce((sum, g) => sum + g * g, 0);
  close(line.squared / squared, 1, "|∇C|²");
  const costs = net.costAlong(line.direction, Float32Array.from(line.ts), data, { from: 0, count });
  for (let i = 0; i < costs.length; i += 10)
    close(line.costs[i], costs[i], `cost at ${line.ts[i]}`);
  const here = net.evaluate(data, { from: 0, count }).cost;
  close(line.costs[0], here, "cost at t = 0");
  assert.ok(Math.abs(line.slope / -squared - 1) < 0.02, `${line.slope} beside ${-squared}`);
  return squared;
}

inBrowsers(
  "The lab Downhill",
  ({ open }) => {
    test("the line is the engine’s, its slope −|∇C|²; a step is taken and undone", async () => {
      const { page, errors, net } = await openedReal(open);
      await page.waitForSelector(`${LINE} .plot`, { hidden: true });
      await page.focus(`#downhill ${byId("just-show")}`);
      await page.keyboard.press("Enter");
      await page.waitForSelector(`${REAL} .predict [aria-pressed="false"]:focus`);
      const line = await lineOf(page);
      const squared = checkLine(net, line, digits);
      await untilSaid(page, byId("downhill-squared"), written(-squared));
      await untilSaid(page, byId("downhill-slope"), written(line.slope));
      const best = line.costs.indexOf(Math.min(...line.costs));
      await untilSaid(page, byId("downhill-t"), written(line.ts[best]));
      const length = line.ts[best] * Math.sqrt(squared);
      await untilSaid(page, byId("downhill-length"), written(length));
      await page.focus(byId("downhill-slider"));
      for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
      await untilSaid(page, byId("downhill-t"), written(line.ts[best + 3]));
      await untilSaid(page, byId("downhill-cost-there"), written(line.costs[best + 3]));
      const before = await stateOf(page, "fingerprint");
      const moving = at(net, moved(net.parameters, line.ts[best + 3], line.direction));
      await enter(page, "downhill-take", () => until(page, "fingerprint", moving.fingerprint));
      checkLine(moving, await lineOf(page), digits);
      await (await page.waitForSelector(".notice ::-p-text(Undo)"))?.click();
      await until(page, "fingerprint", before);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("the network goes to a place of the plane by keyboard, and back by undo", async () => {
      const { page, errors, net } = await openedReal(open);
      const land = await landOf(page);
      assert.equal(land.choice, "path");
      const before = await stateOf(page, "fingerprint");
      const now = land.path.at(-1);
      const cell = [land.as, land.bs].map((axis, k) =>
        Math.round((60 * ([now.a, now.b][k] - axis[0])) / (axis[60] - axis[0])),
      );
      await page.focus(WIDGET);
      for (const key of /** @type {const} */ (["ArrowLeft", "ArrowLeft", "ArrowUp"]))
        await page.keyboard.press(key);
      const [i, j] = [cell[0] - 2, cell[1] + 1];
      const there = at(net, pointOf(land.plane, land.as[i], land.bs[j]));
      const { cost } = there.evaluate(digits, { from: 0, count: 1000 });
      close(land.costs[61 * j + i], cost, "cost at the cursor");
      await untilSaid(page, byId("downhill-plane-cost"), written(cost));
      await press(page, byId("downhill-put"));
      await until(page, "fingerprint", there.fingerprint);
      await untilWords(page, byId("downhill-away"), /^\s*The network is on this plane\s*$/);
      await (await page.waitForSelector(".notice ::-p-text(Undo)"))?.click();
      await until(page, "fingerprint", before);
      await untilWords(page, byId("downhill-away"), /^\s*The network is on this plane\s*$/);
      assert.deepEqual((await landOf(page)).costs, land.costs, "the plane stays");
      await enter(page, "downhill-recentre", () =>
        untilWords(page, PLANE, /The path begins at step 800, where this network came back/),
      );
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("each choice of a plane has the engine’s costs, also under the mouse", async () => {
      const { page, errors, net } = await openedReal(open);
      for (const choice of ["main", "random"]) {
        await press(page, byId(`downhill-${choice}`));
        const land = await landOf(page);
        assert.equal(land.choice, choice);
        for (const [i, j] of [
          [0, 0],
          [60, 31],
          [17, 44],
        ]) {
          const there = at(net, pointOf(land.plane, land.as[i], land.bs[j]));
          const { cost } = there.evaluate(digits, { from: 0, count: 1000 });
          close(land.costs[61 * j + i], cost, `${choice} ${i} ${j}`);
        }
      }
      const { costs } = await landOf(page);
      const widget = await page.$(WIDGET);
      await widget?.evaluate((box) => box.scrollIntoView({ block: "center", behavior: "instant" }));
      const box = /** @type {import("puppeteer-core").BoundingBox} */ (await widget?.boundingBox());
      await page.mouse.move(box.x + (17 / 60) * box.width, box.y + (16 / 60) * box.height);
      await untilSaid(page, byId("downhill-plane-cost"), written(costs[61 * 44 + 17]));
      await press(page, byId("downhill-part-one"));
      await page.waitForSelector("dh-one-input canvas");
      await page.keyboard.press("ArrowRight");
      await page.waitForSelector("dh-two-inputs canvas");
      await page.keyboard.press("End");
      assert.deepEqual((await landOf(page)).costs, costs, "the part is as it was left");
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("training moves the network: the line follows, the plane where it is left", async () => {
      const { page, errors } = await openedReal(open);
      await landOf(page);
      await clickOn(page, byId("train"));
      await untilAtLeast(page, "steps", 1500);
      await press(page, byId("downhill-main"));
      assert.equal((await landOf(page)).choice, "main", "a plane is computed while it trains");
      await press(page, byId("downhill-path"));
      await landOf(page);
      await untilWords(page, byId("downhill-away"), / off this plane/);
      await clickOn(page, byId("train"));
      await untilAtRest(page);
      await untilWords(page, byId("downhill-away"), INSIDE);
      const first = await landOf(page);
      const net = engine.load(await modelOf(page));
      checkLine(net, await lineOf(page), digits);
      await page.evaluate(async () => {
        const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
        await session.edit({ indices: [0], values: [1000], gesture: "far away" });
      });
      await untilWords(page, byId("downhill-away"), / off this plane/);
      await page.evaluate(() =>
        /** @type {any} */ (document.querySelector("dh-playground")).session.undo(),
      );
      await until(page, "fingerprint", net.fingerprint);
      assert.deepEqual((await landOf(page)).costs, first.costs, "no other plane for an edit");
      await enter(page, "downhill-recentre", () =>
        untilWords(page, byId("downhill-away"), / on this plane/),
      );
      const second = await landOf(page);
      const { cost } = at(net, pointOf(second.plane, second.as[9], second.bs[50])).evaluate(
        digits,
        { from: 0, count: 1000 },
      );
      close(second.costs[61 * 50 + 9], cost, "a cost of the new plane");
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("a first training is in the picture when it ends", async () => {
      const { page, errors } = await open({ path: "#start=random&seed=3&rate=2" });
      await untilComplete(page);
      await showReal(page);
      assert.equal((await landOf(page)).choice, "random", "there is no path yet");
      assert.equal(await choicesOf(page), "-path -main +random");
      await press(page, byId("downhill-main"));
      await untilWords(page, PLANE, /can be shown after some training/);
      assert.equal(await choicesOf(page), "-path -main +random", "a disabled one does nothing");
      const before = await stateOf(page, "fingerprint");
      await page.focus(WIDGET);
      for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowRight");
      const drawing = await drawingOf(page);
      await press(page, byId("downhill-put"));
      await page.waitForSelector(".notice ::-p-text(Undo)");
      assert.notEqual(await drawingOf(page), drawing, "the network is drawn where it was put");
      await (await page.waitForSelector(".notice ::-p-text(Undo)"))?.click();
      await until(page, "fingerprint", before);
      await untilDrawn(page, drawing); // No line leads to where it was.
      await clickOn(page, byId("train"));
      await untilAtLeast(page, "steps", 1500);
      await clickOn(page, byId("train"));
      await untilAtRest(page);
      await untilWords(page, byId("downhill-away"), INSIDE);
      const { choice, path, as, bs } = await landOf(page);
      assert.equal(choice, "path");
      assert.equal(await choicesOf(page), "+path main random");
      assert.ok(path.at(-1).step > 100, `a plane of the first ${path.at(-1).step} steps`);
      for (const { a, b } of path)
        assert.ok(a > as[0] && a < as[60] && b > bs[0] && b < bs[60], `${a}, ${b}`);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("another network and other digits have costs of their own", async () => {
      const { page, errors } = await openedReal(open);
      await landOf(page);
      await page.evaluate(async () => {
        const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
        const changes = { layers: [12], hidden: "relu", output: "softmax", cost: "cross-entropy" };
        await session.setAll({ ...changes, optimizer: "adam" }, "test");
      });
      const data = await useOwnDigits(page, 11, 600);
      assert.equal(data.count, 300);
      await openLab(page, "downhill");
      await page.waitForFunction(
        (part) => /** @type {any} */ (document.querySelector(part)).land?.count === 300,
        { polling: 40 },
        PLANE,
      );
      const land = await landOf(page);
      assert.equal(land.choice, "random", "there is no path yet");
      await untilWords(page, PLANE, /There is no path yet/);
      const net = engine.load(await modelOf(page));
      const own = engine.handwriting({ count: 600, seed: 11 });
      checkLine(net, await lineOf(page), own.slice(0, 300));
      await untilWords(page, LINE, /Training uses Adam, which steps in another\s+direction/);
      const there = at(net, pointOf(land.plane, land.as[3], land.bs[20]));
      close(land.costs[61 * 20 + 3], there.evaluate(own.slice(0, 300)).cost, "cost");
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { only: "chromium" },
);
