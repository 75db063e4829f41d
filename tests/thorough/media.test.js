/**
 * The page in the colours of the system, on paper, and for those who want less motion: what carries
 * data is seen, and nothing else stands in its way.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { LAB_NAMES } from "../../web/common/labs.js";
import { inBrowsers } from "../support/browser.js";
import {
  byId,
  DIGITS,
  draw,
  lookAt,
  openLab,
  PATIENCE,
  press,
  until,
  untilAtRest,
  untilStill,
} from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {[number, number, number]} Rgb */

const PATH = "#start=random&seed=3&steps=300";

/**
 * The colours that are seen in the middle of each of these elements.
 * @param {Page} page @param {string} selector @param {number} [x] 0…1 of the element
 * @param {number} [y]
 * @returns {Promise<Rgb[]>}
 */
async function coloursOf(page, selector, x = 0.5, y = 0.5) {
  const places = await page.$$eval(
    selector,
    (elements, x, y) =>
      elements.map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return [Math.floor(left + x * width), Math.floor(top + y * height)];
      }),
    x,
    y,
  );
  const shot = await page.screenshot({ encoding: "base64" });
  return page.evaluate(
    async (shot, places) => {
      const bytes = Uint8Array.from(atob(shot), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const { width, height } = image;
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
      pen.drawImage(image, 0, 0);
      return places.map(
        ([x, y]) => /** @type {any} */ ([...pen.getImageData(x, y, 1, 1).data.slice(0, 3)]),
      );
    },
    shot,
    places,
  );
}

/** How far two colours are apart, 0…441. @param {Rgb} a @param {Rgb} b */
const apart = (a, b) => Math.hypot(...a.map((value, i) => value - b[i]));

/** What is told apart at a glance. */
const CLEAR = 100;

/** @param {Page} page @param {{ name: string, value: string }[]} features */
async function emulate(page, ...features) {
  const session = await page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", { features });
}

/** Trains a network in the lab Tweak, whose chart stays out of sight. @param {Page} page */
async function runOnce(page) {
  await page.$eval("dh-tweak", (lab) => {
    const { session: bench } = /** @type {any} */ (lab);
    bench.update({ settings: { ...bench.state.settings, epochs: 1 }, count: 1000 });
    bench.train();
  });
  await page.waitForFunction(() => {
    const { session: bench } = /** @type {any} */ (document.querySelector("dh-tweak"));
    return bench.state.runs.length > 0;
  }, PATIENCE);
}

