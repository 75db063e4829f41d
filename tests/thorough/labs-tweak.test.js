/**
 * The lab Tweak in a browser: what its user does, and the numbers compared with the engine's. With
 * PRESETS=1 in the environment the presets are trained to their ends, which takes minutes.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadMnist } from "../../tools/mnist.js";
import { recipes } from "../../wasm/engine.js";
import { ACCURACY } from "../../web/common/accuracy.js";
import { inBrowsers } from "../support/browser.js";
import { digits, engine, setField, testDigits, untilSaid, useOwnDigits } from "../support/labs.js";
import { focused, rowsOf, untilLongRun, untilRuns } from "../support/tweak-page.js";
import {
  byId,
  clickOn,
  openLab,
  press,
  selectedText,
  stateOf,
  until,
  untilAtRest,
  untilComplete,
  untilWords,
} from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

const COUNT = 2000;
/** @param {string} key */
const setting = (key) => `#tweak [data-setting=${key}]`;

/**
 * The page with the lab, which trains a few epochs on a few digits.
 * @param {any} open
 * @param {string} [path]
 */
async function opened(open, path = "") {
  const { page, errors } = await open({ path });
  await untilComplete(page);
  await openLab(page, "tweak");
  await onTwoCores(page);
  await setField(page, byId("tweak-digits"), COUNT, "change");
  return { page, errors };
}

/** Whatever the machine has: as many runs are trained at once. @param {Page} page */
const onTwoCores = (page) =>
  page.evaluate(() => void Object.defineProperty(navigator, "hardwareConcurrency", { value: 2 }));

/**
 * The accuracy and fingerprint as the table shows them.
 * @param {any} plan
 * @param {any} data
 * @param {any} test
 */
function trainedHere({ network, trainer, epochs }, data, test) {
  const net = engine.network(network);
  const steps = Math.ceil((epochs * data.count) / (trainer.batchSize ?? 32));
  net.trainer(data, { ...trainer, totalSteps: steps }).train(steps);
  const { accuracy } = net.evaluate(test);
  const { fingerprint } = net;
  const shown = `${(100 * accuracy).toFixed(1)}%`;
  return { accuracy: shown, print: `${fingerprint.slice(0, 4)}-${fingerprint.slice(4, 8)}` };
}

/** What is said beside the field that did not take its entry. */
const REFUSAL = "#tweak [aria-invalid=true] ~ [role=alert]";

