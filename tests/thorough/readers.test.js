/**
 * What people hear who do not see the page, and how they go about in it by keys: what is announced
 * while a network is trained, what buttons and tips say, how the tour takes the focus and gives it
 * back. What axe can see is in tests/thorough/looks.test.js.
 */
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { LAB_NAMES } from "../../web/common/labs.js";
import { inBrowsers } from "../support/browser.js";
import { heardOf, heardSince, listen } from "../support/heard.js";
import { untilRendered } from "../support/labs.js";
import {
  byId,
  middleOf,
  openLab,
  PATIENCE,
  press,
  stateOf,
  until,
  untilAtRest,
  untilComplete,
  untilWords,
} from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

const web = new URL("../../web/", import.meta.url);
/** Evaluations of the network that a lab is listened to; all that is shown changes with each. */
const EVALUATIONS = 3;

/**
 * Answers a lab's questions, since only then are there answers that change; and goes a step by keys
 * in what is gone about in by keys, since what this leads to is read out.
 * @param {Page} page @param {string} id
 */
async function use(page, id) {
  await page.evaluate((id) => {
    const lab = /** @type {Element} */ (document.getElementById(id));
    for (const quiz of lab.querySelectorAll(".predict")) quiz.querySelector("button")?.click();
    for (const element of lab.querySelectorAll("[role=application]"))
      element.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
  }, id);
}

/** Waits until the network on the page was evaluated that often. @param {Page} page */
async function untilEvaluated(page, times = EVALUATIONS) {
  await page.waitForFunction(
    (times) => {
      const seen = /** @type {any} */ (globalThis);
      const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
      seen.evaluations ??= new Set();
      seen.evaluations.add(session.state.evaluation?.version);
      if (seen.evaluations.size <= times) return false;
      seen.evaluations = null;
      return true;
    },
    { polling: 30, timeout: 60_000 },
    times,
  );
}

/**
 * Elements of a lab that take an arrow, Home, End or Enter although Alt, Ctrl or Cmd is held.
 * @param {Page} page @param {string} id
 */
function takingBrowserKeys(page, id) {
  return page.evaluate((id) => {
    const reachable = "[tabindex], button, input, select, summary, canvas";
    const keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "Enter"];
    const wrong = [];
    for (const element of document.querySelectorAll(`#${id} :is(${reachable})`)) {
      for (const modifier of ["altKey", "ctrlKey", "metaKey"]) {
        const isTaken = (/** @type {string} */ key) =>
          !element.dispatchEvent(
            new KeyboardEvent("keydown", {
              key,
              [modifier]: true,
              bubbles: true,
              cancelable: true,
            }),
          );
        const taken = keys.filter(isTaken);
        if (taken.length)
          wrong.push(`${element.localName}.${element.className}: ${modifier} ${taken}`);
      }
    }
    return wrong.slice(0, 5);
  }, id);
}

/**
 * Buttons that say their state twice: pressed or expanded, and by another name when they are.
 * @param {Page} page @param {string} within  a selector
 */
function changingToggles(page, within) {
  return page.evaluate(async (within) => {
    const toggles = "button[aria-pressed], button[aria-expanded]";
    const nameOf = (/** @type {Element} */ toggle) => toggle.ariaLabel ?? toggle.textContent;
    const stateOf = (/** @type {Element} */ toggle) => toggle.ariaPressed ?? toggle.ariaExpanded;
    const wrong = [];
    for (const toggle of document.querySelectorAll(`${within} :is(${toggles})`)) {
      // Of a hundred cells, one is like the next.
      if (!toggle.checkVisibility() || toggle.closest(".confusion td")) continue;
      const [name, state] = [nameOf(toggle), stateOf(toggle)];
      /** @type {HTMLElement} */ (toggle).click();
      for (let host = toggle.parentElement; host; host = host.parentElement)
        await /** @type {any} */ (host).updateComplete;
      if (stateOf(toggle) !== state && nameOf(toggle) !== name)
        wrong.push(`${name} becomes ${nameOf(toggle)}`);
    }
    return wrong;
  }, within);
}

/** What is under a notice when it has the focus. @param {Page} page */
function underNotice(page) {
  return page.evaluate(() => {
    const covered = [];
    const reachable = "main :is(button, a, select), footer :is(button, a)";
    for (const element of document.querySelectorAll(reachable)) {
      if (!element.checkVisibility()) continue;
      // Just where the notice is.
      const notice = /** @type {Element} */ (document.querySelector(".notice"));
      const { top, height: high } = notice.getBoundingClientRect();
      scrollBy(0, element.getBoundingClientRect().top - top - high / 3);
      /** @type {HTMLElement} */ (element).focus();
      const { x, y, width, height } = element.getBoundingClientRect();
      const above = document.elementFromPoint(x + width / 2, y + height / 2);
      if (above?.closest(".notice")) covered.push(element.outerHTML.slice(0, 80));
    }
    return covered;
  });
}

