/**
 * What the page fetches while it is in use, over a connection that fails, or with something else in
 * the place of a file.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inBrowsers } from "../support/browser.js";
import { byId, clickOn, openLab, stateOf, until, untilWords } from "../support/visitor.js";

/** @typedef {import("../support/browser.js").Answer} Answer */
/** @typedef {import("puppeteer-core").Page} Page */

/**
 * What becomes of requests for these files.
 * @type {{ files: RegExp, answer: Answer, times: number }}
 */
let trouble;
const no = { files: /^$/, answer: () => false, times: 0 };

/** The connection breaks off. @type {Answer} */
const broken = (request) => {
  request.socket.destroy();
  return true;
};

/**
 * The connection breaks off, for a style the last time a second after its script: the page tries
 * after half a second, and after two and a half more.
 * @returns {Answer}
 */
function brokenInTurn() {
  const begin = Date.now();
  return (request) => {
    const isLast = Date.now() - begin > 2000 && /\.css/.test(request.url ?? "");
    setTimeout(() => request.socket.destroy(), isLast ? 1000 : 0);
    return true;
  };
}

/** A login page of the network stands in between. @type {Answer} */
const portal = (_request, response) => {
  response.setHeader("Content-Type", "text/html").end("<!doctype html><title>Log in</title>");
  return true;
};

/** The file ends before its end. @type {Answer} */
const truncated = (request, response) => {
  response.writeHead(200, { "Content-Type": "text/javascript", "Content-Length": 1000 });
  response.write("export const", () => request.socket.destroy());
  return true;
};

/** The file ends early, without a sign of it, and a cache may keep it. @type {Answer} */
const cut = (_request, response) => {
  const headers = { "Content-Type": "text/javascript", "Cache-Control": "max-age=3600" };
  response.writeHead(200, headers).end("export const a = ");
  return true;
};

/** Another version of the page has taken its place. @type {Answer} */
const gone = (_request, response) => {
  response.writeHead(404, { "Content-Type": "text/html" }).end("<!doctype html>Not found");
  return true;
};

/** @param {Page} page @param {string} lab */
async function go(page, lab) {
  await page.$eval(`nav.labs a[href="#${lab}"]`, (link) =>
    /** @type {HTMLElement} */ (link).click(),
  );
  await until(page, "lab", lab);
}

/** Over a connection that fails for a while. @param {Page} page */
async function retriesByItself(page) {
  trouble = { files: /cost-[^/]*\.js/, answer: broken, times: 2 };
  await openLab(page, "cost");
  trouble = { files: /noise-[^/]*\.js/, answer: truncated, times: 1 };
  await openLab(page, "noise");
  trouble = { files: /fool-[^/]*\.css/, answer: portal, times: 1 };
  await openLab(page, "fool");
  const styles = await page.$$eval("link[rel=stylesheet]", (links) =>
    links.filter(({ href }) => /fool-/.test(href)).map(({ sheet }) => sheet?.cssRules.length),
  );
  assert.equal(styles.length, 1);
  assert.ok(Number(styles[0]) > 5);
}

/** At a click, and once the device is online. @param {Page} page */
async function retriesWhenTold(page) {
  trouble = { files: /gradient-[^/]*\.js/, answer: portal, times: Infinity };
  await go(page, "gradient");
  await untilWords(page, "#gradient .trouble", /cannot be reached\. Is the device online/);
  trouble = no;
  await clickOn(page, "#gradient .trouble button");
  await page.waitForSelector(`#gradient .instrument[aria-busy="false"] > *`);
  assert.equal(await page.$eval("#gradient .trouble", (place) => place.textContent), "");

  trouble = { files: /memorise-[^/]*\.(js|css)/, answer: brokenInTurn(), times: Infinity };
  await go(page, "memorise");
  await untilWords(page, "#memorise .trouble", /cannot be reached/);
  trouble = no;
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await page.waitForSelector(`#memorise .instrument[aria-busy="false"] > *`);
}

