/** Keep and share: model files, digits of one's own and class links. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";
import { HELD_OUT, splitOf } from "../../web/common/own-data/split.js";
import { inBrowsers } from "../support/browser.js";
import { idxOf } from "../support/mnist-host.js";
import { openModel } from "../support/model-file.js";
import {
  byId,
  clickOn,
  drop,
  lookAt,
  modelOf,
  openLab,
  openSettings,
  stateOf,
  until,
  untilAtRest,
  untilComplete,
  untilWords,
} from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

const engine = await loadEngine();

inBrowsers(
  "Keep and share",
  ({ open }) => {
    test("a network saved as a file opens the same; a damaged file changes nothing", async () => {
      const { page, errors } = await open({ path: "#start=random&seed=31&steps=40" });
      await untilComplete(page);
      await until(page, "steps", 40);
      await untilAtRest(page);
      const saved = await modelOf(page);
      const fingerprint = await stateOf(page, "fingerprint");
      assert.equal(engine.load(saved).fingerprint, fingerprint);
      await clickOn(page, byId("step"));
      await until(page, "steps", 41);

      await openModel(page, saved.subarray(0, 2000), "half.safetensors");
      await untilWords(
        page,
        "#settings-dialog",
        /half\.safetensors was not opened.*could not be read/,
      );
      assert.equal(await stateOf(page, "steps"), 41);
      await openModel(page, saved, "whole.safetensors");
      await until(page, "fingerprint", fingerprint);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("dropped IDX files are used once seen; a damaged pair changes nothing", async () => {
      const { page, errors } = await open({ path: "#start=random&seed=32&optimizer=sgd&batch=10" });
      await untilComplete(page);
      const own = engine.handwriting({ count: 700, seed: 77 });
      const { images, labels } = idxOf(own);
      await drop(page, { "my-images": images.subarray(0, 5000), "my-labels": labels });
      await untilWords(page, byId("own-data-error"), /my-images ends after 6 of 700 images/);
      await drop(page, { "my-images": images, "my-labels": labels });
      await page.waitForSelector(`${byId("own-data-use")}:not(:disabled)`);
      assert.equal(await stateOf(page, "data.kind"), "handwriting");
      await clickOn(page, byId("own-data-use"));
      await until(page, "data.kind", "own");
      await page.waitForSelector("#own-data-dialog:not([open])");
      assert.equal(await stateOf(page, "data.train"), 600);
      assert.equal(await stateOf(page, "data.test"), 100);
      await clickOn(page, byId("step"));
      await until(page, "steps", 1);
      await untilAtRest(page);
      const held = splitOf(own.labels, HELD_OUT).test;
      const net = engine.load(await modelOf(page));
      const right = held.filter((i) => net.evaluate(own.slice(i, i + 1)).accuracy === 1);
      assert.equal(await stateOf(page, "evaluation.accuracy"), right.length / held.length);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("a class link hides the controls it names, in every way to reach them", async () => {
      const { page, errors } = await open({
        path: "#start=random&hide=noise.test.reset.step.file",
      });
      await untilAtRest(page);
      for (const id of ["noise", "test-digit", "reset", "load", "step", "your-data"]) {
        assert.equal(await page.$(byId(id)), null, id);
      }
      assert.ok(await page.$(byId("clear")));
      assert.ok(await page.$(byId("train")));
      const before = await stateOf(page, "fingerprint");
      for (const key of /** @type {const} */ (["n", "t", "r", "s"])) await page.keyboard.press(key);
      // Files are not taken, and do not take the place of the page either.
      const held = await page.evaluate(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(["x"], "x"));
        const event = new DragEvent("dragover", { dataTransfer, bubbles: true, cancelable: true });
        document.body.dispatchEvent(event);
        return [event.defaultPrevented, "dropping" in document.body.dataset];
      });
      assert.deepEqual(held, [true, false]);
      for (const name of ["net.safetensors", "digits.csv"]) {
        await drop(page, { [name]: engine.network({ seed: 77 }).save() });
        await untilWords(page, ".notices", /not used: the link of this page switches files off/);
      }
      await openLab(page, "cost");
      await lookAt(page, "dh-cost-survey");
      await page.waitForSelector("dh-cost-gallery .each");
      assert.equal(await page.$("dh-cost-gallery button"), null);
      await openSettings(page);
      for (const id of ["own-data", "import", "export", "export-onnx"])
        assert.equal(await page.$(byId(id)), null);
      assert.equal(await page.$("#own-data-dialog[open]"), null);
      assert.equal(await stateOf(page, "fingerprint"), before);
      assert.equal(await stateOf(page, "shown.kind"), "nothing");
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { only: "chromium" },
);
