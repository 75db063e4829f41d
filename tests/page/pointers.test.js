/**
 * What is drawn or dragged follows the pointer that holds it, and none after its release: also when
 * nobody told the page of it, with two fingers, or with a pen and a palm.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inBrowsers } from "../support/browser.js";
import { byId, openLab, press, stateOf, until, untilAtRest } from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {(x: number, y: number) => { x: number, y: number }} Place  from 0…1 of the element */

/** @param {Page} page @returns {Promise<number[][][]>} */
const strokesOf = (page) => stateOf(page, "shown.strokes");

/** @param {Page} page @param {string} id */
const placeOfBall = (page, id) => page.$eval(byId(id), (ball) => ball.getAttribute("style"));

/**
 * What can be held: in which lab, by what, and what it changes.
 * @type {{ name: string, lab: string, at: string, prepare?: string,
 *   changed: (page: Page) => Promise<unknown> }[]}
 */
const THINGS = [
  { name: "the drawing", lab: "", at: byId("drawing"), changed: strokesOf },
  {
    name: "the drawing of Teach",
    lab: "teach",
    at: '#teach canvas[data-picture="plain"]',
    changed: strokesOf,
  },
  {
    name: "the brush of Inside",
    lab: "inside",
    at: '#inside canvas[data-field="weights"]',
    prepare: byId("inside-brush"),
    changed: (page) => stateOf(page, "version"),
  },
  {
    name: "the ball on a curve",
    lab: "downhill",
    at: byId("one-plot"),
    changed: (page) => placeOfBall(page, "one-ball"),
  },
  {
    name: "the start on a map",
    lab: "downhill",
    prepare: byId("downhill-part-two"),
    at: byId("two-plot"),
    changed: (page) => placeOfBall(page, "two-start"),
  },
];

/** @param {Page} page @param {string} selector @returns {Promise<Place>} */
async function placeIn(page, selector) {
  const handle = await page.waitForSelector(selector, { visible: true });
  await handle?.evaluate((element) =>
    element.scrollIntoView({ block: "center", behavior: "instant" }),
  );
  const box = await handle?.boundingBox();
  assert.ok(box);
  return (x, y) => ({ x: box.x + x * box.width, y: box.y + y * box.height });
}

/**
 * Waits until the page has taken in all that was sent to it, and its worker too: one edit may be on
 * its way, and one more wait for it.
 * @param {Page} page
 */
async function settled(page) {
  await page.evaluate(async () => {
    const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(null))));
    for (let i = 0; i < 3; i++) {
      await session.command("ping");
      await session.painted();
    }
  });
}

/**
 * Both buttons are down, the left one is lifted: browsers tell it by a move without that button.
 * @param {Page} page @param {Place} at
 */
async function loseTheRelease({ mouse }, at) {
  const { x, y } = at(0.3, 0.4);
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(at(0.4, 0.4).x, y);
  await mouse.down({ button: "right" });
  await mouse.up({ button: "left" });
}