inBrowsers(
  "The lab Tweak",
  ({ open }) => {
    test("settings of one's own are trained from two seeds, to the engine's bits", async () => {
      const { page, errors } = await opened(open);
      const before = await stateOf(page, "fingerprint");
      await setField(page, setting("layers"), "24 12", "change");
      await untilSaid(page, byId("tweak-parameters"), "19,270");
      await setField(page, setting("hidden"), "relu", "change");
      await setField(page, setting("rate"), "0,5", "change");
      await setField(page, setting("epochs"), "two", "change");
      await untilWords(page, REFUSAL, /Enter a whole number of epochs from 1 to 10,000/);
      await setField(page, setting("epochs"), 2, "change");
      await setField(page, byId("tweak-seeds"), 2, "change");
      await press(page, byId("tweak-train"));
      await untilRuns(page, 2);
      const rows = await rowsOf(page);
      for (const [i, seed] of [2, 1].entries()) {
        const plan = {
          network: { layers: [784, 24, 12, 10], hidden: "relu", seed },
          trainer: { batchSize: 10, learningRate: 0.5, seed },
          epochs: 2,
        };
        const { words, ...figures } = rows[i];
        assert.equal(
          words,
          `24-12, ReLU, rate 0.5, 2 epochs, seed ${seed}, 2,000 digits of built-in handwriting`,
        );
        assert.deepEqual(figures, trainedHere(plan, digits.slice(0, COUNT), testDigits));
      }
      const best =
        rows
          .map(({ accuracy }) => accuracy)
          .sort()
          .at(-1) ?? "";
      await untilWords(page, "dh-tweak-chart h3", new RegExp(`Highest test accuracy: ${best} `));
      assert.equal(await stateOf(page, "fingerprint"), before, "the page's network is untouched");
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("runs are kept over a reload, sorted, deleted and brought back", async () => {
      const { page, errors } = await opened(open);
      await setField(page, setting("epochs"), 1, "change");
      await setField(page, byId("tweak-seeds"), 3, "change");
      await press(page, byId("tweak-train"));
      await untilRuns(page, 3);
      const rows = await rowsOf(page);
      await page.reload();
      await untilComplete(page);
      await openLab(page, "tweak");
      await untilRuns(page, 3);
      assert.deepEqual(await rowsOf(page), rows);
      await press(page, "[data-sort=accuracy]");
      await page.waitForSelector("th.accuracy[aria-sort=descending]");
      const sorted = (await rowsOf(page)).map(({ accuracy }) => Number.parseFloat(accuracy));
      assert.deepEqual(
        sorted,
        [...sorted].sort((a, b) => b - a),
      );
      await press(page, "[data-sort=accuracy]");
      await page.waitForSelector("th.accuracy[aria-sort=ascending]");
      assert.equal((await rowsOf(page))[0].accuracy, `${sorted[2].toFixed(1)}%`);
      await press(page, "[data-run] .words button");
      await untilWords(page, "#tweak .full", /With 3 seeds: /);
      await press(page, byId("tweak-delete"));
      await untilRuns(page, 2);
      await clickOn(page, ".notice ::-p-text(Undo)");
      await untilRuns(page, 3);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("a run is put on the page, whose link then makes it again", async () => {
      const { page, errors } = await opened(open, "#start=random&seed=3");
      await press(page, "[data-preset=modern]");
      await setField(page, setting("epochs"), 1, "change");
      await setField(page, byId("tweak-digits"), 0, "change");
      await press(page, byId("tweak-train"));
      await untilRuns(page, 1);
      const [{ words, accuracy, print }] = await rowsOf(page);
      assert.equal(words, "Modern, 1 epoch, seed 1, built-in handwriting");
      await press(page, "[data-run] .words button");
      await press(page, byId("tweak-adopt"));
      await until(page, "steps", 625);
      await untilAtRest(page);
      assert.ok((await stateOf(page, "fingerprint")).startsWith(print.replace("-", "")));
      assert.equal(`${(100 * (await stateOf(page, "evaluation.accuracy"))).toFixed(1)}%`, accuracy);
      const plan = { ...recipes.modern, epochs: 1 };
      const seeded = {
        network: { ...plan.network, seed: 1 },
        trainer: { ...plan.trainer, seed: 1 },
      };
      assert.deepEqual(
        { accuracy, print },
        trainedHere({ ...plan, ...seeded }, digits, testDigits),
      );
      const link = await page.evaluate(() => location.hash);
      // Where nothing can be copied, the run's link is shown, selected.
      await page.evaluate(() => {
        Object.defineProperty(navigator, "clipboard", { value: undefined });
        document.execCommand = () => false;
      });
      await press(page, byId("tweak-share"));
      await page.waitForSelector("dh-tweak-runs dh-link-field input:focus");
      const shown = await selectedText(page);
      assert.match(shown, /^http.*#.*recipe=modern.*steps=625/);
      await clickOn(page, ".notice ::-p-text(Undo)");
      await until(page, "steps", 0);
      const { page: other } = await open({ path: link });
      await until(other, "steps", 625);
      await untilAtRest(other);
      assert.ok((await stateOf(other, "fingerprint")).startsWith(print.replace("-", "")));
      assert.deepEqual(errors, []);
      await page.close();
      await other.close();
    });

    test("the queue pauses, empties and stops; a stopped run says how far it came", async () => {
      const { page, errors } = await opened(open);
      await setField(page, setting("epochs"), 10_000, "change");
      await setField(page, byId("tweak-seeds"), 3, "change");
      await page.evaluate(() => {
        const [chart] = document.getElementsByTagName("dh-tweak-chart");
        const heard = Object.assign(globalThis, { heard: [""] }).heard;
        new MutationObserver(() => heard.push(chart.textContent ?? "")).observe(chart, {
          ...{ subtree: true, characterData: true, childList: true },
        });
      });
      await press(page, byId("tweak-train"));
      await untilWords(page, `${byId("tweak-running")}:nth-child(1)`, /A: .*seed 1,[\s\S]* so far/);
      await untilWords(page, `${byId("tweak-running")}:nth-child(2)`, /B: .*seed 2,[\s\S]* so far/);
      await untilWords(page, byId("tweak-now"), /^Training 2 runs at once, .* left$/);
      // Whatever else is painted before it.
      const heard = await page.evaluate(() => /** @type {any} */ (globalThis).heard.join("\n"));
      assert.match(heard, /The first test accuracy appears here soon\./);
      await press(page, byId("tweak-pause"));
      await untilWords(page, byId("tweak-now"), /Paused/);
      await untilSaid(page, byId("tweak-waiting"), "1 run waits");
      await press(page, byId("tweak-waiting"));
      await press(page, byId("tweak-clear"));
      await page.waitForSelector(byId("tweak-waiting"), { hidden: true });
      await page.focus(byId("tweak-pause"));
      await page.keyboard.press("Enter");
      await untilSaid(page, byId("tweak-pause"), "Pause");
      assert.equal(await focused(page), "tweak-pause");
      const stopSecond = `${byId("tweak-running")}:nth-child(2) ${byId("tweak-stop")}`;
      await page.focus(stopSecond);
      await page.keyboard.press("Enter");
      await page.waitForSelector(stopSecond, { hidden: true });
      assert.equal(await focused(page), "tweak-pause", "not on the button of another run");
      await untilWords(page, byId("tweak-now"), /^Training 1 run, /);
      await page.focus(byId("tweak-stop"));
      await page.keyboard.press("Enter");
      await untilRuns(page, 2);
      assert.notEqual(await focused(page), null, "the keyboard is still in the lab");
      for (const { words } of await rowsOf(page)) {
        assert.match(words, /Stopped after \d[\d,]* epochs? of 10,000$/);
      }
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("runs whose digits were replaced wait, and train on the new ones when told", async () => {
      const { page, errors } = await opened(open);
      await setField(page, setting("epochs"), 10_000, "change");
      await setField(page, byId("tweak-seeds"), 3, "change");
      await press(page, byId("tweak-train"));
      await untilWords(page, byId("tweak-running"), /so far/);
      await page.reload();
      await untilComplete(page);
      await onTwoCores(page);
      await openLab(page, "tweak");
      await untilWords(page, "dh-tweak-chart .placeholder", /^Continue, and the test accuracy/);
      await useOwnDigits(page, 11, 600);
      await openLab(page, "tweak");
      const asked = "3 runs wait for built-in handwriting. The digits are now digits 11.";
      await untilSaid(page, byId("tweak-others"), asked);
      await untilWords(page, "dh-tweak-chart .placeholder", /^Train, and the test accuracy/);
      assert.equal(await page.$(byId("tweak-pause")), null, "nothing goes on");
      await clickOn(page, byId("tweak-waiting"));
      await page.focus("#tweak .waiting li button");
      await page.keyboard.press("Enter");
      await untilSaid(page, byId("tweak-waiting"), "2 runs wait");
      await page.focus(byId("tweak-train-others"));
      await page.keyboard.press("Enter");
      await untilWords(page, byId("tweak-running"), /300 digits|digits 11/);
      assert.equal(await page.$(byId("tweak-others")), null);
      assert.equal(await focused(page), "tweak-pause", "the keyboard is still in the queue");
      for (const left of [1, 0]) {
        await clickOn(page, byId("tweak-stop"));
        await page.waitForFunction(
          (/** @type {string} */ selector, /** @type {number} */ left) =>
            document.querySelectorAll(selector).length === left,
          { polling: 40 },
          byId("tweak-running"),
          left,
        );
      }
      await untilRuns(page, 2);
      assert.match((await rowsOf(page))[0].words, /digits 11/);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("of many runs the first 30 in the chosen order are shown, all when asked", async () => {
      const { page, errors } = await opened(open);
      await setField(page, setting("epochs"), 1, "change");
      await press(page, byId("tweak-train"));
      await untilRuns(page, 1);
      await page.evaluate(async () => {
        const database = await new Promise((resolve) => {
          const request = indexedDB.open("downhill-runs");
          request.onsuccess = () => resolve(request.result);
        });
        const transaction = database.transaction("runs", "readwrite");
        const runs = transaction.objectStore("runs");
        const request = runs.getAll(IDBKeyRange.bound("run:", "run:~"));
        request.onsuccess = () => {
          const [record] = request.result;
          for (let i = 0; i < 30; i++) {
            const run = { ...record.run, id: `copy-${i}`, time: i, accuracy: i / 100 };
            runs.put({ ...record, run }, `run:${run.id}`);
          }
        };
        await new Promise((resolve) => {
          transaction.oncomplete = resolve;
        });
      });
      await page.reload();
      await untilComplete(page);
      await openLab(page, "tweak");
      await untilRuns(page, 30);
      for (const direction of ["descending", "ascending"]) {
        await press(page, "[data-sort=accuracy]");
        await page.waitForSelector(`th.accuracy[aria-sort=${direction}]`);
      }
      assert.equal((await rowsOf(page))[0].accuracy, "0.0%");
      await page.focus(byId("tweak-more"));
      await page.keyboard.press("Enter");
      await untilRuns(page, 31);
      assert.equal(await focused(page), "tweak-more");
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("the keyboard stays in the table as runs go; it finds what undo brings back", async () => {
      const { page, errors } = await opened(open);
      await setField(page, setting("epochs"), 1, "change");
      await setField(page, byId("tweak-seeds"), 3, "change");
      await press(page, byId("tweak-train"));
      await untilRuns(page, 3);
      const [, second, third] = await rowsOf(page);
      const words = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
      const untilFocused = (/** @type {string} */ words) =>
        page.waitForFunction(
          (/** @type {string} */ words) =>
            document.activeElement?.textContent?.replace(/\s+/g, " ").trim() === words,
          { polling: 40 },
          words,
        );
      const removeFocused = async () => {
        const isOpen = await page.$(":focus[aria-expanded=true]");
        if (!isOpen) await page.keyboard.press("Enter");
        await page.waitForSelector("#tweak .full");
        while ((await words()) !== "Delete") await page.keyboard.press("Tab");
        await page.keyboard.press("Enter");
      };
      await page.focus("[data-run]:nth-child(2) .words button");
      await removeFocused();
      await untilRuns(page, 2);
      await untilFocused(third.words);
      while ((await words()) !== "Undo") await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await untilRuns(page, 3);
      await untilFocused(second.words);
      for (const left of [2, 1, 0]) {
        await removeFocused();
        await untilRuns(page, left);
        await page.waitForSelector(left ? "[data-run] :focus" : "h3:focus");
      }
      await untilFocused("No runs yet");
      for (const [id, first, next] of [
        ["tweak-plain", "[data-preset=modern]", "[data-preset]:focus"],
        ["tweak-ideas", ".predict button", ".predict [aria-pressed=true]:focus"],
      ]) {
        await press(page, `#tweak ${first}`);
        await page.waitForSelector(byId(id));
        await page.focus(byId(id));
        await page.keyboard.press("Enter");
        await page.waitForSelector(`#tweak ${next}`);
      }
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { only: "chromium" },
);

inBrowsers(
  "The presets in the lab Tweak",
  ({ open }) => {
    for (const name of /** @type {const} */ (["video", "modern", "tweaked"])) {
      test(`${name} reaches what make accuracy measured, to the engine's bits`, async (t) => {
        const { page, errors } = await open();
        await untilComplete(page);
        await openLab(page, "tweak");
        await press(page, `[data-preset=${name}]`);
        await press(page, byId("tweak-train"));
        await untilWords(page, byId("tweak-running"), /epoch/);
        await untilLongRun(page);
        const [{ words, accuracy, print }] = await rowsOf(page);
        t.diagnostic(`${words}: ${accuracy}, fingerprint ${print}`);
        const { lowest, highest } = ACCURACY[name];
        assert.ok(Number.parseFloat(accuracy) >= lowest, accuracy);
        assert.ok(Number.parseFloat(accuracy) <= highest, accuracy);
        const mnist = /** @type {NonNullable<ReturnType<typeof loadMnist>>} */ (loadMnist());
        const [train, tested] = [mnist.train, mnist.test].map((set) => engine.datasetFromIdx(set));
        const { network, trainer, epochs } = recipes[name];
        const plan = { network: { ...network, seed: 1 }, trainer: { ...trainer, seed: 1 }, epochs };
        assert.deepEqual({ accuracy, print }, trainedHere(plan, train, tested));
        assert.deepEqual(errors, []);
        await page.close();
      });
    }
  },
  { only: "chromium", mnist: true, skip: process.env.PRESETS ? false : "PRESETS is not set" },
);
