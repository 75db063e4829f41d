/**
 * Small and turned screens, zoomed pages, large letters, letters set apart, and screens that
 * change: all is there, and is reached by scrolling down alone (WCAG 1.4.4, 1.4.10, 1.4.12).
 */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { LAB_NAMES } from "../../web/common/labs.js";
import { inBrowsers, launch, openPage } from "../support/browser.js";
import {
  byId,
  clickOn,
  DIGITS,
  draw,
  openLab,
  openSettings,
  PATIENCE,
  press,
  until,
  untilAtRest,
  untilStill,
} from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

const PATH = "#start=random&seed=3&steps=300";

/** What is wider than the window, if the page or what is open over it is. @param {Page} page */
function tooWide(page) {
  return page.evaluate(() => {
    const { documentElement: root } = document;
    const isOver = [...document.querySelectorAll("dialog[open], [popover]")].filter(
      (e) =>
        e.checkVisibility() &&
        (e.scrollWidth > e.clientWidth || e.getBoundingClientRect().left < 0),
    );
    const wide = root.scrollWidth > root.clientWidth ? [`the page: ${root.scrollWidth}`] : [];
    const isScrolled = (/** @type {Element} */ e) => {
      for (let up = e.parentElement; up && up !== document.body; up = up.parentElement) {
        if (getComputedStyle(up).overflowX !== "visible") return true;
      }
      return false;
    };
    const beyond = wide.length
      ? [...document.querySelectorAll("body *")].filter(
          (e) => e.getBoundingClientRect().right > root.clientWidth + 1 && !isScrolled(e),
        )
      : [];
    return [...wide, ...[...isOver, ...beyond].map((e) => e.outerHTML.slice(0, 120)).slice(0, 5)];
  });
}

/** Nothing scrolls sideways, wherever the visitor goes. @param {Page} page */
async function assertNarrow(page) {
  /** @param {string} where */
  const look = async (where) => {
    await untilStill(page);
    assert.deepEqual(await tooWide(page), [], where);
  };
  await look("playground");
  for (const { id } of LAB_NAMES) {
    await openLab(page, id);
    await press(page, `#${id} .predict .row button, #${id} .instrument button`);
    await page.$$eval(`#${id} details`, (all) => {
      for (const details of all) /** @type {HTMLDetailsElement} */ (details).open = true;
    });
    await look(id);
    const parts = await page.$$eval(`#${id} [role="tab"]`, (tabs) => tabs.map(({ id }) => id));
    for (const part of parts) {
      await press(page, `#${part}`);
      await look(`${id}, ${part}`);
    }
  }
  await press(page, byId("labs"));
  await look("the list of labs");
  await page.keyboard.press("Escape");
  await openSettings(page);
  await page.$$eval("#settings-dialog details", (all) => {
    for (const details of all) /** @type {HTMLDetailsElement} */ (details).open = true;
  });
  await look("settings");
  await page.keyboard.press("Escape");
  await page.waitForSelector("#settings-dialog[open]", { hidden: true });
  await page.keyboard.press("?");
  await page.waitForSelector("#keys-dialog[open]");
  await look("keys");
  await page.keyboard.press("Escape");
}

/**
 * How much of an element is in the window and not under anything else, 0…1, in a grid of 25 points.
 * @param {Page} page @param {string} selector
 */
function inSight(page, selector) {
  return page.$eval(selector, (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const ticks = [0.1, 0.3, 0.5, 0.7, 0.9];
    const points = ticks.flatMap((x) => ticks.map((y) => [left + x * width, top + y * height]));
    const seen = points.filter(([x, y]) => {
      const there = document.elementFromPoint(x, y);
      return there !== null && (element.contains(there) || there.contains(element));
    });
    return seen.length / points.length;
  });
}

