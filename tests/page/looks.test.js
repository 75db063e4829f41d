/**
 * How the page stands on a projector, on a tablet and on a phone: nothing overlaps, nothing is too
 * small, axe has nothing to say.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { LAB_NAMES } from "../../web/common/labs.js";
import { inBrowsers } from "../support/browser.js";
import {
  openLab,
  openSettings,
  stateOf,
  until,
  untilAtRest,
  untilComplete,
  untilStill,
} from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

const axe = readFileSync(new URL(import.meta.resolve("axe-core/axe.min.js")), "utf8");
/** @typedef {{ width: number, height: number, themes: ("dark" | "light")[] }} Size */
/** Themes: in which axe looks at the page, if at all. What differs in Firefox is layout. */
const SIZES = /** @type {Size[]} */ ([
  { width: 1440, height: 900, themes: ["dark", "light"] },
  { width: 1024, height: 768, themes: [] },
  { width: 390, height: 844, themes: ["light"] },
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
    const controls = "button, select, summary, .button, input:not(.only-heard), a.button";
    const name = (/** @type {Element} */ e) =>
      `${e.closest("section")?.id || e.closest("section")?.className || "bar"}: ${e.getAttribute("aria-label") || e.textContent?.trim().slice(0, 30) || e.outerHTML.slice(0, 80)}`;
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
      if (touch && (wrap.height < least || wrap.width < least))
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

/** What axe finds wrong. @param {Page} page @returns {Promise<string[]>} */
async function violations(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const found = await /** @type {any} */ (globalThis).axe.run(document, {
      resultTypes: ["violations"],
    });
    return found.violations.flatMap((/** @type {any} */ { id, nodes }) =>
      nodes.map((/** @type {any} */ node) => `${id}: ${node.target} ${node.any[0]?.message ?? ""}`),
    );
  });
}

/** Fails with the first few of what is wrong, if anything is. @param {string[]} wrong */
function assertNone(wrong) {
  assert.equal(wrong.slice(0, 12).join("\n"), "");
}

inBrowsers("The page", ({ open, name }) => {
  for (const { width, height, themes } of SIZES) {
    const axeToo = themes.length ? ", and axe finds nothing" : "";
    test(`nothing overlaps or leaves the page at ${width}×${height}${axeToo}`, async () => {
      const { page, errors } = await open({
        path: "#start=random&seed=3&steps=300",
        width,
        height,
      });
      await untilComplete(page);
      await untilAtRest(page);
      for (const id of ["", ...LAB_NAMES.map((lab) => lab.id)]) {
        if (id) await openLab(page, id);
        await untilStill(page);
        const about = (/** @type {string} */ fault) => `${id || "playground"}: ${fault}`;
        assertNone((await wrongIn(page, width < 720 ? TOUCH : 0)).map(about));
        for (const theme of name === "chromium" ? themes : []) {
          await page.evaluate((theme) => {
            const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
            return session.set("theme", theme);
          }, theme);
          await until(page, "settings.theme", theme);
          assertNone((await violations(page)).map(about));
        }
      }
      if (name === "chromium" && themes.length) {
        await openSettings(page);
        assertNone((await violations(page)).map((fault) => `settings: ${fault}`));
        await page.keyboard.press("Escape");
        await page.keyboard.press("?");
        await page.waitForSelector("#keys-dialog[open]");
        assertNone((await violations(page)).map((fault) => `keys: ${fault}`));
      }
      assert.deepEqual(errors, []);
      await page.close();
    });
  }
});

inBrowsers(
  "A hostile address",
  ({ open, url }) => {
    test("never breaks the page and never puts its own words on it", async () => {
      const { page, errors } = await open({ path: "#start=random" });
      await until(page, "status", "ready");
      for (const [i, hash] of HOSTILE.entries()) {
        await page.goto(`${url()}?${i}#${hash}`);
        await until(page, "status", "ready");
        // The one sentence that says what was not understood quotes it, as text.
        const words = await page.evaluate(() => {
          const page = /** @type {HTMLElement} */ (document.documentElement.cloneNode(true));
          for (const part of page.querySelectorAll("dh-notices :not(:has(*))")) part.remove();
          return page.outerHTML;
        });
        assert.doesNotMatch(words, /zebra/i, hash);
        assert.equal(await page.$("img"), null, hash);
        assert.ok((await stateOf(page, "network.parameterCount")) > 0, hash);
      }
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { only: "chromium" },
);

const HOSTILE = [
  "<img src=x onerror=alert('zebra')>",
  "seed=zebra&layers=zebra&hidden=zebra",
  "theme=zebra",
  "hide=zebra.reset.zebra",
  "recipe=__proto__&start=random",
  "recipe=constructor&start=random",
  "start=zebra",
  "steps=-1&start=random",
  "epochs=0&rate=NaN&start=random",
  "rate=1e999&batch=0&decay=-1&start=random",
  "layers=0-0&start=random",
  "layers=1-1-1-1&start=random",
  "layers=99999&start=random",
  "%E0%A4%A=%E0%A4%A&seed=%",
  "__proto__=zebra&constructor=zebra&toString=zebra",
  `seed=${"9".repeat(5000)}`,
  "&&&===&=&zebra",
  "start=random&seed=4294967295&rate=1000000&batch=1024&decay=1&nothing=0.9",
  "start=random&hidden=step&output=softmax&cost=quadratic&optimizer=adamw",
  "augment=2&schedule=zebra&start=random",
];
