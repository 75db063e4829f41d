/** Own digits on the page: chosen or dropped, looked at, mended, used, kept and removed. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";
import { inBrowsers } from "../support/browser.js";
import { idxOf } from "../support/mnist-host.js";
import { choose } from "../support/own-data-dialog.js";
import {
  byId,
  clickOn,
  press,
  stateOf,
  until,
  untilAtRest,
  untilWords,
} from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

const engine = await loadEngine();
const digits = idxOf(engine.handwriting({ count: 700, seed: 77 }));
const inverted = digits.images.map((value, i) => (i < 16 ? value : 255 - value));

const folder = mkdtempSync(join(tmpdir(), "downhill-"));
after(() => rmSync(folder, { recursive: true }));

/** Opens the dialog by its button of the first screen. @param {Page} page */
async function openDialog(page) {
  await until(page, "status", "ready");
  await press(page, byId("your-data"));
  await page.waitForSelector("#own-data-dialog[open]");
}

/**
 * What can be pressed of the old files while others are read. Runs in the page.
 * @returns {{ readings: number, active: string[] }}  goes on
 */
function watchReadings() {
  const seen = { readings: 0, active: /** @type {string[]} */ ([]) };
  const dialog = /** @type {HTMLElement} */ (document.querySelector("#own-data-dialog"));
  const look = () => {
    if (!dialog.querySelector('[role="status"].quiet')) return;
    seen.readings++;
    const old = '[data-testid="own-data-use"], dh-own-data-preview :is(button, input)';
    for (const each of dialog.querySelectorAll(`:is(${old}):not(:disabled)`)) {
      seen.active.push(/** @type {HTMLElement} */ (each).dataset.testid ?? "");
    }
  };
  // Parts are painted one after another, before the next frame.
  new MutationObserver(() => requestAnimationFrame(look)).observe(dialog, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  return seen;
}

/**
 * Drops pictures of these digits on the page, each with its label in its name: dark on light,
 * large, and not in the middle.
 * @param {Page} page @param {number} count @param {"image/png" | "image/jpeg"} type
 */
function dropPictures(page, count, type) {
  const rows = Array.from({ length: count }, (_, i) => ({
    label: digits.labels[8 + i],
    pixels: [...digits.images.subarray(16 + 784 * i, 16 + 784 * (i + 1))],
  }));
  return page.evaluate(
    async (rows, type) => {
      const dataTransfer = new DataTransfer();
      const small = new OffscreenCanvas(28, 28);
      const large = new OffscreenCanvas(300, 400);
      const pens = [small, large].map((canvas) => canvas.getContext("2d"));
      const [dots, pen] = /** @type {OffscreenCanvasRenderingContext2D[]} */ (pens);
      for (const [i, { label, pixels }] of rows.entries()) {
        const image = new ImageData(28, 28);
        for (const [at, value] of pixels.entries())
          image.data.set([255 - value, 255 - value, 255 - value, 255], 4 * at);
        dots.putImageData(image, 0, 0);
        pen.fillStyle = "#fff";
        pen.fillRect(0, 0, 300, 400);
        pen.drawImage(small, 0, 0, 28, 28, i % 100, 120, 200, 200);
        const blob = await large.convertToBlob({ type });
        dataTransfer.items.add(new File([blob], `digit-${label}-${100 + i}.pic`));
      }
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
    },
    rows,
    type,
  );
}

/**
 * A PNG file of an image as it is, light on black.
 * @param {Page} page @param {Uint8Array} pixels  784
 */
async function pngOf(page, pixels) {
  const bytes = await page.evaluate(
    async (pixels) => {
      const canvas = new OffscreenCanvas(28, 28);
      const image = new ImageData(28, 28);
      for (const [at, value] of pixels.entries())
        image.data.set([value, value, value, 255], 4 * at);
      canvas.getContext("2d")?.putImageData(image, 0, 0);
      const blob = await canvas.convertToBlob({ type: "image/png" });
      return [...new Uint8Array(await blob.arrayBuffer())];
    },
    [...pixels],
  );
  return Uint8Array.from(bytes);
}

inBrowsers(
  "Own pictures",
  ({ open }) => {
    test("dropped on the page are shown first, then read as what their names say", async () => {
      const { page, errors } = await open({ path: "#start=pretrained" });
      await until(page, "status", "ready");
      for (const type of /** @type {const} */ (["image/png", "image/jpeg"])) {
        await dropPictures(page, 60, type);
        await untilWords(page, "dh-own-data-preview h3", /^60 pictures$/);
        assert.equal(await page.$$eval(".pictures canvas", (all) => all.length), 20);
        assert.notEqual(await stateOf(page, "data.kind"), "own", "not before it is asked for");
        if (type === "image/png") await page.keyboard.press("Escape");
      }
      await clickOn(page, byId("own-data-use"));
      await until(page, "data.kind", "own");
      await page.waitForSelector("#own-data-dialog:not([open])");
      await untilAtRest(page);
      const { accuracy, count } = await stateOf(page, "evaluation");
      // The modern network reads them as well as the digits that the pictures were made of.
      assert.ok(accuracy >= 0.8, `${accuracy} of ${count}`);
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { thorough: "firefox" },
);

inBrowsers(
  "Own data",
  ({ open }) => {
    test("are mended, used, there after a reload, and removed, by keyboard alone", async () => {
      const { page, errors } = await open({ path: "#start=random&seed=32" });
      await until(page, "status", "ready");
      await page.focus(byId("your-data"));
      await page.keyboard.press("Enter");
      await page.waitForSelector("#own-data-dialog[open]");
      await choose(page, folder, { "my-images": inverted, "my-labels": digits.labels });
      await page.waitForSelector(byId("mend-invert"));
      assert.equal(await stateOf(page, "data.kind"), "none");
      await page.focus(byId("mend-invert"));
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => !document.querySelector('[data-testid="own-data-notes"]'));
      await page.waitForSelector(`${byId("own-data-use")}:not(:disabled)`);
      await page.focus(byId("own-data-use"));
      await page.keyboard.press("Enter");
      await until(page, "data.kind", "own");
      await page.waitForSelector("#own-data-dialog:not([open])");
      assert.deepEqual(
        [await stateOf(page, "data.train"), await stateOf(page, "data.test")],
        [600, 100],
      );
      const checksum = await stateOf(page, "data.checksum");

      await page.reload({ waitUntil: "load" });
      await until(page, "data.kind", "own");
      await until(page, "data.checksum", checksum);
      await openDialog(page);
      await untilWords(
        page,
        byId("kept"),
        /my-images[\s\S]*600 training, 100 test digits[\s\S]*In use/,
      );
      await page.keyboard.press("Escape");

      const other = await page.browserContext().newPage();
      await other.goto(new URL("/", page.url()).href, { waitUntil: "load" });
      await until(other, "data.checksum", checksum);
      // The tab that is in front holds the dialog.
      await page.bringToFront();
      await openDialog(page);
      await untilWords(page, byId("kept"), /100 test digits · in use in another tab/);
      await page.focus(byId("remove-kept"));
      await page.keyboard.press("Enter");
      await untilWords(
        page,
        "dh-kept-data",
        /Removed from this browser: my-images\. Another tab still uses these images; after a/,
      );
      await until(page, "data.kind", "handwriting");
      // The list is asked for again once the removal has been told.
      await page.waitForSelector(byId("kept"), { hidden: true });
      assert.equal(await page.$(byId("kept")), null);
      assert.equal(await stateOf(other, "data.kind"), "own");
      assert.deepEqual(errors, []);
      await other.close();
      await page.close();
    });

    test("in a folder are labelled by the folders in it", async () => {
      const { page, errors } = await open({ path: "#start=random" });
      await openDialog(page);
      for (let i = 0; i < 40; i++) {
        const at = 16 + 784 * i;
        const path = join(folder, "mine", String(digits.labels[8 + i]));
        mkdirSync(path, { recursive: true });
        writeFileSync(
          join(path, `img_${i}.png`),
          await pngOf(page, digits.images.subarray(at, at + 784)),
        );
      }
      writeFileSync(join(folder, "mine", ".DS_Store"), "x");
      const input = await page.waitForSelector(byId("own-data-folder"));
      await /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (
        input
      ).uploadFile(join(folder, "mine"));
      await untilWords(page, "dh-own-data-preview h3", /^mine: 40 images$/);
      const shown = await page.$eval("dh-own-data-preview", (part) =>
        /** @type {any} */ (part).draft.preview.map((/** @type {any} */ { pixels, label }) => ({
          pixels: [...pixels],
          label,
        })),
      );
      assert.equal(shown.length, 20);
      for (const { pixels, label } of shown) {
        const is = (/** @type {number} */ i) =>
          pixels.every(
            (/** @type {number} */ value, /** @type {number} */ at) =>
              value === digits.images[16 + 784 * i + at],
          );
        const found = Array.from({ length: 40 }, (_, i) => i).find(is) ?? -1;
        assert.equal(label, digits.labels[8 + found], "the very picture, with its label");
      }
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("that are of no use change nothing, and the files are named", async () => {
      const { page, errors } = await open({ path: "#start=random", width: 390, height: 844 });
      await openDialog(page);
      const cut = digits.images.subarray(0, 16 + 784 * 120 + 5);
      await choose(page, folder, { "my-images": cut, "my-labels": digits.labels });
      await untilWords(
        page,
        byId("own-data-error"),
        /^These files cannot be used: my-images ends after 120 of 700 images\.$/,
      );
      // A good choice after a bad one leaves no old error; too few are shown, and not used.
      const few = idxOf(engine.handwriting({ count: 6, seed: 1 }));
      await choose(page, folder, { "my-images": few.images, "my-labels": few.labels });
      await untilWords(
        page,
        "#own-data-dialog .foot",
        /6 images are too few, at least 20 are needed/,
      );
      assert.equal(await page.$eval(byId("own-data-error"), (p) => p.textContent), "");
      assert.ok(await page.$(`${byId("own-data-use")}:disabled`));
      assert.doesNotMatch(await page.$eval("body", (body) => body.innerText), /NaN/);

      // After a good pair, a damaged one: its error stands alone, and nothing of the first is lost.
      await choose(page, folder, { "my-images": digits.images, "my-labels": digits.labels });
      await untilWords(page, "dh-own-data-preview h3", /^my-images: 700 images$/);
      await page.waitForSelector(`${byId("own-data-use")}:not(:disabled)`);
      const seen = await page.evaluateHandle(watchReadings);
      for (const name of ["cut-images", "worse-images"]) {
        await choose(page, folder, { [name]: cut, "my-labels": digits.labels });
        await untilWords(page, byId("own-data-error"), new RegExp(`${name} ends after 120 of 700`));
        assert.equal(await page.$("dh-own-data-preview"), null, "not above the old ones");
        assert.equal(await page.$(byId("own-data-use")), null);
      }
      const { readings, active } = /** @type {any} */ (await seen.jsonValue());
      assert.ok(readings > 0);
      assert.deepEqual(active, [], "nothing is used or mended while others are read");
      await press(page, byId("own-data-back"));
      await untilWords(page, "dh-own-data-preview h3", /^my-images: 700 images$/);
      assert.equal(await page.$eval(byId("own-data-error"), (p) => p.textContent), "");
      assert.equal(await page.$(byId("own-data-back")), null);
      assert.equal(await page.evaluate(() => document.activeElement?.localName), "h3");
      await page.waitForSelector(`${byId("own-data-use")}:not(:disabled)`);

      // At 400% zoom the files have the height below the title, and the foot scrolls with them.
      await page.setViewport({ width: 360, height: 225 });
      const { foot, bottom } = await page.$eval("#own-data-dialog", (dialog) => {
        dialog.scrollTop = 0;
        const top = dialog.querySelector(".foot")?.getBoundingClientRect().top ?? 0;
        return { foot: top, bottom: dialog.getBoundingClientRect().bottom };
      });
      assert.ok(foot > bottom, `${foot} is in sight, above ${bottom}`);
      await press(page, byId("own-data-use"));
      await until(page, "data.kind", "own");
      assert.deepEqual(
        [await stateOf(page, "data.name"), await stateOf(page, "data.train")],
        ["my-images", 600],
      );
      await page.waitForSelector("#own-data-dialog:not([open])");
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { only: "chromium" },
);
