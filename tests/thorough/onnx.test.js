/** ONNX files in the page: opened by the picker and by a drop, saved, and without a network. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";
import { openOnnx } from "../../wasm/formats/onnx.js";
import { inBrowsers } from "../support/browser.js";
import { openModel } from "../support/model-file.js";
import { onnxFileOf } from "../support/onnx.js";
import { Chain, network } from "../support/onnx-chain.js";
import {
  byId,
  clickOn,
  drop,
  openSettings,
  PATIENCE,
  stateOf,
  until,
  untilAtRest,
  untilWords,
} from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

const engine = await loadEngine();
const modern = engine.load(
  readFileSync(new URL("../../web/models/pretrained.safetensors", import.meta.url)),
);

/** Whether the host answers to nothing. */
let isOffline = false;

/** As PyTorch writes it. */
function foreign() {
  const chain = new Chain().add("Flatten");
  const model = network(chain, modern, (layer) => chain.gemm(layer)).model({
    shape: ["batch", 1, 28, 28],
  });
  return onnxFileOf(model);
}

/** Keeps what the page hands to the visitor. */
function keepFiles() {
  const kept = /** @type {any} */ (window);
  kept.saved = [];
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    kept.saved.push(blob);
    return make(blob);
  };
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function () {
    kept.name = this.download;
    click.call(this);
  };
}

/**
 * Saves as ONNX by the page's own button.
 * @param {Page} page @returns {Promise<{ name: string, bytes: Uint8Array }>}
 */
async function savedBy(page) {
  await openSettings(page);
  await clickOn(page, byId("export-onnx"));
  await page.waitForFunction(() => /** @type {any} */ (window).saved.length > 0, PATIENCE);
  const { name, bytes } = await page.evaluate(async () => {
    const kept = /** @type {any} */ (window);
    const bytes = [...new Uint8Array(await kept.saved.pop().arrayBuffer())];
    return { name: kept.name, bytes };
  });
  return { name, bytes: Uint8Array.from(bytes) };
}

inBrowsers(
  "ONNX",
  ({ open }) => {
    test("a network is saved, and picked again it is the same", async () => {
      const { page, errors } = await open({
        path: "#start=random&seed=31&steps=20",
        before: keepFiles,
      });
      await until(page, "steps", 20);
      await untilAtRest(page);
      const fingerprint = await stateOf(page, "fingerprint");
      const { name, bytes } = await savedBy(page);
      assert.equal(name, `downhill-${fingerprint}.onnx`);
      await untilWords(page, "#settings-dialog", new RegExp(`Saved as ${name}\\.`));
      const { net, foreign } = openOnnx(engine, bytes);
      assert.deepEqual([net.fingerprint, foreign], [fingerprint, null]);
      await page.keyboard.press("Escape");
      await clickOn(page, byId("step"));
      await until(page, "steps", 21);
      await openModel(page, bytes, name);
      const words = new RegExp(`${name.replaceAll(".", "\\.")} was opened`);
      await untilWords(page, "#settings-dialog", words);
      await until(page, "fingerprint", fingerprint);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("another program's file is opened by a drop, and told of", async () => {
      const { page, errors } = await open({ path: "#start=random&seed=31" });
      await until(page, "status", "ready");
      await drop(page, { "mnist.onnx": foreign() });
      await until(page, "network.hidden", "relu");
      assert.equal(await stateOf(page, "fingerprint"), modern.fingerprint);
      await untilWords(page, ".notices", /mnist\.onnx was opened as a network with ReLU, softmax/);
      await drop(page, { "half.onnx": foreign().subarray(0, 2000) });
      await untilWords(page, ".notices", /half\.onnx was not opened.*it ends too early/);
      assert.equal(await stateOf(page, "fingerprint"), modern.fingerprint);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("offline it opens once it has opened before; else a notice says why", async () => {
      const path = "#start=random&seed=31";
      const { page } = await open({ path, offline: true });
      await until(page, "status", "ready");
      await page.keyboard.press("d");
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null, PATIENCE);
      try {
        isOffline = true;
        await drop(page, { "mnist.onnx": foreign() });
        await untilWords(
          page,
          ".notices",
          /could not be fetched\. Try again when you are online\./,
        );
        isOffline = false;
        await page.reload();
        await until(page, "status", "ready");
        await drop(page, { "mnist.onnx": foreign() });
        await until(page, "fingerprint", modern.fingerprint);
        await page.waitForFunction(
          async () => {
            const kept = await (await caches.open("data")).keys();
            return kept.some(({ url }) => /\/onnx-/.test(url));
          },
          { polling: 100 },
        );
        isOffline = true;
        await page.reload();
        await until(page, "status", "ready");
        await clickOn(page, byId("reset"));
        await page.waitForFunction(
          (print) =>
            /** @type {any} */ (document.querySelector("dh-playground")).session.state
              .fingerprint !== print,
          PATIENCE,
          modern.fingerprint,
        );
        await drop(page, { "mnist.onnx": foreign() });
        await until(page, "fingerprint", modern.fingerprint);
      } finally {
        isOffline = false;
      }
      await page.close();
    });
  },
  {
    only: "chromium",
    answer: (_, response) => {
      if (isOffline) response.destroy();
      return isOffline;
    },
  },
);
