/** What the page sends, and what it lets in. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";
import { LAB_NAMES } from "../../web/common/labs.js";
import { inBrowsers } from "../support/browser.js";
import { safetensorsOf } from "../support/safetensors.js";
import {
  byId,
  clickOn,
  DIGITS,
  draw,
  drop,
  needDigits,
  openLab,
  openSettings,
  press,
  until,
  untilAtLeast,
  untilAtRest,
  untilWords,
} from "../support/visitor.js";

const engine = await loadEngine();

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

/** Runs and fetches something wherever it is taken for HTML. */
const EVIL = '"><img src=evil onerror=window.ran=1><svg onload=window.ran=2>';
/** Turns the order of what follows, and ends the line. */
const TURN = "\u202e\u2067\u0007\n";

/** As another version of the page, or another page of this host. */
function leaveByOthers() {
  const name = '"><img src=evil onerror=window.ran=3>\u202e';
  localStorage.setItem("downhill-data", JSON.stringify({ id: "<b>", name }));
  localStorage.setItem("downhill-shortcuts-off-x", name);
  sessionStorage.setItem("downhill-unfinished", JSON.stringify([name]));
  sessionStorage.setItem("downhill-memorise", JSON.stringify({ format: 1, data: name }));
}

/** Own digits that nobody chose. @param {string} name */
function keepByOthers(name) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("downhill-data");
    opening.onupgradeneeded = () => void opening.result.createObjectStore("digits");
    opening.onerror = reject;
    opening.onsuccess = () => {
      const work = opening.result.transaction("digits", "readwrite");
      const kept = work.objectStore("digits");
      kept.put({ id: name, name: name.repeat(50), train: 7, test: 1, time: 5 }, "about:1");
      kept.put({ id: "2", name: { toString: null }, train: name, test: 1, time: 5 }, "about:2");
      kept.put(null, "about:3");
      work.oncomplete = resolve;
    };
  });
}

