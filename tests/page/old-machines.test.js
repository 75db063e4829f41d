/**
 * Machines that lack what the page would like to have: what can work works, and the rest is said.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { dist, inBrowsers } from "../support/browser.js";
import {
  byId,
  clickOn,
  DIGITS,
  draw,
  stateOf,
  until,
  untilComplete,
  untilWords,
} from "../support/visitor.js";

/** What every worker runs before its own script. */
let inWorkers = "";
/** Paths that the host was asked for. @type {string[]} */
const asked = [];
let isOffline = false;

const withoutVectors = `{
  const { validate } = WebAssembly;
  WebAssembly.validate = (bytes) => bytes.byteLength > 100 && validate(bytes);
}`;
const withoutStorage = `
  Object.defineProperty(self, "indexedDB", { get() { throw new Error("forbidden"); } });
  Object.defineProperty(self, "caches", { get() { throw new Error("forbidden"); } });`;

/** @type {import("../support/browser.js").Answer} */
function host(request, response) {
  const path = new URL(request.url ?? "", "http://host").pathname;
  asked.push(path);
  if (isOffline) request.socket.destroy();
  else if (/assets\/main-.*\.js$/.test(path)) {
    response.setHeader("Content-Type", "text/javascript");
    response.end(inWorkers + readFileSync(join(dist, path), "utf8"));
  } else if (path === "/sw.js") {
    // That script is not the one that the service worker would accept.
    response.setHeader("Content-Type", "text/javascript");
    response.end(readFileSync(join(dist, path), "utf8").replace(/,integrity:"[^"]*"/g, ""));
  } else return false;
  return true;
}

/** @param {RegExp} pattern */
const times = (pattern) => asked.filter((path) => pattern.test(path)).length;

/** @param {import("puppeteer-core").Page} page */
async function afterSteps(page) {
  await untilComplete(page);
  for (const steps of [1, 2]) {
    await clickOn(page, byId("step"));
    await until(page, "steps", steps);
  }
  return stateOf(page, "fingerprint");
}

inBrowsers(
  "The page",
  ({ open }) => {
    const path = "#start=random&seed=5&data=handwriting";

    test("without vectors has the same bits, and says once that it is slower", async () => {
      asked.length = 0;
      inWorkers = "";
      const usual = await open({ path });
      const fingerprint = await afterSteps(usual.page);
      assert.equal(times(/scalar-.*\.wasm/), 0);
      await usual.page.close();
      asked.length = 0;
      inWorkers = withoutVectors;
      const { page, errors } = await open({ path });
      await untilWords(page, "dh-notices", /no WebAssembly SIMD: training takes longer/);
      assert.equal(await afterSteps(page), fingerprint);
      assert.equal(times(/engine-.*\.wasm/), 0);
      assert.equal(times(/scalar-.*\.wasm/), 1);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("without WebAssembly's vectors works without a network, too", async () => {
      inWorkers = withoutVectors;
      const { page } = await open({ path, offline: true });
      await until(page, "status", "ready");
      await page.keyboard.press("d");
      await page.waitForFunction(
        async () => {
          const cache = await caches.open("data");
          const kept = (await cache.keys()).some(({ url }) => /scalar-/.test(url));
          return kept && navigator.serviceWorker.controller !== null;
        },
        { polling: 100 },
      );
      isOffline = true;
      try {
        await page.reload();
        await until(page, "status", "ready");
        await draw(page, DIGITS[7]);
        await page.waitForFunction(
          () => /** @type {any} */ (document.querySelector("dh-playground")).session.state.reading,
        );
      } finally {
        isOffline = false;
      }
      await page.close();
    });

    for (const name of /** @type {const} */ (["WebAssembly", "Worker"])) {
      test(`without ${name} says that the browser is too old`, async () => {
        inWorkers = "";
        const before =
          name === "Worker"
            ? () => void Reflect.deleteProperty(window, "Worker")
            : () => void Reflect.deleteProperty(window, "WebAssembly");
        const { page, errors } = await open({ before });
        await page.waitForSelector(".failure", { visible: true });
        await untilWords(page, ".failure", /no WebAssembly or no web workers.*current version/);
        assert.deepEqual(errors, []);
        await page.close();
      });
    }

    test("without module scripts says that the browser is too old", async () => {
      const before = () => {
        Reflect.deleteProperty(HTMLScriptElement.prototype, "noModule");
        new MutationObserver((changes) => {
          for (const { addedNodes } of changes) {
            for (const node of addedNodes) {
              if (node instanceof HTMLScriptElement && node.type === "module") node.type = "other";
            }
          }
        }).observe(document, { childList: true, subtree: true });
      };
      const { page } = await open({ before });
      await page.waitForSelector("#start [data-reason=browser]", { visible: true });
      await page.close();
    });

    test("without any storage works, and says that nothing is saved", async () => {
      inWorkers = withoutStorage;
      const before = () => {
        for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
          Object.defineProperty(window, name, {
            get() {
              throw new DOMException("forbidden", "SecurityError");
            },
          });
        }
      };
      const { page, errors } = await open({ path, before });
      await afterSteps(page);
      await page.waitForFunction(
        () =>
          /** @type {any} */ (document.querySelector("dh-playground")).session.state.saving.trouble,
      );
      await draw(page, DIGITS[7]);
      await page.waitForFunction(
        () => /** @type {any} */ (document.querySelector("dh-playground")).session.state.reading,
      );
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { answer: host, thorough: "firefox" },
);