inBrowsers(
  "The page",
  ({ open }) => {
    for (const scheme of /** @type {const} */ (["dark", "light"])) {
      test(`in ${scheme} system colours shows bars, answer, neurons and choices`, async () => {
        const { page, errors } = await open({ scheme });
        await emulate(
          page,
          { name: "forced-colors", value: "active" },
          { name: "prefers-color-scheme", value: scheme },
        );
        await until(page, "status", "ready");
        // The other theme of the page would be drawn on the paper of this one.
        await page.evaluate(
          (theme) => {
            const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
            return session.set("theme", theme);
          },
          scheme === "dark" ? "light" : "dark",
        );
        await draw(page, DIGITS[3]);
        await until(page, "reading.shown.kind", "drawing");
        await page.waitForSelector(".outputs .winner");
        await page.waitForFunction(
          () =>
            getComputedStyle(/** @type {Element} */ (document.querySelector(".outputs .track")))
              .forcedColorAdjust === "none",
          PATIENCE,
        );
        const [paper] = await coloursOf(page, "body", 0.001, 0.5);
        const [stroke] = await coloursOf(page, byId("drawing"), 0.47, 0.5);
        assert.ok(apart(stroke, paper) > CLEAR, "the drawing is seen");
        const [track] = await coloursOf(page, ".outputs .winner .track", 0.05);
        assert.ok(apart(track, paper) > CLEAR, "the answer's bar is seen");
        const edges = await coloursOf(page, ".outputs button", 0.5, 0.01);
        const winner = await page.$$eval(".outputs li", (all) =>
          all.findIndex((e) => e.matches(".winner")),
        );
        assert.ok(edges.every((edge, i) => i === winner || apart(edge, edges[winner]) > CLEAR));
        await openLab(page, "inside");
        await untilStill(page);
        const levels = await page.$$eval("#inside .dot", (dots) =>
          dots.map((dot) => Number(/** @type {HTMLElement} */ (dot).style.getPropertyValue("--a"))),
        );
        const neurons = await coloursOf(page, "#inside .dot i");
        const [least, most] = [Math.min(...levels), Math.max(...levels)];
        const at = (/** @type {number} */ level) => neurons[levels.indexOf(level)];
        assert.ok(apart(at(least), at(most)) > CLEAR, "active neurons are seen");
        const [first, second] = await page.$$("#inside .predict .row button");
        await first.click();
        await page.mouse.move(1, 300);
        await page.waitForSelector('#inside .predict button[aria-pressed="true"]');
        await second.evaluate((button) => button.blur());
        const choices = await coloursOf(page, "#inside .predict .row button", 0.06);
        assert.ok(apart(choices[0], choices[1]) > CLEAR, "the choice is seen");
        await openLab(page, "cost");
        await lookAt(page, ".legend-of");
        await untilStill(page);
        const swatches = await coloursOf(page, ".legend-of b", 0.05);
        const [correct, wrong] = swatches;
        assert.ok(apart(correct, wrong) > CLEAR, "the kinds of a legend are told apart");
        assert.ok(swatches.every((swatch) => apart(swatch, paper) > CLEAR));
        await openLab(page, "gradient");
        await lookAt(page, "#gradient .nudge[aria-selected='true']");
        const grounds = await coloursOf(page, "#gradient .nudge", 0.5, 0.8);
        assert.ok(apart(grounds[0], paper) < CLEAR, "words and bars of a row keep their ground");
        assert.deepEqual(errors, []);
        await page.close();
      });
    }

    test("is a handout on paper: light, without what is pressed, of no empty sheet", async () => {
      // On a phone most of it is out of sight.
      const { page, errors } = await open({ path: PATH, width: 390, height: 844 });
      await untilAtRest(page);
      await page.waitForSelector(".notice");
      // Nothing was touched yet: who opens a page to print it need not.
      await page.waitForFunction(
        () =>
          [...document.styleSheets].some(({ cssRules }) =>
            [...cssRules].some(({ cssText }) => cssText.includes("data-printing] body")),
          ),
        PATIENCE,
      );
      await draw(page, DIGITS[3]);
      await until(page, "reading.shown.kind", "drawing");
      /** What is on the sheet while it is laid out. */
      await page.evaluate(() => {
        const seen = /** @type {any} */ (globalThis);
        addEventListener("beforeprint", () =>
          queueMicrotask(() => {
            const isThere = (/** @type {string} */ selector) =>
              [...document.querySelectorAll(selector)].some((e) => e.checkVisibility());
            const canvas = /** @type {HTMLCanvasElement} */ (
              document.querySelector("dh-network canvas")
            );
            const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
            const { data } = pen.getImageData(2, canvas.height >> 1, 4, 1);
            seen.sheet = {
              gone: [
                ".notice",
                "dh-toolbar button",
                ".tools",
                ".ways",
                ".overview",
                "dialog",
                ".row > button:not([aria-pressed='true'], [aria-selected='true'], .predict *)",
                ":is(p.veil, .veil > p)",
              ].filter(isThere),
              kept: [
                "dh-network-caption .words",
                "dh-network canvas",
                "dh-drawing canvas",
                "h1",
                ".handout .qr",
              ].filter((e) => !isThere(e)),
              // Names of controls without their values, and lists without what they list.
              mute: [
                ...[...document.querySelectorAll("label:has(select, input:not([type='range']))")]
                  .filter((e) => e.checkVisibility())
                  .filter(
                    (e) => !e.querySelector("select, input:not([type='range'])")?.checkVisibility(),
                  ),
                ...[
                  ...document.querySelectorAll(":is(dh-tiles, dh-tweak-chart):not(:has(canvas))"),
                ],
                ...[...document.querySelectorAll(".plot:not([hidden], :has(canvas))")],
                // Questions without what there is to choose from.
                ...[...document.querySelectorAll(".predict")].filter(
                  (e) => ![...e.querySelectorAll("button")].some((each) => each.checkVisibility()),
                ),
              ]
                .filter((e) => e.checkVisibility())
                .map((e) => e.outerHTML.slice(0, 80)),
              theme: getComputedStyle(document.documentElement).colorScheme,
              ratio: canvas.width / canvas.clientWidth,
              input: data[0],
              words: document.body.innerText,
            };
          }),
        );
      });
      for (const id of ["", ...LAB_NAMES.map((lab) => lab.id)]) {
        if (id) await openLab(page, id);
        if (id === "tweak") await runOnce(page);
        await untilStill(page);
        const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
        const { words, ...sheet } = await page.evaluate(
          () => /** @type {any} */ (globalThis).sheet,
        );
        assert.deepEqual(
          { ...sheet, ratio: Math.round(sheet.ratio), input: sheet.input > 200 },
          { gone: [], kept: [], mute: [], theme: "light", ratio: 3, input: true },
          id || "playground",
        );
        assert.match(words, /Random network, seed 3/);
        assertSheets(pdf, id);
        const { dataset } = await page.evaluate(() => ({
          dataset: { ...document.documentElement.dataset },
        }));
        assert.deepEqual([dataset.printing, dataset.theme], [undefined, undefined]);
      }
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("moves nothing by itself for who wants less motion", async () => {
      const { page, errors } = await open({ path: PATH, calm: true });
      await untilAtRest(page);
      await press(page, byId("journey"));
      for (const id of ["", ...LAB_NAMES.map((lab) => lab.id)]) {
        if (id) await openLab(page, id);
        await untilStill(page);
        const moving = await page.evaluate(() => {
          const style = getComputedStyle(document.documentElement).scrollBehavior;
          return [document.getAnimations().length, style];
        });
        assert.deepEqual(moving, [0, "auto"], id);
        const running = await page.$$eval(`#${id || "drawing"} .run`, (buttons) =>
          buttons.map((button) => button.textContent?.trim()).filter((words) => words === "Stop"),
        );
        assert.deepEqual(running, [], id);
      }
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { only: "chromium" },
);

/** No sheet without words or pictures. @param {Buffer} pdf @param {string} lab */
function assertSheets(pdf, lab) {
  const sheets = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
  assert.ok(sheets.length >= 1 && sheets.length <= 12, `${lab}: ${sheets.length} sheets`);
}