/** Settings of text that a reader may choose: WCAG 1.4.12. */
const SET_APART = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }`;

inBrowsers(
  "A small screen",
  ({ open, url }) => {
    test("of 320 pixels, a page at four times its size, never scrolls sideways", async () => {
      const { page, errors } = await open({ path: PATH, width: 320, height: 256 });
      await untilAtRest(page);
      // What no key does for a phone is there at any size.
      for (const [width, height] of [
        [360, 640],
        [320, 568],
        [320, 256],
      ]) {
        await page.setViewport({ width, height });
        await untilStill(page);
        for (const part of [
          byId("undo"),
          byId("reset"),
          byId("train"),
          byId("step"),
          ".settings",
        ]) {
          const isSeen = (await inSight(page, `dh-toolbar ${part}`)) >= 0.8;
          assert.ok(isSeen, `${part} at ${width}×${height}`);
        }
      }
      await draw(page, DIGITS[3]);
      await assertNarrow(page);
      assert.deepEqual(errors, []);
      await page.close();
    });

    for (const [width, height] of [
      [667, 375],
      [720, 450],
      [844, 390],
    ]) {
      test(`of ${width}×${height} shows drawing, answer, numbers and Train at once`, async () => {
        const { page, errors } = await open({ path: PATH, width, height });
        await untilAtRest(page);
        await dismissNotices(page);
        await untilStill(page);
        const parts = [byId("drawing"), byId("prediction"), "dh-toolbar .primary"];
        const numbers = [byId("epoch"), byId("accuracy")];
        for (const part of [...parts, ...numbers, "dh-network canvas"]) {
          assert.ok((await inSight(page, part)) >= 0.8, part);
        }
        await draw(page, DIGITS[3]);
        await until(page, "reading.shown.kind", "drawing");
        assert.equal(await page.evaluate("scrollY"), 0);
        await press(page, "dh-toolbar .primary");
        await until(page, "phase", "running");
        await press(page, "dh-toolbar .primary");
        await openLab(page, "inside");
        await untilStill(page);
        // What is read has at least half of the window, whatever else stays in it.
        const free = await page.evaluate(() => {
          scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
          const bars = ["dh-toolbar", "dh-playground"].map((name) => {
            const { top, bottom } = /** @type {Element} */ (
              document.querySelector(name)
            ).getBoundingClientRect();
            return Math.max(0, Math.min(bottom, innerHeight) - Math.max(0, top));
          });
          return innerHeight - bars[0] - bars[1];
        });
        assert.ok(free >= height / 2, `${free} px of ${height} are free`);
        assert.deepEqual(errors, []);
        await page.close();
      });
    }

    test("keeps two thirds of it free of notices, which open and close", async () => {
      const { page, errors } = await open({ path: PATH, width: 390, height: 844 });
      await untilAtRest(page);
      await page.waitForSelector(".notice ::-p-text(Take the tour)");
      await page.evaluate((words) => {
        const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
        session.say(words, { key: "one", stays: true, button: "Try", other: { button: "Leave" } });
        session.say(words, { key: "two", stays: true, button: "Undo" });
      }, "Digits that could not be loaded, and what the page does about it. ".repeat(3));
      await page.waitForSelector(".notices > .more");
      const share = () =>
        page.$eval(".notices", (notices) => notices.getBoundingClientRect().height / innerHeight);
      const shown = () =>
        page.$$eval(".notice", (all) => all.filter((e) => e.checkVisibility()).length);
      assert.equal(await shown(), 1);
      assert.ok((await share()) < 0.2);
      const cut = () =>
        page.$eval(".notice:last-child p", (p) => p.scrollHeight - p.clientHeight > 1);
      assert.equal(await cut(), true);
      await page.focus(".notices > .more");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".notices[data-open]");
      assert.equal(await shown(), 3);
      assert.ok((await share()) < 0.34);
      assert.equal(await cut(), false);
      await clickOn(page, ".notices > .more");
      await page.waitForSelector(".notices:not([data-open])");
      assert.equal(await shown(), 1);
      // A tap on the words opens them, too.
      await page.touchscreen.tap(
        195,
        await page.$eval(".notice:last-child p", (p) => p.getBoundingClientRect().top + 8),
      );
      await page.waitForSelector(".notices[data-open]");
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("is scrolled by a swipe over the network, and beside the drawing", async () => {
      const { page, errors } = await open({ path: PATH, width: 667, height: 375 });
      await untilAtRest(page);
      await dismissNotices(page);
      const session = await page.createCDPSession();
      for (const selector of ["dh-network canvas", "dh-prediction", ".draw .tools"]) {
        await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
        const { x, y } = await page.$eval(selector, (element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect();
          return { x: (left + right) / 2, y: (top + bottom) / 2 };
        });
        /** @param {"touchStart" | "touchMove" | "touchEnd"} type @param {number[]} to */
        const touch = (type, ...to) =>
          session.send("Input.dispatchTouchEvent", {
            type,
            touchPoints: to.map((dy) => ({ x, y: y + dy, id: 1 })),
          });
        await touch("touchStart", 0);
        for (let dy = -10; dy >= -120; dy -= 10) await touch("touchMove", dy);
        await touch("touchEnd");
        await page.waitForFunction("scrollY > 40", PATIENCE);
      }
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("cuts nothing when its reader sets the letters apart", async () => {
      const { page, errors } = await open({ path: PATH, width: 1280, height: 800 });
      await untilAtRest(page);
      // A reader's own style, which the page's policy has no say in.
      await page.evaluate((style) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(style);
        document.adoptedStyleSheets.push(sheet);
      }, SET_APART);
      for (const id of ["", ...LAB_NAMES.map((lab) => lab.id)]) {
        if (id) await openLab(page, id);
        await untilStill(page);
        assert.deepEqual(await tooWide(page), [], id);
        assert.deepEqual(await cutTexts(page), [], id || "playground");
      }
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("is drawn anew when the number of its dots changes", async () => {
      const { page, errors } = await open({ path: PATH });
      await untilAtRest(page);
      const session = await page.createCDPSession();
      /** @param {number} ratio @param {number} height */
      const show = (ratio, height) =>
        session.send("Emulation.setDeviceMetricsOverride", {
          ...{ width: 1440, height, deviceScaleFactor: ratio, mobile: false },
        });
      let height = 900;
      for (const ratio of [2, 1.25, 1]) {
        // Chromium tells of another ratio with another size alone; the drawing keeps its own.
        await show(ratio, ++height);
        await page.waitForFunction(
          (/** @type {string} */ drawing, /** @type {number} */ ratio) => {
            const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector(drawing));
            return Math.abs(canvas.width - ratio * canvas.clientWidth) <= 1;
          },
          PATIENCE,
          byId("drawing"),
          ratio,
        );
      }
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("with letters of 1.5 times their size has all grow, and cuts nothing", async () => {
      const profile = mkdtempSync(join(tmpdir(), "downhill-letters-"));
      mkdirSync(join(profile, "Default"));
      const preferences = { webkit: { webprefs: { default_font_size: 24 } } };
      writeFileSync(join(profile, "Default", "Preferences"), JSON.stringify(preferences));
      const browser = await launch("chromium", { userDataDir: profile });
      try {
        await seeLargeLetters(await openPage(browser, url(), { path: PATH }));
        const { page, errors } = await openPage(browser, url(), {
          path: PATH,
          width: 390,
          height: 844,
        });
        await untilAtRest(page);
        await draw(page, DIGITS[3]);
        await assertNarrow(page);
        assert.deepEqual(errors, []);
      } finally {
        await browser.close();
        rmSync(profile, { recursive: true, force: true });
      }
    });
  },
  { only: "chromium" },
);

/** Smallest text of the page at the usual size of letters, CSS pixels. */
const SMALL = 14;

/** @param {import("../support/browser.js").Opened} opened  in a browser with letters of 24 px */
async function seeLargeLetters({ page, errors }) {
  await untilAtRest(page);
  await dismissNotices(page);
  await draw(page, DIGITS[3]);
  // The drawings grow too, and are pointed at where they are drawn.
  await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  const at = await page.$eval("dh-network", (view) => {
    const { layout } = /** @type {any} */ (view);
    const canvas = /** @type {HTMLCanvasElement} */ (view.querySelector("canvas"));
    const { left, top } = canvas.getBoundingClientRect();
    const { x, y } = layout.dots[1][1];
    return {
      x: left + 1.5 * x,
      y: top + 1.5 * y,
      scale: canvas.clientHeight / (layout.bottom + 32),
    };
  });
  assert.ok(Math.abs(at.scale - 1.5) < 0.01, `the drawing is scaled by ${at.scale}`);
  await page.mouse.move(at.x, at.y);
  await page.waitForFunction(
    () => /^Neuron 2 of layer 1/.test(document.querySelector("dh-network .tip")?.textContent ?? ""),
    PATIENCE,
  );
  for (const id of ["", ...LAB_NAMES.map((lab) => lab.id)]) {
    if (id) await openLab(page, id);
    await untilStill(page);
    const small = await page.evaluate((least) => {
      const own = (/** @type {Element} */ e) =>
        [...e.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      return [...document.querySelectorAll("body *")]
        .filter((e) => !e.closest("svg, math, script, style, noscript") && own(e))
        .filter((e) => Number.parseFloat(getComputedStyle(e).fontSize) < least)
        .map((e) => e.outerHTML.slice(0, 120));
    }, 1.5 * SMALL);
    assert.deepEqual(small, [], id || "playground");
    assert.deepEqual(await tooWide(page), [], id || "playground");
    assert.deepEqual(await cutTexts(page), [], id || "playground");
  }
  assert.deepEqual(errors, []);
  await page.close();
}

/** @param {Page} page */
function dismissNotices(page) {
  return page.evaluate(() => {
    const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
    for (const { id } of session.state.notices) session.dismiss(id);
  });
}

/**
 * Words that their own box cuts off, or that lie over other words of the same row.
 * @param {Page} page
 */
function cutTexts(page) {
  return page.evaluate(() => {
    const boxes = [
      ...document.querySelectorAll("button, p, h1, h2, h3, th, td, label, figcaption"),
    ];
    const isCut = (/** @type {HTMLElement} */ e) => {
      if (e.closest(".only-heard, math") || !e.checkVisibility({ visibilityProperty: true }))
        return false;
      const { overflow } = getComputedStyle(e);
      const isWide = e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0;
      return overflow === "hidden" && (isWide || e.scrollHeight > e.clientHeight + 1);
    };
    return boxes
      .filter((e) => isCut(/** @type {HTMLElement} */ (e)))
      .map((e) => e.outerHTML.slice(0, 120));
  });
}
