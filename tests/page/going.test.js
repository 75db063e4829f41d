/** Going about the page: one lab at a time, each with an address; Back and Forward; the strip. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inBrowsers } from "../support/browser.js";
import {
  byId,
  clickOn,
  DIGITS,
  draw,
  openLab,
  press,
  stateOf,
  until,
  untilAtLeast,
  untilAtRest,
  untilSaved,
  untilWords,
} from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

/** Titles of the labs that can be seen. @param {Page} page */
function labsInSight(page) {
  return page.$$eval("dh-lab", (labs) =>
    labs.filter((lab) => lab.checkVisibility()).map((lab) => lab.querySelector("section")?.id),
  );
}

/** @param {Page} page @param {string} selector */
const topOf = (page, selector) =>
  page.$eval(selector, (element) => element.getBoundingClientRect().top);

/** Version of the network that a part has rendered. @param {Page} page @param {string} part */
const paintedIn = (page, part) =>
  page.$eval(part, (element) => /** @type {any} */ (element).paintedVersion);

/** Goes back or forward in the history. @param {Page} page @param {number} by */
const travel = (page, by) => page.evaluate((by) => history.go(by), by);

inBrowsers(
  "Going about the page",
  ({ open, name, url }) => {
    test("what ended meanwhile was not interrupted, however far Back leads", async () => {
      const { page, errors } = await open({ path: "#start=random&seed=4&epochs=10000" });
      await untilAtRest(page);
      await clickOn(page, byId("train"));
      await untilAtLeast(page, "steps", 20);
      await openLab(page, "cost");
      await press(page, byId("train"));
      await until(page, "phase", "paused");
      await untilAtRest(page);
      const steps = await stateOf(page, "steps");
      await untilSaved(page);
      await page.goto(`${url()}plans.html`);
      await Promise.all([page.waitForNavigation(), travel(page, -2)]);
      await until(page, "status", "ready");
      await until(page, "steps", steps);
      await untilAtRest(page);
      assert.equal(await stateOf(page, "lab"), "");
      assert.deepEqual(await stateOf(page, "notices"), []);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("a lab has an address; Back and Forward lead there and keep the network", async () => {
      const { page, errors } = await open({ path: "#start=random&seed=4" });
      await untilAtRest(page);
      await openLab(page, "cost");
      assert.equal(await page.evaluate(() => document.activeElement?.id), "cost-title");
      await press(page, byId("step"));
      await untilAtLeast(page, "steps", 1);
      await untilAtRest(page);
      const fingerprint = await stateOf(page, "fingerprint");
      await clickOn(page, '#cost a[href="#downhill"]');
      await until(page, "lab", "downhill");
      assert.deepEqual(await labsInSight(page), ["downhill"]);
      await travel(page, -1);
      await until(page, "lab", "cost");
      assert.deepEqual(await labsInSight(page), ["cost"]);
      await travel(page, -1);
      await until(page, "lab", "");
      assert.deepEqual(await labsInSight(page), []);
      assert.match(
        await page.evaluate(() => location.hash),
        /^#check=\w{7}&start=random&.*steps=1/,
      );
      await travel(page, 2);
      await until(page, "lab", "downhill");
      assert.equal(await stateOf(page, "fingerprint"), fingerprint);
      assert.match(
        await page.evaluate(() => location.hash),
        /^#downhill&check=\w{7}&start=random&.*steps=1/,
      );
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("an address written into the page opens its lab, and hides what it says", async () => {
      const { page, errors } = await open({ path: "#start=random&seed=4" });
      await untilAtRest(page);
      const fingerprint = await stateOf(page, "fingerprint");
      await page.evaluate(() => {
        location.hash = "#noise&hide=noise.test&theme=light";
      });
      await until(page, "lab", "noise");
      await until(page, "settings.theme", "light");
      await page.waitForSelector(byId("test-digit"), { hidden: true });
      assert.equal(await stateOf(page, "fingerprint"), fingerprint);
      const hash = await page.evaluate(() => location.hash);
      assert.match(hash, /^#noise&check=\w{7}&start=random&.*hide=noise\.test/);
      await travel(page, -1);
      await until(page, "lab", "");
      assert.equal(await stateOf(page, "settings.theme"), "light");
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("a reload stays in the lab, with the network and the drawing", async () => {
      const { page, errors } = await open({ path: "#start=random&seed=4" });
      await untilAtRest(page);
      await draw(page, DIGITS[3]);
      const strokes = await stateOf(page, "shown.strokes");
      await openLab(page, "inside");
      await press(page, byId("step"));
      await untilAtLeast(page, "steps", 1);
      await untilAtRest(page);
      const fingerprint = await stateOf(page, "fingerprint");
      await page.reload();
      await until(page, "status", "ready");
      await untilAtRest(page);
      assert.equal(await stateOf(page, "lab"), "inside");
      assert.equal(await stateOf(page, "fingerprint"), fingerprint);
      assert.deepEqual(await stateOf(page, "shown.strokes"), strokes);
      assert.ok(strokes.length > 0);
      await page.waitForSelector('#inside .instrument[aria-busy="false"] > *', { visible: true });
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("Back after a reload keeps the network, and to a place left in a replay", async () => {
      const { page, errors } = await open({ path: "#start=random&seed=4&rate=2&steps=4000" });
      await until(page, "status", "ready");
      await openLab(page, "inside");
      await until(page, "steps", 4000);
      await untilAtRest(page);
      await press(page, byId("step"));
      await until(page, "steps", 4001);
      await untilAtRest(page);
      const fingerprint = await stateOf(page, "fingerprint");
      await page.reload();
      await until(page, "status", "ready");
      await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
      await travel(page, -1);
      await until(page, "lab", "");
      assert.equal(await stateOf(page, "fingerprint"), fingerprint);
      assert.ok(await page.evaluate(() => "isSamePage" in globalThis));
      assert.deepEqual(errors, []);
      await page.close();
    });

    // The rest is the page's own business, the same in every browser.
    if (name === "firefox") return;

    for (const width of [1440, 390]) {
      test(`a cold link shows its lab’s title in the upper half, ${width} wide`, async () => {
        const { page, errors } = await open({ path: "#noise", width });
        await page.waitForSelector('#noise .instrument[aria-busy="false"] > *', { visible: true });
        const top = await topOf(page, "#noise-title");
        assert.ok(top > 0 && top < 450, `the title is at ${top}`);
        assert.deepEqual(await labsInSight(page), ["noise"]);
        await until(page, "status", "ready");
        assert.match(await page.evaluate(() => location.hash), /^#noise&start=/);
        assert.deepEqual(errors, []);
        await page.close();
      });
    }

    test("Back with a dialog open closes it, as it leads to another place", async () => {
      const { page, errors } = await open({ path: "#start=random&seed=4" });
      await until(page, "status", "ready");
      await openLab(page, "cost");
      await openLab(page, "noise");
      const dialogs = [
        ["#settings-dialog", "dh-toolbar .tools .settings"],
        ["#keys-dialog", "dh-toolbar .tools .keys"],
      ];
      for (const [dialog, button] of dialogs) {
        await press(page, button);
        await page.waitForSelector(`${dialog}[open]`);
        const lab = await stateOf(page, "lab");
        await travel(page, -1);
        await page.waitForSelector(`${dialog}:not([open])`);
        assert.notEqual(await stateOf(page, "lab"), lab);
      }
      assert.equal(await stateOf(page, "lab"), "");
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("a double click opens a list, which the next click closes", async () => {
      const { page, errors } = await open({ path: "#start=random&seed=4" });
      await until(page, "status", "ready");
      for (const [id, width, height] of /** @type {const} */ ([
        ["load", 1440, 900],
        ["labs", 390, 844],
      ])) {
        await page.setViewport({ width, height });
        const button = await page.waitForSelector(byId(id), { visible: true });
        assert.ok(button);
        await button.click({ count: 2 });
        const isOpen = () => page.evaluate(() => document.querySelector(":popover-open")?.id ?? "");
        assert.match(await isOpen(), /-list$/);
        await button.click();
        assert.equal(await isOpen(), "");
      }
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("what was answered in a lab is there when the visitor comes back to it", async () => {
      const { page, errors } = await open({ path: "#inside&start=random" });
      await untilAtRest(page);
      await page.waitForSelector("#inside .predict button", { visible: true });
      await clickOn(page, "#inside .predict button");
      await openLab(page, "learned");
      await openLab(page, "inside");
      const pressed = await page.$eval("#inside .predict button", (button) =>
        button.getAttribute("aria-pressed"),
      );
      assert.equal(pressed, "true");
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("a lab not open renders nothing; opened again it shows the network as it is", async () => {
      const { page, errors } = await open({ path: "#learned&start=random&seed=4" });
      await untilAtRest(page);
      await page.waitForSelector("#learned dh-tiles .tile", { visible: true });
      await openLab(page, "cost");
      const before = await paintedIn(page, "#learned dh-tiles");
      await press(page, byId("step"));
      await untilAtLeast(page, "steps", 1);
      await untilAtRest(page);
      const version = await stateOf(page, "version");
      assert.ok(version > before);
      assert.equal(await paintedIn(page, "#learned dh-tiles"), before);
      await openLab(page, "learned");
      await page.waitForFunction(
        (version) =>
          /** @type {any} */ (document.querySelector("#learned dh-tiles")).paintedVersion ===
          version,
        { polling: 40 },
        version,
      );
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("in the strip of a lab a digit is drawn and read", async () => {
      const { page, errors } = await open({ path: "#cost" });
      await until(page, "status", "ready");
      await page.waitForSelector('#cost .instrument[aria-busy="false"] > *', { visible: true });
      await page.evaluate(() => scrollTo({ top: 400, behavior: "instant" }));
      await draw(page, DIGITS[7]);
      await until(page, "reading.answer", 7);
      await untilWords(page, byId("prediction"), /7/);
      assert.ok((await topOf(page, byId("drawing"))) < 200);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("on a phone the strip opens for a drawing and closes again", async () => {
      const { page, errors } = await open({ path: "#cost", width: 390, height: 844 });
      await until(page, "status", "ready");
      await clickOn(page, byId("enlarge"));
      await page.waitForFunction(
        (selector) => Number(document.querySelector(selector)?.clientWidth) > 300,
        { polling: 40 },
        byId("drawing"),
      );
      await draw(page, DIGITS[7]);
      await until(page, "reading.answer", 7);
      await clickOn(page, byId("enlarge"));
      await page.waitForFunction(
        (selector) => Number(document.querySelector(selector)?.clientWidth) < 80,
        { polling: 40 },
        byId("drawing"),
      );
      await clickOn(page, byId("labs"));
      await clickOn(page, 'nav.labs a[href="#noise"]');
      await until(page, "lab", "noise");
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { thorough: "firefox" },
);
