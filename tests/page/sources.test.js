/** Whatever the host does with the page's files, the page works and says what happened. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { inBrowsers } from "../support/browser.js";
import {
  byId,
  clickOn,
  needDigits,
  press,
  stateOf,
  until,
  untilComplete,
  untilWords,
} from "../support/visitor.js";

/**
 * Does this visit ask for data of that sort? It says so by a cookie.
 * @param {import("node:http").IncomingMessage} request
 */
const sortOf = (request) => /sort=(\w+)/.exec(request.headers.cookie ?? "")?.[1] ?? "";

/** An IDX file that is well made and is not MNIST. @param {string} url */
function otherDigits(url) {
  const isImages = url.includes("images");
  const count = url.includes("train") ? 60_000 : 10_000;
  const bytes = Buffer.alloc(isImages ? 16 + count * 784 : 8 + count);
  bytes.writeUInt32BE(isImages ? 0x803 : 0x801, 0);
  bytes.writeUInt32BE(count, 4);
  if (isImages) bytes.writeUInt32BE(28, 8);
  if (isImages) bytes.writeUInt32BE(28, 12);
  return gzipSync(bytes, { level: 1 });
}

/** The beginning of an IDX file, a thousand bytes a second. @type {(typeof SORTS)[string]} */
function slowly(response, url) {
  const isImages = url.includes("images");
  const head = Buffer.alloc(isImages ? 16 : 8);
  head.writeUInt32BE(isImages ? 0x803 : 0x801, 0);
  head.writeUInt32BE(url.includes("train") ? 60_000 : 10_000, 4);
  if (isImages) head.writeUInt32BE(28, 8);
  if (isImages) head.writeUInt32BE(28, 12);
  const bytes = gzipSync(Buffer.concat([head, randomBytes(200_000)]));
  let sent = 0;
  const timer = setInterval(() => {
    response.write(bytes.subarray(sent, sent + 1000));
    sent += 1000;
  }, 1000);
  response.on("close", () => clearInterval(timer));
}

/** @type {Record<string, (response: import("node:http").ServerResponse, url: string) => void>} */
const SORTS = {
  altered: (response, url) => void response.end(otherDigits(url)),
  page: (response) => {
    response.writeHead(200, { "Content-Type": "text/html" });
    response.end("<!doctype html><title>Not found</title>");
  },
  silent: () => {},
  slow: slowly,
};

/** @type {import("../support/browser.js").Answer} */
function answer(request, response) {
  const { url = "" } = request;
  const sort = sortOf(request);
  if (url.startsWith("/data/") && SORTS[sort]) SORTS[sort](response, url);
  else if (sort === "engineless" && url.endsWith(".wasm")) response.writeHead(404).end();
  else if (sort === "workerless" && /\/assets\/main-[^/]*\.js$/.test(url) && isWorker(request)) {
    response.writeHead(404).end();
  } else return false;
  return true;
}

/** @param {import("node:http").IncomingMessage} request */
const isWorker = (request) => request.headers["sec-fetch-dest"] === "worker";

inBrowsers(
  "A host",
  ({ open, url }) => {
    /** A visit to a host of that sort. @param {string} sort */
    async function visit(sort) {
      const { page } = await open({ path: "icon.svg" });
      await page.setCookie({ name: "sort", value: sort, url: url() });
      await page.goto(`${url()}#start=random&seed=4`);
      return page;
    }

    /** @param {string} sort */
    async function replacesData(sort) {
      const page = await visit(sort);
      await needDigits(page);
      await page.waitForSelector(".notices ::-p-text(Use built-in handwriting)");
      await press(page, ".notices ::-p-text(Use built-in handwriting)");
      await untilComplete(page);
      assert.equal(await stateOf(page, "data.kind"), "handwriting");
      await press(page, byId("step"));
      await until(page, "steps", 1);
      await page.close();
    }

    for (const [sort, words] of /** @type {[string, RegExp][]} */ ([
      ["altered", /MNIST on this host is damaged.*handwriting/s],
      ["page", /MNIST.*handwriting/s],
    ])) {
      test(`that serves ${sort} data is told of, and handwriting is used`, async () => {
        const page = await visit(sort);
        await needDigits(page);
        await untilWords(page, ".notices", words);
        await untilComplete(page);
        assert.equal(await stateOf(page, "data.kind"), "handwriting");
        await clickOn(page, byId("step"));
        await until(page, "steps", 1);
        await page.close();
      });
    }

    test("that is silent or slow with its data is replaced by handwriting at a click", async () => {
      // Both at once: the page waits ten seconds before it offers that.
      await Promise.all(["silent", "slow"].map(replacesData));
    });

    for (const sort of ["engineless", "workerless"]) {
      test(`that is ${sort} gets a reason and one button`, async () => {
        const page = await visit(sort);
        await until(page, "status", "failed");
        await untilWords(page, "dh-failure", /could not be/);
        assert.equal((await page.$$("dh-failure button")).length, 1);
        await page.setCookie({ name: "sort", value: "good", url: url() });
        await clickOn(page, "dh-failure button");
        await untilComplete(page);
        await clickOn(page, byId("step"));
        await until(page, "steps", 1);
        await page.close();
      });
    }
  },
  { answer, only: "chromium" },
);