/**
 * Where a file is damaged in the browser's cache, or its version has left the host, the page offers
 * to be loaded again.
 * @param {Page} page
 */
async function reloads(page) {
  for (const [lab, answer, times] of /** @type {const} */ ([
    ["teach", cut, 1],
    ["binary", gone, Infinity],
  ])) {
    trouble = { files: new RegExp(`${lab}-[^/]*\\.js`), answer, times };
    await go(page, lab);
    await untilWords(page, `#${lab} .trouble`, /Reload the page/);
    trouble = no;
    await clickOn(page, `#${lab} .trouble button`);
    await page.waitForSelector(`#${lab} .instrument[aria-busy="false"] > *`);
  }
}

inBrowsers(
  "The page",
  ({ open }) => {
    test("asks again for what did not come, by itself and at a click; loses nothing", async () => {
      trouble = { files: /uPlot[^/]*\.js/, answer: broken, times: Infinity };
      const { page } = await open({ path: "#start=random&seed=5" });
      await until(page, "status", "ready");
      await clickOn(page, byId("step"));
      await until(page, "steps", 1);
      await untilWords(page, "dh-curve .plot", /^The chart could not be loaded\. Is the/);
      trouble = no;
      await page.waitForSelector("dh-curve .uplot");
      await retriesByItself(page);
      await retriesWhenTold(page);
      await reloads(page);
      await until(page, "steps", 1);
      await page.close();
    });

    test("says so where the keys do not come, by their key and by their button", async () => {
      trouble = { files: /keys-dialog[^/]*\.js/, answer: broken, times: Infinity };
      // In a lab the tour is not offered.
      const { page } = await open({ path: "#noise" });
      await until(page, "status", "ready");
      const uncaught = await page.evaluateHandle(() => {
        /** @type {string[]} */ const reasons = [];
        addEventListener("unhandledrejection", ({ reason }) => reasons.push(String(reason)));
        return reasons;
      });
      for (const ask of [
        () => page.keyboard.press("?"),
        () => clickOn(page, "dh-toolbar .tools .keys"),
      ]) {
        await ask();
        await untilWords(page, ".notices", /This could not be loaded/);
        const [{ id, text }] = await stateOf(page, "notices");
        assert.equal(text, "This could not be loaded. Is the device online?");
        await page.$eval(
          "dh-notices",
          (part, id) => /** @type {any} */ (part).session.dismiss(id),
          id,
        );
        await page.waitForSelector(".notices .notice", { hidden: true });
      }
      assert.deepEqual(await uncaught.jsonValue(), []);
      await page.close();
    });

    test("asks again for its engine, and says what is wrong when it does not come", async () => {
      trouble = { files: /engine-[^/]*\.wasm/, answer: broken, times: 1 };
      const first = await open();
      await until(first.page, "status", "ready");
      await first.page.close();

      // Each time the click that follows meets the next one.
      trouble = { files: /main-[^/]*\.js/, answer: broken, times: Infinity };
      const { page } = await open();
      await untilWords(page, ".failure", /script could not be loaded/);
      const files = /engine-[^/]*\.wasm/;
      for (const [answer, words] of /** @type {const} */ ([
        [broken, /could not be started(?:.|\n)*The host could not be reached/],
        [portal, /could not be started(?:.|\n)*sends something else in the engine/],
      ])) {
        trouble = { files, answer, times: Infinity };
        await clickOn(page, ".failure button");
        await untilWords(page, ".failure", words);
      }
      trouble = { files, answer: portal, times: 1 };
      await clickOn(page, ".failure button");
      await until(page, "status", "ready");
      await page.close();
    });
  },
  {
    answer: (request, response) => {
      if (!trouble.files.test(request.url ?? "") || trouble.times-- <= 0) return false;
      return trouble.answer(request, response);
    },
  },
);