/** A selector of what has the focus, as far as this file needs it. @param {Page} page */
function focused(page) {
  return page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.getAttribute("data-testid") ?? activeElement?.className ?? "";
  });
}

test("an <output>, which is live by itself, says in its source whether it is to be", async () => {
  for (const path of await readdir(web, { recursive: true })) {
    if (!path.endsWith(".js")) continue;
    const source = await readFile(new URL(path, web), "utf8");
    for (const [tag] of source.matchAll(/<output\b[^<]*/g)) assert.match(tag, /aria-live=/, path);
  }
});

inBrowsers(
  "A screen reader",
  ({ open }) => {
    test("hears no lab repaint in training; the browser's keys stay its own", async () => {
      const { page, errors } = await open({ path: "#start=random&seed=3&epochs=1000&steps=50" });
      await untilComplete(page);
      await untilAtRest(page);
      await listen(page);
      await page.evaluate(() => {
        const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
        return session.run();
      });
      await until(page, "phase", "running");
      for (const { id, title } of LAB_NAMES) {
        await openLab(page, id);
        assert.equal(await page.title(), `${title} – Downhill`);
        await use(page, id);
        assert.deepEqual(await changingToggles(page, `#${id}`), [], id);
        assert.deepEqual(await takingBrowserKeys(page, id), [], id);
        await untilEvaluated(page, 1);
        const before = await stateOf(page, "epoch");
        await heardSince(page);
        await untilEvaluated(page);
        const heard = await heardSince(page);
        const epochs = Math.ceil((await stateOf(page, "epoch")) - before) + 1;
        for (const [place, words] of Object.entries(heard)) {
          const most = /dh-stats/.test(place) ? epochs : 1;
          assert.ok(
            words.length <= most,
            `${id}: ${place} said ${words.length}: ${words.join(" | ")}`,
          );
        }
      }
      await heardSince(page);
      await page.evaluate(() => {
        const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
        return session.pause();
      });
      await untilAtRest(page);
      const said = Object.entries(await heardSince(page)).find(([place]) => /dh-stats/.test(place));
      assert.match(said?.[1].at(-1) ?? "", /^Training paused\. Test accuracy: [\d.]+%\.$/);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("hears the outcome of a long run in a lab, and not its progress", async () => {
      const { page, errors } = await open({ path: "#start=random&seed=3" });
      await untilComplete(page);
      await openLab(page, "binary");
      await listen(page);
      await press(page, byId("binary-train"));
      // In one task with the look: it may be over a moment later.
      await page.waitForFunction(
        (progress, button) => {
          const steps = document.querySelector(progress)?.textContent?.replace(",", "") ?? "";
          if (!(Number.parseInt(steps, 10) >= 1500)) return false;
          /** @type {any} */
          const twins = document.querySelector("dh-binary-twins");
          // A fast machine may have come to the end: a press would then begin anew.
          if (twins.phase === "training") twins.querySelector(button).click();
          return true;
        },
        PATIENCE,
        byId("binary-progress"),
        byId("binary-train"),
      );
      await untilWords(page, byId("announced"), /test accuracy|%/);
      const said = Object.entries(await heardSince(page)).filter(([place]) => !/dh-/.test(place));
      const finding = await page.$eval("dh-binary-twins h3", (title) =>
        title.textContent.replace(/\s+/g, " ").trim(),
      );
      assert.deepEqual(
        said.map(([, words]) => words.filter(Boolean)),
        [[finding]],
      );
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("hears tips as descriptions; the pointer can go to them, Escape hides them", async () => {
      const { page, errors } = await open({ path: "#start=random&seed=3&epochs=1000&steps=50" });
      await untilAtRest(page);

      await page.mouse.move(...(await middleOf(page, ".stat.accuracy")));
      const tip = await middleOf(page, "[role=tooltip]");
      const { description, ...stat } = await heardOf(page, ".stat.accuracy");
      assert.deepEqual(stat, { role: "group", name: "test accuracy" });
      assert.match(description ?? "", /^The part of the test digits/);
      await page.mouse.move(...tip, { steps: 12 });
      assert.ok(await page.$("[role=tooltip]:hover"), "the tip has the pointer");
      await page.keyboard.press("Escape");
      await page.waitForSelector("[role=tooltip]", { hidden: true });

      // By keys: the first number has one stop, the arrows lead on.
      await page.focus(byId("step"));
      while (!/^stat /.test(await focused(page))) await page.keyboard.press("Tab");
      await page.keyboard.press("ArrowRight");
      assert.equal(await focused(page), "stat accuracy");
      assert.equal((await heardOf(page, ".stat.accuracy")).description, description);

      // What changes under the focus is seen; neither its name nor its description says it again.
      await page.focus(".outputs button");
      await page.waitForSelector(".outputs button[aria-describedby=tip]");
      await page.evaluate(() => {
        const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
        session.draw([
          [
            [0.5, 0.2],
            [0.5, 0.8],
          ],
        ]);
      });
      await until(page, "reading.shown.kind", "drawing");
      await untilWords(page, "[role=tooltip]", /^Output 0: 0\.\d+$/);
      const before = await page.$eval("[role=tooltip]", (tip) => tip.textContent);
      await page.evaluate(() => {
        const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
        return session.run();
      });
      await page.waitForFunction(
        (before) => document.querySelector("[role=tooltip]")?.textContent !== before,
        PATIENCE,
        before,
      );
      const output = await heardOf(page, ".outputs button");
      assert.deepEqual([output.name, output.description ?? ""], ["Output 0", ""]);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("hears from a button its state or its new name, never both, on a phone too", async () => {
      const { page, errors } = await open({
        path: "#start=random&seed=3",
        width: 390,
        height: 844,
      });
      await until(page, "status", "ready");
      await page.evaluate(() => {
        const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
        for (const key of ["one", "another"]) session.say(key, { key, stays: true });
      });
      await page.waitForSelector(".notices > .more");
      assert.deepEqual(await changingToggles(page, "dh-notices"), []);
      await openLab(page, "inside");
      await page.waitForSelector(byId("enlarge"));
      assert.deepEqual(await changingToggles(page, "dh-playground"), []);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("takes the tour by keys: the focus comes and goes; all it needs is in reach", async () => {
      const { page, errors } = await open({
        path: "#start=random&seed=3",
        width: 390,
        height: 844,
        calm: true,
      });
      await until(page, "status", "ready");
      await page.waitForSelector(".notice");
      assert.deepEqual(await underNotice(page), []);

      // What is said in a dialog covers nothing there that cannot be scrolled clear. The tour would
      // close the dialog: its offer waits until that is done.
      await press(page, byId("your-data"));
      await page.waitForSelector("#own-data-dialog[open] .body");
      await page.evaluate(() => {
        const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
        session.say("Something was done.", { key: "done", stays: true, button: "Undo" });
      });
      await page.waitForSelector("#own-data-dialog .notice .primary");
      await untilRendered(page, "#own-data-dialog");
      assert.equal((await page.$$("#own-data-dialog .notice")).length, 1);
      const covered = await page.$eval("#own-data-dialog", (dialog) => {
        dialog.scrollTop = dialog.scrollHeight;
        const { bottom } = /** @type {Element} */ (
          dialog.querySelector(".body > :last-child")
        ).getBoundingClientRect();
        const notice = /** @type {Element} */ (dialog.querySelector(".notice"));
        return bottom - notice.getBoundingClientRect().top;
      });
      assert.ok(covered <= 0, `${covered} px are covered`);
      await page.keyboard.press("Escape");
      await page.waitForSelector("dialog[open]", { hidden: true });
      await page.evaluate(() => {
        const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
        session.dismiss("done");
      });
      await press(page, ".notice ::-p-text(Show me)");
      await page.waitForSelector(".tour .primary:focus");
      await page.keyboard.press("Escape");
      await page.waitForSelector(".tour", { hidden: true });

      await page.waitForSelector(byId("tour"));
      await page.focus(byId("tour"));
      await page.keyboard.press("Enter");
      await page.waitForSelector(".tour .primary:focus");
      assert.equal((await heardOf(page, ".tour")).role, "region");
      const words = await page.$eval("#tour-words", (words) => words.textContent);
      assert.equal((await heardOf(page, ".tour .primary")).description, words);
      await listen(page);
      await page.keyboard.press("Enter");
      await page.waitForFunction(
        (words) => document.querySelector("#tour-words")?.textContent !== words,
        PATIENCE,
        words,
      );
      assert.equal((await page.$$(".tour .primary:focus")).length, 1);
      const said = Object.keys(await heardSince(page)).filter((place) => /section/.test(place));
      assert.equal(said.length, 1, "the next stop is read out");

      // A dialog over it is closed first.
      await page.keyboard.press("?");
      await page.waitForSelector("#keys-dialog[open]");
      await page.keyboard.press("Escape");
      await page.waitForSelector("#keys-dialog:not([open])");
      assert.ok(await page.$(".tour"));
      await page.keyboard.press("Escape");
      await page.waitForSelector(".tour", { hidden: true });
      assert.equal(await focused(page), "tour");
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { only: "chromium" },
);
