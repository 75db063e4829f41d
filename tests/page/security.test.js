/** What the page sends, and what it lets in. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { LAB_NAMES } from "../../web/common/labs.js";
import { inBrowsers } from "../support/browser.js";
import {
  byId,
  DIGITS,
  draw,
  openLab,
  openSettings,
  until,
  untilAtLeast,
  untilAtRest,
} from "../support/visitor.js";

/** All that the host was asked. @type {import("node:http").IncomingMessage[]} */
const asked = [];

/** Notes what the browser refuses, in the page. */
function noteRefusals() {
  const seen = /** @type {any} */ (window);
  seen.refused = [];
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    seen.refused.push(`${violatedDirective} ${blockedURI}`),
  );
}

/** @param {import("puppeteer-core").Page} page @returns {Promise<string[]>} */
const refusals = (page) => page.evaluate(() => /** @type {any} */ (window).refused);

inBrowsers(
  "The page",
  ({ open, url }) => {
    test("asks its own host for files and nothing else, whatever is done on it", async () => {
      asked.length = 0;
      const { page, errors } = await open({ before: noteRefusals, offline: true });
      await until(page, "status", "ready");
      await draw(page, DIGITS[3]);
      await until(page, "reading.answer", 3);
      await page.click(byId("test-digit"));
      await untilAtRest(page);
      for (const { id } of LAB_NAMES) await openLab(page, id);
      await openSettings(page);
      await page.keyboard.press("Escape");
      await page.click(byId("train"));
      if (await page.$(byId("train-on"))) await page.click(byId("train-on"));
      await untilAtLeast(page, "steps", 1);
      await page.click(byId("train"));
      await untilAtRest(page);
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
      assert.deepEqual(errors, []);
      assert.deepEqual(await refusals(page), []);
      await page.close();
      assert.ok(asked.length > 30, `${asked.length} requests`);
      for (const { method, url: path = "", headers } of asked) {
        assert.equal(method, "GET");
        assert.doesNotMatch(path.replace(/\?__WB_REVISION__=\w+$/, ""), /\?/);
        assert.equal(headers["content-length"], undefined);
        assert.equal(headers.cookie, undefined);
        assert.equal(headers.host, new URL(url()).host);
      }
    });

    test("runs nothing that was put into it, and fetches nothing from elsewhere", async () => {
      const { page } = await open({ before: noteRefusals });
      await until(page, "status", "ready");
      await page.evaluate(async () => {
        const box = document.body.appendChild(document.createElement("div"));
        box.innerHTML =
          '<img src="data:," onerror="window.ran = 1"><style>p { color: red }</style>';
        const script = document.createElement("script");
        script.textContent = "window.ran = 2";
        box.append(script);
        const link = box.appendChild(document.createElement("a"));
        link.href = "javascript:window.ran = 3";
        link.click();
        const image = new Image();
        image.src = "http://localhost:9/drawing.png";
        await fetch("http://localhost:9/").catch(() => {});
        navigator.sendBeacon("http://localhost:9/", "drawing");
        box.remove();
      });
      // The script of the link is refused last.
      for (const what of [
        "script-src-attr inline",
        "style-src-elem inline",
        "img-src http://localhost:9/drawing.png",
        "connect-src http://localhost:9/",
        "script-src-elem inline(.|\n)*script-src-elem inline",
      ]) {
        await page.waitForFunction(
          (source) => new RegExp(source).test(/** @type {any} */ (window).refused.join("\n")),
          { polling: 40 },
          what,
        );
      }
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).ran), undefined);
      await page.close();
    });
  },
  {
    answer: (request, response) => {
      asked.push(request);
      // As a host that sends no headers: the page's own element must do.
      response.setHeader = () => response;
      return false;
    },
  },
);
