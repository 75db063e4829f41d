/**
 * Where the page may be found: on a disk, in a frame without rights, on a host that names its files
 * wrongly, in a network without https. It is never blank.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { dist, inBrowsers, OTHER_HOST } from "../support/browser.js";
import { mnist } from "../support/mnist.js";
import {
  byId,
  clickOn,
  DIGITS,
  draw,
  openLab,
  openSettings,
  press,
  selectedText,
  stateOf,
  until,
  untilAtRest,
  untilComplete,
  untilSaved,
  untilWords,
} from "../support/visitor.js";

/** What the host does instead of serving a file. @type {import("../support/browser.js").Answer} */
let host = () => false;

/** Sends the files of that kind under a wrong type. @param {RegExp} files @param {string} type */
function mistyped(files, type) {
  /** @type {import("../support/browser.js").Answer} */
  return ({ url = "" }, response) => {
    if (!files.test(url)) return false;
    const { writeHead } = response;
    response.writeHead = /** @type {any} */ (
      (/** @type {number} */ status, /** @type {object} */ headers) =>
        writeHead.call(response, status, { ...headers, "Content-Type": type })
    );
    return false;
  };
}

/**
 * Copies the link to the network by its button: at a class, without https, the old way alone works.
 * @param {import("puppeteer-core").Page} page
 */
async function copiesLinks(page) {
  const start = () => {
    const seen = /** @type {any} */ (window);
    seen.copied = [];
    document.addEventListener("copy", ({ target }) => {
      const { value, selectionStart, selectionEnd } = /** @type {HTMLTextAreaElement} */ (target);
      seen.copied.push(value.slice(selectionStart, selectionEnd));
    });
  };
  await page.evaluate(start);
  assert.equal(await page.evaluate(() => navigator.clipboard), undefined);
  await openSettings(page);
  await press(page, byId("share"));
  await untilWords(page, "dh-share-panel [role=status]", /^Copied\. Opening it makes exactly/);
  const [link] = await page.evaluate(() => /** @type {any} */ (window).copied);
  assert.match(link, new RegExp(`^http://${OTHER_HOST}:\\d+/#.*start=random&seed=5`));
  assert.equal(await page.$("dh-share-panel textarea, body > textarea"), null);
  assert.ok(await page.$(`${byId("share")}:focus`), "the focus is where it was");
  // The browser refuses: the link is shown, selected, and why.
  await page.evaluate(() => {
    document.execCommand = () => false;
  });
  await press(page, byId("share"));
  await page.waitForSelector("dh-share-panel dh-link-field input:focus");
  const selected = await selectedText(page);
  assert.equal(selected, link);
  await untilWords(page, "dh-share-panel", /did not let the page copy.*It is selected here/);
  await page.keyboard.press("Escape");
}

/**
 * The words that can be read.
 * @param {import("puppeteer-core").Page | import("puppeteer-core").Frame} page
 */
const words = (page) => page.evaluate(() => document.body.innerText);

inBrowsers(
  "The page",
  ({ open, url }) => {
    test("opened from a disk says that a server must send it, and how", async () => {
      const { page } = await open();
      await page.goto(pathToFileURL(`${dist}/index.html`).href);
      await page.waitForSelector("#start [data-reason=disk]", { visible: true });
      const shown = await words(page);
      assert.match(shown, /opened from a disk/);
      assert.match(shown, /python3 -m http\.server/);
      assert.doesNotMatch(shown, /is loading|one of its files/);
      await page.close();
    });

    for (const sharing of [false, true]) {
      const where = sharing ? "of a host that shares its files" : "";
      test(`in a frame without rights ${where} says so, and offers a tab`, async () => {
        host = ({ url = "" }, response) => {
          if (sharing) response.setHeader("Access-Control-Allow-Origin", "*");
          if (url !== "/frame") return false;
          response.setHeader("Content-Type", "text/html");
          response.end(`<!doctype html><iframe sandbox="allow-scripts" src="./"></iframe>`);
          return true;
        };
        const { page } = await open();
        await page.goto(`${url()}frame`);
        const frame = await page.waitForFrame((frame) => frame.url() === url());
        const selector = sharing ? ".failure" : "#start [data-reason=frame]";
        await frame.waitForSelector(selector, { visible: true });
        assert.match(await words(frame), /frame/);
        await page.close();
      });
    }

    test("whose modules are sent under a wrong type says so, and a click mends it", async () => {
      host = mistyped(/assets.*\.js$/, "text/plain");
      const { page } = await open();
      await page.waitForSelector("#start [data-reason=file]", { visible: true });
      assert.match(await words(page), /it must send .js files as text\/javascript/);
      host = () => false;
      await clickOn(page, "#start button");
      await until(page, "status", "ready");
      assert.equal(await page.$eval("#start", (words) => words.checkVisibility()), false);
      await page.close();
    });

    test("no script of which can run says what to do all the same", async () => {
      host = mistyped(/\.js$/, "text/html");
      const { page } = await open();
      await page.waitForSelector("#start", { visible: true });
      assert.match(await words(page), /is loading.*reload the page.*text\/javascript/s);
      await page.close();
    });

    test("without https, on a host of the classroom, works, and keeps the network", async () => {
      host = () => false;
      const { page, errors } = await open();
      await page.goto(`${url().replace("localhost", OTHER_HOST)}#start=random&seed=5&speed=full`);
      await until(page, "status", "ready");
      assert.equal(await page.evaluate(() => isSecureContext), false);
      assert.equal(await page.evaluate(() => "serviceWorker" in navigator), false);
      assert.equal(await page.evaluate(() => crypto.subtle), undefined);
      await draw(page, DIGITS[7]);
      await until(page, "shown.kind", "drawing");
      await untilComplete(page);
      // Without crypto.subtle their checksums are computed all the same.
      assert.equal(await stateOf(page, "data.kind"), mnist ? "mnist" : "handwriting");
      await clickOn(page, byId("step"));
      await until(page, "steps", 1);
      await untilAtRest(page);
      await copiesLinks(page);
      await openLab(page, "noise");
      const fingerprint = await stateOf(page, "fingerprint");
      await untilSaved(page);
      await page.reload();
      await until(page, "fingerprint", fingerprint);
      assert.equal(await stateOf(page, "lab"), "noise");
      assert.deepEqual(
        errors.filter((error) => !error.includes(OTHER_HOST)),
        [],
      );
      await page.close();
    });

    test("without its styles is no blank page either", async () => {
      host = ({ url = "" }, response) => {
        if (/\.css$/.test(url)) response.writeHead(404).end();
        return /\.css$/.test(url);
      };
      const { page } = await open();
      await until(page, "status", "ready");
      assert.match(await words(page), /Train/);
      await page.close();
    });

    test("with its engine sent under a wrong type works", async () => {
      host = mistyped(/\.wasm$/, "text/html");
      const { page, errors } = await open();
      await until(page, "status", "ready");
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  {
    mnist: mnist !== null,
    answer: (request, response) => host(request, response),
    thorough: "firefox",
  },
);
