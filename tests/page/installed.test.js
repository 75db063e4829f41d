/** The page as an app: the system opens files with it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";
import { inBrowsers } from "../support/browser.js";
import { idxOf } from "../support/mnist-host.js";
import { stateOf, until, untilWords } from "../support/visitor.js";

const engine = await loadEngine();
const net = engine.network({ layers: [784, 8, 10], seed: 5 });

/** Stands for the system, which has no button in a test: it hands over files with a launch. */
function system() {
  const queue = {
    /** @param {(launch: object) => unknown} consumer */
    setConsumer(consumer) {
      /** @type {any} */ (window).launch = consumer;
    },
  };
  Object.defineProperty(window, "launchQueue", { value: queue, configurable: true });
}

/** @param {import("puppeteer-core").Page} page @param {Record<string, Uint8Array>} files */
async function launchWith(page, files) {
  await page.waitForFunction("window.launch");
  const plain = Object.entries(files).map(([name, bytes]) => ({ name, bytes: [...bytes] }));
  await page.evaluate((plain) => {
    const handles = plain.map(({ name, bytes }) => ({
      getFile: async () => new File([Uint8Array.from(bytes)], name),
    }));
    return /** @type {any} */ (window).launch({ files: handles });
  }, plain);
}

inBrowsers(
  "An installed page",
  ({ open }) => {
    test("opens the model file that it is launched with, at once or later", async () => {
      const { page, errors } = await open({ before: system });
      await launchWith(page, { "mine.safetensors": net.save() });
      await untilWords(page, ".notices", /mine\.safetensors was opened/);
      assert.equal(await stateOf(page, "fingerprint"), net.fingerprint);
      await launchWith(page, {});
      const other = engine.network({ layers: [784, 4, 10], seed: 6 });
      await launchWith(page, { "other.safetensors": other.save() });
      await until(page, "fingerprint", other.fingerprint);
      await launchWith(page, { "broken.safetensors": net.save().subarray(0, 3000) });
      await untilWords(page, ".notices", /broken\.safetensors was not opened/);
      assert.equal(await stateOf(page, "fingerprint"), other.fingerprint);
      assert.deepEqual(errors, []);
    });

    test("says so when a file that it is launched with is gone", async () => {
      const { page, errors } = await open({ before: system });
      await until(page, "status", "ready");
      const before = await stateOf(page, "fingerprint");
      await page.evaluate(() => {
        const getFile = () => Promise.reject(new DOMException("gone", "NotFoundError"));
        /** @type {any} */ (window).launch({ files: [{ name: "gone.onnx", getFile }] });
      });
      await untilWords(page, ".notices", /gone\.onnx was not opened\. It could not be read/);
      assert.equal(await stateOf(page, "fingerprint"), before);
      assert.deepEqual(errors, []);
    });

    test("shows digits before they are used, and takes none where files are off", async () => {
      const { images, labels } = idxOf(engine.handwriting({ count: 60, seed: 4 }));
      const { page } = await open({ before: system });
      await launchWith(page, { "my-images": images, "my-labels": labels });
      await untilWords(page, "dh-own-data-dialog", /60 images/);
      const { page: closed } = await open({ before: system, path: "#hide=file" });
      await launchWith(closed, { "mine.safetensors": net.save() });
      await untilWords(closed, ".notices", /switches files off/);
    });
  },
  { only: "chromium" },
);
