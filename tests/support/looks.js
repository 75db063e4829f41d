/** Looks at all of the page on a projector, on a tablet and on a phone. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { LAB_NAMES } from "../../web/common/labs.js";
import { inBrowsers } from "./browser.js";
import {
  byId,
  openLab,
  openSettings,
  press,
  until,
  untilAtRest,
  untilComplete,
  untilStill,
} from "./visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

/** @typedef {"dark" | "light"} Theme */

const axe = readFileSync(new URL(import.meta.resolve("axe-core/axe.min.js")), "utf8");
/** @typedef {{ width: number, height: number, themes: Theme[] }} Size */
/**
 * Themes: in which axe looks at the page, if at all; at all of it in the first, at what depends on
 * colours in the second. What differs in Firefox is layout.
 */
const SIZES = /** @type {Size[]} */ ([
  { width: 1440, height: 900, themes: ["dark", "light"] },
  { width: 1024, height: 768, themes: [] },
  { width: 390, height: 844, themes: ["light", "dark"] },
]);
/** Smallest side of what is touched, in CSS pixels; half a pixel is rounding. */
const TOUCH = 39.5;

/**
 * What stands wrong: controls that lie over one another, that leave the page or that are too small
 * to touch.
 * @param {Page} page @param {number} touch
 */
function wrongIn(page, touch) {
  return page.evaluate((touch) => {
    const controls =
      "button, select, summary, .button, input:not(.only-heard), a.button, dh-toolbar .stat";
    const name = (/** @type {Element} */ e) => {
      const place = e.closest("section")?.id || e.closest("section")?.className || "bar";
      const words = e.getAttribute("aria-label") || e.textContent?.trim().slice(0, 30);
      return `${place}: ${words || e.outerHTML.slice(0, 80)}`;
    };
    const scrolled = (/** @type {Element} */ e) => {
      for (let up = e.parentElement; up; up = up.parentElement) {
        if (/auto|scroll/.test(getComputedStyle(up).overflowX) && up.scrollWidth > up.clientWidth)
          return true;
      }
      return false;
    };
    const seen = [...document.querySelectorAll(controls)]
      .filter((e) => !e.closest("dialog, .notices, .notice, .tour, .skip") && !e.matches(".skip"))
      .map((e) => ({ e, box: e.getBoundingClientRect(), bar: Boolean(e.closest("dh-toolbar")) }))
      .filter(({ e, box }) => box.width && e.checkVisibility({ visibilityProperty: true }));
    const wrong = [];
    if (document.documentElement.scrollWidth > innerWidth)
      wrong.push(`the page is ${document.documentElement.scrollWidth} wide`);
    for (const [i, { e, box, bar }] of seen.entries()) {
      if (!scrolled(e) && (box.right > innerWidth + 1 || box.left < -1))
        wrong.push(`${name(e)} leaves the page`);
      const wrap = e.matches("input[type=checkbox], input[type=radio]")
        ? (e.closest("label")?.getBoundingClientRect() ?? box)
        : box;
      // Ten by ten cells, and ten outputs beside their network, cannot all be as large as a finger
      // on a phone; arrow keys reach them too.
      const isOfMany = e.closest("table, dh-network .outputs");
      const least = isOfMany ? Math.min(touch, 24) : touch;
      if (touch && !e.matches(".stat") && (wrap.height < least || wrap.width < least))
        wrong.push(`${name(e)} is ${wrap.width.toFixed(0)}×${wrap.height.toFixed(0)}`);
      for (const other of seen.slice(i + 1)) {
        if (other.bar !== bar || e.contains(other.e)) continue;
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (across > 1 && down > 1) wrong.push(`${name(e)} and ${name(other.e)} overlap`);
      }
    }
    return wrong;
  }, touch);
}

/**
 * What axe finds wrong: WCAG 2.2 A and AA, and best practices.
 * @param {Page} page @param {boolean} isAboutColours  only what another theme can change
 * @returns {Promise<string[]>}
 */
async function violations(page, isAboutColours) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  return page.evaluate(async (isAboutColours) => {
    const found = await /** @type {any} */ (globalThis).axe.run(document, {
      resultTypes: ["violations"],
      preload: false,
      rules: { "target-size": { enabled: true } },
      ...(isAboutColours ? { runOnly: ["color-contrast", "link-in-text-block"] } : {}),
    });
    return found.violations.flatMap((/** @type {any} */ { id, nodes }) =>
      nodes.map((/** @type {any} */ node) => `${id}: ${node.target} ${node.any[0]?.message ?? ""}`),
    );
  }, isAboutColours);
}

/** @param {Page} page @param {Size} size @param {string} what  that is looked at */
async function assertAxeFindsNothing(page, { width, themes }, what) {
  for (const [i, theme] of themes.entries()) {
    await page.evaluate((theme) => {
      const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
      return session.set("theme", theme);
    }, theme);
    await until(page, "settings.theme", theme);
    const faults = await violations(page, i > 0);
    assertNone(faults.map((fault) => `${what}, ${width} wide, ${theme}: ${fault}`));
  }
}

