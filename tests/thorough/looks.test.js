/**
 * How the page stands on a projector, on a tablet and on a phone: nothing overlaps, nothing is too
 * small, axe has nothing to say.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inBrowsers } from "../support/browser.js";
import { looks } from "../support/looks.js";
import { stateOf, until } from "../support/visitor.js";

// In Firefox, whose layout may differ, in English alone. Each language has a file of its own: all
// in one take ten minutes, after which the runner gives a file up.
looks("");

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