inBrowsers("A pointer", ({ open, name }) => {
  test("draws or drags nothing once its button is no longer down", async () => {
    const { page, errors } = await open({ path: "#start=random&seed=5" });
    await untilAtRest(page);
    // A menu of the right button would have the mouse to itself.
    await page.evaluate(() =>
      addEventListener("contextmenu", (event) => event.preventDefault(), { capture: true }),
    );
    for (const { name, lab, at: selector, prepare, changed } of THINGS) {
      if (lab) await openLab(page, lab);
      if (prepare) await press(page, prepare);
      const at = await placeIn(page, selector);
      const before = await changed(page);
      await loseTheRelease(page, at);
      await settled(page);
      const after = await changed(page);
      assert.notDeepEqual(after, before, `${name} follows the mouse`);
      for (const x of [0.6, 0.7]) await page.mouse.move(at(x, 0.6).x, at(x, 0.6).y);
      await settled(page);
      assert.deepEqual(await changed(page), after, name);
      await page.mouse.up({ button: "right" });
      await page.mouse.move(1, 1);
    }
    assert.deepEqual(errors, []);
    await page.close();
  });

  if (name !== "chromium") return;

  test("draws no more when it was lost, whoever took it", async () => {
    const { page, errors } = await open({ path: "#start=random&seed=5" });
    await until(page, "status", "ready");
    const at = await placeIn(page, byId("drawing"));
    const session = await page.createCDPSession();
    const mouse = (/** @type {string} */ type, /** @type {number} */ x, buttons = 1) =>
      session.send("Input.dispatchMouseEvent", {
        type: /** @type {any} */ (type),
        ...at(x, 0.5),
        button: type === "mouseMoved" ? "none" : "left",
        buttons,
        clickCount: 1,
      });
    await mouse("mousePressed", 0.2);
    await mouse("mouseMoved", 0.4);
    // The button was lifted where the page heard nothing of it: over a dialog of the browser, say.
    await mouse("mouseMoved", 0.6, 0);
    await mouse("mouseMoved", 0.8, 1);
    await settled(page);
    const [lost, ...others] = await strokesOf(page);
    assert.equal(others.length, 0);
    assert.ok(Math.max(...lost.map(([x]) => x)) < 0.5);
    // The next press begins a stroke, though the end of the last was never told.
    await mouse("mousePressed", 0.2);
    await mouse("mouseMoved", 0.4);
    await mouse("mousePressed", 0.6);
    await mouse("mouseMoved", 0.8);
    await mouse("mouseReleased", 0.8, 0);
    await settled(page);
    assert.equal((await strokesOf(page)).length, 3);
    assert.deepEqual(errors, []);
    await page.close();
  });

  test("a second finger draws nothing, and a pen takes back what the palm drew", async () => {
    const { page, errors } = await open({ path: "#start=random&seed=5" });
    await until(page, "status", "ready");
    const at = await placeIn(page, byId("drawing"));
    const session = await page.createCDPSession();
    /** @param {string} type @param {[id: number, x: number, y: number][]} fingers */
    const touch = (type, fingers) =>
      session.send("Input.dispatchTouchEvent", {
        type: /** @type {any} */ (type),
        touchPoints: fingers.map(([id, x, y]) => ({ id, ...at(x, y) })),
      });
    await touch("touchStart", [[1, 0.2, 0.2]]);
    await touch("touchMove", [[1, 0.3, 0.3]]);
    await touch("touchStart", [
      [1, 0.3, 0.3],
      [2, 0.9, 0.9],
    ]);
    await touch("touchMove", [
      [1, 0.4, 0.4],
      [2, 0.8, 0.9],
    ]);
    await touch("touchEnd", []);
    await settled(page);
    const [stroke, ...others] = await strokesOf(page);
    assert.equal(others.length, 0);
    assert.ok(stroke.length >= 3);
    assert.ok(Math.max(...stroke.flat()) < 0.5);

    const pen = (/** @type {string} */ type, /** @type {number} */ x, buttons = 1) =>
      session.send("Input.dispatchMouseEvent", {
        type: /** @type {any} */ (type),
        ...at(x, 0.1),
        button: type === "mouseMoved" ? "none" : "left",
        buttons,
        clickCount: 1,
        pointerType: "pen",
      });
    await touch("touchStart", [[3, 0.9, 0.9]]);
    await touch("touchMove", [[3, 0.8, 0.9]]);
    await settled(page);
    assert.equal((await strokesOf(page)).length, 2);
    await pen("mousePressed", 0.5);
    await pen("mouseMoved", 0.6);
    await touch("touchMove", [[3, 0.7, 0.9]]);
    await pen("mouseMoved", 0.7);
    await pen("mouseReleased", 0.7, 0);
    await touch("touchEnd", []);
    await settled(page);
    const strokes = await strokesOf(page);
    assert.equal(strokes.length, 2);
    assert.ok(strokes[1].every(([, y]) => y < 0.2));
    assert.deepEqual(errors, []);
    await page.close();
  });

  test("a finger can draw again after what it drew on was taken away", async () => {
    const { page, errors } = await open({ path: "#start=random&seed=5" });
    await until(page, "status", "ready");
    const selector = byId("drawing");
    const at = await placeIn(page, selector);
    const session = await page.createCDPSession();
    const touch = (/** @type {string} */ type, /** @type {object[]} */ ...touchPoints) =>
      session.send("Input.dispatchTouchEvent", /** @type {any} */ ({ type, touchPoints }));
    await touch("touchStart", { id: 1, ...at(0.4, 0.4) });
    await page.$eval("dh-playground", (part) => {
      const [place, parent] = [part.nextSibling, /** @type {Element} */ (part.parentNode)];
      part.remove();
      parent.insertBefore(part, place);
    });
    await touch("touchCancel");
    const { length: before } = await strokesOf(page);
    const again = await placeIn(page, selector);
    await touch("touchStart", { id: 7, ...again(0.5, 0.5) });
    await touch("touchMove", { id: 7, ...again(0.6, 0.6) });
    await touch("touchEnd");
    await settled(page);
    assert.equal((await strokesOf(page)).length, before + 1);
    assert.deepEqual(errors, []);
    await page.close();
  });
});