/** Fails with the first few of what is wrong, if anything is. @param {string[]} wrong */
function assertNone(wrong) {
  assert.equal(wrong.slice(0, 12).join("\n"), "");
}

/**
 * Answers a lab's questions, and unfolds all that is folded.
 * @param {Page} page @param {string} id
 */
async function answerAndUnfold(page, id) {
  await page.evaluate((id) => {
    const lab = /** @type {Element} */ (document.getElementById(id));
    for (const quiz of lab.querySelectorAll(".predict")) quiz.querySelector("button")?.click();
    for (const folded of lab.querySelectorAll("details")) folded.open = true;
  }, id);
}

/** What opens over the page. @type {Record<string, (page: Page) => Promise<unknown>>} */
const OVER = {
  notices: async (page) => {
    await page.evaluate(() => {
      const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
      session.say("One thing was done.", { key: "one", button: "Undo", act() {}, stays: true });
      session.say("So was another.", { key: "another", stays: true });
    });
    await page.waitForSelector(".notice:nth-of-type(2)");
  },
  "the tour": async (page) => {
    await page.waitForSelector(byId("tour"));
    await page.$eval(byId("tour"), (button) => /** @type {HTMLElement} */ (button).click());
    await page.waitForSelector(".tour.notice");
  },
  "the networks to load": async (page) => {
    await page.$eval(byId("load"), (button) => /** @type {HTMLElement} */ (button).click());
    await page.waitForSelector("#load-list:popover-open");
  },
  settings: async (page) => {
    await openSettings(page);
    await page.$$eval("#settings-dialog details", (all) => {
      for (const each of all) each.open = true;
    });
  },
  "your data": async (page) => {
    await page.$eval(byId("your-data"), (button) => /** @type {HTMLElement} */ (button).click());
    await page.waitForSelector("#own-data-dialog[open] summary");
  },
  keys: async (page) => {
    await page.keyboard.press("?");
    await page.waitForSelector("#keys-dialog[open]");
  },
};

/**
 * Tests that nothing overlaps, nothing is too small and axe has nothing to say.
 * @param {string} folder  of a language: "" for English, "es/"
 * @param {import("../support/browser.js").BrowserName} [only]
 */
export function looks(folder, only) {
  inBrowsers(
    `The page in /${folder}`,
    ({ open, name }) => {
      const isLookedAtByAxe = name === "chromium";
      const axeToo = isLookedAtByAxe ? ", and axe finds nothing in it or over it" : "";

      /** @param {Page} page @param {string} what @param {Size} size */
      async function lookAtSize(page, what, size) {
        await page.setViewport(size);
        await untilStill(page);
        const faults = await wrongIn(page, size.width < 720 ? TOUCH : 0);
        assertNone(faults.map((fault) => `${what}, ${size.width} wide: ${fault}`));
        if (isLookedAtByAxe) await assertAxeFindsNothing(page, size, what);
      }

      test(`nothing overlaps or leaves the page at any size${axeToo}`, async () => {
        const { page, errors } = await open({ path: `${folder}#start=random&seed=3&steps=300` });
        await untilComplete(page);
        await untilAtRest(page);
        for (const size of SIZES) {
          await lookAtSize(page, "playground", size);
          if (!isLookedAtByAxe || !size.themes.length) continue;
          for (const [what, show] of Object.entries(OVER)) {
            await show(page);
            await assertAxeFindsNothing(page, size, what);
            await page.keyboard.press("Escape");
          }
        }
        for (const { id } of LAB_NAMES) {
          await openLab(page, id);
          const tabs = await page.$$eval(`#${id} [role=tab]`, (all) => all.map((tab) => tab.id));
          for (const tab of tabs.length ? tabs : [""]) {
            if (tab) await press(page, `#${tab}`);
            await answerAndUnfold(page, id);
            for (const size of SIZES) await lookAtSize(page, tab || id, size);
          }
        }
        assert.deepEqual(errors, []);
        await page.close();
      });

      test(`nor in the lesson plans${axeToo}`, async () => {
        for (const { width, height, themes } of SIZES) {
          for (const scheme of themes.length ? themes : [undefined]) {
            const { page, errors } = await open({
              ...{ path: `${folder}plans.html`, width, height, scheme },
            });
            await page.waitForSelector("dh-class-link button");
            await page.$$eval("details", (all) => {
              for (const each of all) each.open = true;
            });
            const faults = await wrongIn(page, width < 720 ? TOUCH : 0);
            if (isLookedAtByAxe) faults.push(...(await violations(page, false)));
            await page.click(byId("show-code"));
            await page.waitForSelector("dialog[open] .qr");
            if (isLookedAtByAxe) faults.push(...(await violations(page, false)));
            assertNone(faults.map((fault) => `plans, ${width} wide, ${scheme}: ${fault}`));
            assert.deepEqual(errors, []);
            await page.close();
          }
        }
      });
    },
    { mnist: false, only },
  );
}