/** Each with what is said of it. @returns {[Record<string, Uint8Array>, RegExp][]} */
function hostileFiles() {
  const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
  const names = ["label", `${EVIL}\u202e`, ...Array(783).fill("x")].join(",");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="window.ran=4"
    ><image href="http://localhost:9/evil"/><script>window.ran=5</script></svg>`;
  return [
    [{ [`${EVIL}${TURN}`]: new Uint8Array() }, /=2> is empty/],
    [{ [`${"long".repeat(99)}${EVIL}.csv`]: bytes(`${names}\n7,<b>${",0".repeat(783)}`) }, /“<b>”/],
    [{ [`7${EVIL}.svg`]: bytes(svg) }, /is an SVG drawing/],
    [{ "7.png": bytes(svg) }, /is an SVG drawing/],
    [{ [`${EVIL}.html`]: bytes(`<!doctype html>${EVIL}`) }, /is a web page/],
  ];
}

function hostileModel() {
  const note = `${EVIL}${TURN}${"x".repeat(9000)}; ${EVIL}${TURN}; trained by ${EVIL}`;
  return engine.network({ layers: [784, 4, 10], seed: 6 }).save({ note });
}

/** Of another program, with names of tensors. @param {boolean} isBad */
function foreignModel(isBad) {
  const shape = isBad ? [7840] : [10, 784];
  const weight = { shape, values: new Float32Array(7840) };
  return safetensorsOf({ [`${EVIL}${TURN}${"x".repeat(9000)}.weight`]: weight });
}

/**
 * A picture of a stroke, with a comment and metadata.
 * @param {import("puppeteer-core").Page} page
 */
async function jpeg(page) {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(40, 40);
    canvas.getContext("2d")?.fillRect(15, 5, 5, 30);
    const blob = await canvas.convertToBlob({ type: "image/jpeg" });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  const segment = (/** @type {number} */ marker, /** @type {string} */ text) =>
    Buffer.concat([Buffer.of(0xff, marker, 0, text.length + 2), Buffer.from(text)]);
  const [start, rest] = [bytes.slice(0, 2), bytes.slice(2)];
  const added = [segment(0xe1, `Exif\0\0${EVIL}`), segment(0xfe, EVIL)];
  return Buffer.concat([Buffer.from(start), ...added, Buffer.from(rest)]);
}

/**
 * That the hostile text is there as text, of a bearable length, without what turns it round, and
 * that no element came of it.
 * @param {import("puppeteer-core").Page} page @param {string} selector
 */
async function showsAsText(page, selector) {
  await untilWords(page, selector, /img src=evil|“<b>”|7\.png/);
  const found = await page.evaluate((selector) => {
    const place = /** @type {HTMLElement} */ (document.querySelector(selector));
    return {
      elements: document.querySelectorAll("#page img, script:not([src]), [onerror], [onload]")
        .length,
      turned: /[\u202a-\u202e\u2066-\u2069]/.test(document.body.textContent ?? ""),
      longest: Math.max(
        ...[...place.querySelectorAll("p, b, li")].map((p) => p.textContent.length),
      ),
      isWide: place.scrollWidth > place.clientWidth + 1,
    };
  }, selector);
  assert.deepEqual(
    { ...found, longest: found.longest < 1000 },
    {
      elements: 0,
      turned: false,
      longest: true,
      isWide: false,
    },
  );
}

inBrowsers(
  "The page",
  ({ open, url }) => {
    test("asks its own host for files and nothing else, whatever is done on it", async () => {
      asked.length = 0;
      const { page, errors } = await open({ before: noteRefusals, offline: true });
      await until(page, "status", "ready");
      await draw(page, DIGITS[3]);
      await until(page, "reading.answer", 3);
      await clickOn(page, byId("test-digit"));
      await untilAtRest(page);
      for (const { id } of LAB_NAMES) await openLab(page, id);
      await openSettings(page);
      await page.keyboard.press("Escape");
      await clickOn(page, byId("train"));
      if (await page.$(byId("train-on"))) await clickOn(page, byId("train-on"));
      await untilAtLeast(page, "steps", 1);
      await clickOn(page, byId("train"));
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

    test("shows all from outside as text, short, as it stands, and runs none of it", async () => {
      asked.length = 0;
      const { page, errors } = await open({
        before: leaveByOthers,
        path: `#theme=${EVIL}&${encodeURIComponent(`${EVIL}${TURN}`)}=1`,
        width: 390,
        height: 844,
      });
      await until(page, "status", "ready");
      await page.evaluate(noteRefusals);
      await showsAsText(page, ".notices");
      // What storage holds, written by others.
      await needDigits(page);
      await untilWords(page, ".notices", /are no longer in this browser/);
      await showsAsText(page, ".notices");
      await page.evaluate(keepByOthers, `${EVIL}${TURN}`);
      await press(page, byId("your-data"));
      await page.waitForSelector("#own-data-dialog[open] .body");
      await page.waitForSelector(byId("kept"));
      await showsAsText(page, byId("kept"));
      // Names of files, and what is in them.
      for (const [file, words] of hostileFiles()) {
        await drop(page, file);
        await untilWords(page, `${byId("own-data-error")}, dh-own-data-preview`, words);
        await showsAsText(page, "#own-data-dialog");
      }
      await drop(page, { [`${EVIL.replace(/\d/g, "x")}.png`]: await jpeg(page) });
      await untilWords(page, byId("own-data-error"), /1 picture left out, without a label/);
      await showsAsText(page, "#own-data-dialog");
      const bad = hostileModel().subarray(0, 3000);
      await drop(page, { [`${EVIL}${"x".repeat(5000)}.safetensors`]: bad });
      await untilWords(page, ".notices", /x\.safetensors was not opened\./);
      await showsAsText(page, ".notices");
      for (const isBad of [true, false]) {
        await drop(page, { [`${EVIL}.safetensors`]: foreignModel(isBad) });
        await untilWords(page, ".notices", isBad ? /has 1 dimension,/ : /and nothing fits/);
        await showsAsText(page, ".notices");
      }
      await showsAsText(page, "dh-network-caption");
      const note = engine.load(hostileModel()).fingerprint;
      await drop(page, { [`${EVIL}.safetensors`]: hostileModel() });
      await until(page, "fingerprint", note);
      await page.keyboard.press("Escape");
      await showsAsText(page, "dh-network-caption");
      await openSettings(page);
      await showsAsText(page, ".notices");
      assert.deepEqual(errors, []);
      assert.deepEqual(await refusals(page), []);
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).ran), undefined);
      await page.close();
      for (const { method, url: path = "", headers } of asked) {
        assert.deepEqual([method, headers.host], ["GET", new URL(url()).host]);
        assert.doesNotMatch(path, /evil/);
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
    thorough: "firefox",
  },
);
