/** What a first visit costs before anything is done: no digits, and at most 200 kB. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inBrowsers } from "../support/browser.js";
import { withoutMnist } from "../support/mnist.js";
import { byId, clickOn, DIGITS, draw, stateOf, until, untilAtRest } from "../support/visitor.js";

/** Bytes over the wire, headers aside. */
const MOST = 200_000;

/** Bytes that the host has sent, by path. @type {Map<string, number>} */
const sent = new Map();

/**
 * Counts what is sent, and leaves the answer to the host.
 * @type {import("../support/browser.js").Answer}
 */
function counted({ url = "" }, response) {
  const path = new URL(url, "http://host").pathname;
  sent.set(path, sent.get(path) ?? 0);
  const { write, end } = response;
  const count = (/** @type {any} */ chunk) => {
    if (chunk?.length) sent.set(path, (sent.get(path) ?? 0) + chunk.length);
  };
  response.write = /** @type {any} */ (
    (/** @type {any[]} */ ...args) => {
      count(args[0]);
      return write.apply(response, /** @type {any} */ (args));
    }
  );
  response.end = /** @type {any} */ (
    (/** @type {any[]} */ ...args) => {
      count(args[0]);
      return end.apply(response, /** @type {any} */ (args));
    }
  );
  return false;
}

/** Requests for digits. */
const digits = () => [...sent.keys()].filter((path) => path.startsWith("/data/"));

inBrowsers(
  "A first visit",
  ({ open }) => {
    test("loads no digits and at most 200 kB, and reads a drawing; Train loads them", async () => {
      sent.clear();
      const { page, errors } = await open({ offline: true });
      await until(page, "status", "ready");
      await page.waitForNetworkIdle();
      const sum = [...sent.values()].reduce((sum, each) => sum + each, 0);
      const list = [...sent].map(([path, bytes]) => `${path} ${bytes}`).join("\n");
      assert.ok(sum > 0 && sum <= MOST, `${sum} bytes:\n${list}`);
      await draw(page, DIGITS[7]);
      await until(page, "reading.answer", 7);
      assert.equal(await stateOf(page, "data.kind"), "none");
      assert.deepEqual(digits(), []);
      await clickOn(page, byId("train"));
      await clickOn(page, byId("train-on"));
      await until(page, "phase", "running");
      assert.equal(await stateOf(page, "data.kind"), "mnist");
      assert.equal(digits().length, 4);
      await clickOn(page, byId("train"));
      await untilAtRest(page);
      const why = await page.$eval(
        "dh-playground",
        (part) => /** @type {any} */ (part).session.link().why,
      );
      // On a slow machine it begins with the first thousand, and says so.
      assert.match(why, /^$|^its training began before all digits were loaded$/);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("a test digit is there at a click, and a step", async () => {
      const { page } = await open();
      await until(page, "status", "ready");
      await clickOn(page, byId("test-digit"));
      await until(page, "shown.kind", "digit");
      await clickOn(page, byId("step"));
      await until(page, "steps", 1);
      await page.close();
    });

    test("who saves data is asked first", async () => {
      const before = () => {
        Object.defineProperty(Navigator.prototype, "connection", { value: { saveData: true } });
      };
      const { page } = await open({ path: "#start=random", before });
      await until(page, "status", "ready");
      await clickOn(page, byId("train"));
      await until(page, "phase", "waiting");
      await page.waitForSelector(".notices ::-p-text(Load them)");
      assert.equal(await stateOf(page, "data.kind"), "none");
      await clickOn(page, ".notices ::-p-text(Use built-in handwriting instead)");
      await until(page, "phase", "running");
      assert.equal(await stateOf(page, "data.kind"), "handwriting");
      await page.close();
    });
  },
  { mnist: true, answer: counted, skip: withoutMnist, only: "chromium" },
);
