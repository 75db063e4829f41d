/** What the service worker keeps: files that are what they should be, and nothing else. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { LAB_NAMES } from "../../web/common/labs.js";
import { inBrowsers } from "../support/browser.js";
import { withoutMnist } from "../support/mnist.js";
import {
  loadNetwork,
  openLab,
  PATIENCE,
  stateOf,
  until,
  untilComplete,
} from "../support/visitor.js";

/** What a login page of the network answers in the place of. */
let behindLogin = /^$/;
/** The host cannot be reached. */
let isOffline = false;
let type = "text/html";
/** Called when it has. */
let answered = () => {};

/** @type {import("../support/browser.js").Answer} */
function host({ url = "", socket }, response) {
  if (isOffline) socket.destroy();
  if (isOffline) return true;
  if (!behindLogin.test(url)) return false;
  response.writeHead(200, { "Content-Type": type }).end("<!doctype html><title>Log in</title>");
  answered();
  return true;
}

/**
 * Addresses that are kept, and how many of them are a login page.
 * @param {import("puppeteer-core").Page} page
 */
function kept(page) {
  return page.evaluate(async () => {
    const paths = [];
    let logins = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        paths.push(new URL(request.url).pathname);
        const text = await (await cache.match(request))?.text();
        if (text?.includes("<title>Log in")) logins++;
      }
    }
    return { paths, logins };
  });
}

/**
 * Brings the service worker, and waits until it answers.
 * @param {import("puppeteer-core").Page} page
 */
async function useServiceWorker(page) {
  await until(page, "status", "ready");
  await page.keyboard.press("d");
  await page.waitForFunction(() => navigator.serviceWorker.controller, { polling: 40 });
}

/** With MNIST and the model that were fetched. @param {import("puppeteer-core").Page} page */
async function worksOffline(page) {
  isOffline = true;
  try {
    await page.reload();
    await until(page, "status", "ready");
    await untilComplete(page);
    assert.equal(await stateOf(page, "data.kind"), "mnist");
    await loadNetwork(page, "pretrained");
    await until(page, "provenance.start.kind", "pretrained");
    // With the small network: labs that compute with the large one take seconds each.
    for (const { id } of LAB_NAMES) await openLab(page, id);
    assert.equal(await page.evaluate(loadBest), "");
  } finally {
    isOffline = false;
  }
}

/** Asks the host for the digits, once more if they did not come. */
function loadDigits() {
  const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
  return session.loadData();
}

/** Asks the host for the largest model. @returns {Promise<string>} why it did not come, or "" */
function loadBest() {
  const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
  return session.begin("best").then(
    () => "",
    (/** @type {Error} */ { message }) => message,
  );
}

inBrowsers(
  "A login page of the network",
  ({ open }) => {
    test("in the place of a script is not kept, and the next visit keeps the script", async () => {
      behindLogin = /fool-.*\.js/;
      type = "text/javascript";
      const hasAnswered = new Promise((resolve) => {
        answered = () => resolve(null);
      });
      const { page } = await open({ offline: true });
      await until(page, "status", "ready");
      await page.keyboard.press("d");
      await hasAnswered;
      // It is installed, or was given up.
      await page.waitForFunction(
        async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          return !registration || registration.active;
        },
        { polling: 40 },
      );
      assert.equal((await kept(page)).logins, 0);
      behindLogin = /^$/;
      await page.reload();
      await useServiceWorker(page);
      const { paths, logins } = await kept(page);
      assert.equal(logins, 0);
      assert.ok(paths.some((path) => /fool-.*\.js/.test(path)));
      await page.close();
    });

    test("in the place of digits and models is not kept, however it is sent", async () => {
      behindLogin = /^$/;
      const { page } = await open({ offline: true });
      await useServiceWorker(page);
      behindLogin = /\/data\/|best-.*safetensors/;
      for (const sent of ["text/html", "application/octet-stream"]) {
        type = sent;
        let answers = 0;
        answered = () => answers++;
        await page.evaluate(loadDigits);
        // The second time handwriting is there already.
        await page.waitForFunction(() => {
          const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
          const { kind, trouble } = session.state.data;
          return kind === "handwriting" && /MNIST|digits/.test(trouble);
        }, PATIENCE);
        assert.match(await page.evaluate(loadBest), /could not be opened/);
        assert.ok(answers >= 2, `${answers} answers of the login page`);
        assert.equal((await kept(page)).logins, 0);
      }
      behindLogin = /^$/;
      await page.evaluate(loadDigits);
      await until(page, "data.kind", "mnist");
      await until(page, "data.complete", true);
      assert.equal(await page.evaluate(loadBest), "");
      const { paths, logins } = await kept(page);
      assert.equal(logins, 0);
      assert.equal(paths.filter((path) => path.startsWith("/data/")).length, 4);
      assert.equal(paths.filter((path) => /best-/.test(path)).length, 1);
      await worksOffline(page);
      await page.close();
    });
  },
  { mnist: true, answer: host, skip: withoutMnist },
);
