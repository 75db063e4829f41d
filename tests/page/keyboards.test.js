/** Shortcuts on other keyboards, held keys, and the switch that turns single keys off. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inBrowsers } from "../support/browser.js";
import { untilRendered } from "../support/labs.js";
import { byId, clickOn, stateOf, until } from "../support/visitor.js";

/**
 * A key of another keyboard, as browsers tell of it.
 * @param {import("puppeteer-core").Page} page
 * @param {KeyboardEventInit} init @param {string} [selector]
 */
function tell(page, init, selector = "body") {
  return page.$eval(
    selector,
    (target, init) => {
      const options = { bubbles: true, cancelable: true, ...init };
      target.dispatchEvent(new KeyboardEvent("keydown", options));
    },
    /** @type {any} */ (init),
  );
}

inBrowsers(
  "Keyboards",
  ({ open }) => {
    test("Russian keys work, held keys act once, and single keys can be turned off", async () => {
      const { page, errors } = await open({ path: "#start=random&seed=3" });
      await until(page, "status", "ready");
      assert.equal(await stateOf(page, "settings.speed"), "full");
      await tell(page, { key: "а", code: "KeyF", isComposing: true });
      await tell(page, { key: "а", code: "KeyF" });
      await until(page, "settings.speed", "auto");
      await tell(page, { key: "а", code: "KeyF", repeat: true });
      assert.equal(await stateOf(page, "settings.speed"), "auto", "held down");

      await page.focus(byId("drawing"));
      await page.keyboard.down(" ");
      await page.keyboard.down(" ");
      await page.keyboard.up(" ");
      await page.keyboard.press("ArrowDown");
      await until(page, "shown.kind", "drawing");
      assert.equal((await stateOf(page, "shown.strokes"))[0].length, 2, "the pen is down");
      await tell(page, { key: "Я", code: "KeyZ", ctrlKey: true }, byId("drawing"));
      await until(page, "shown.kind", "nothing");

      const keys = "dh-toolbar .tools .keys";
      assert.equal(await page.$eval(keys, (each) => each.getAttribute("title")), "Keys (?)");
      await clickOn(page, keys);
      await page.waitForSelector("#keys-dialog[open]");
      await clickOn(page, byId("single-keys"));
      await untilRendered(page, "body");
      const said = await page.$eval("#keys-dialog [role=status]", (each) => each.textContent);
      assert.match(said ?? "", /They are off/);
      assert.equal(await page.$eval(keys, (each) => each.getAttribute("title")), "Keys");
      await page.keyboard.press("Escape");
      await page.waitForSelector("#keys-dialog:not([open])");
      await page.reload();
      await until(page, "status", "ready");
      await page.waitForSelector(keys);
      await tell(page, { key: "f", code: "KeyF" });
      assert.equal(await stateOf(page, "settings.speed"), "auto", "off in the next visit, too");
      await page.focus(keys);
      await page.keyboard.press("Enter");
      await page.waitForSelector("#keys-dialog[open]");
      await clickOn(page, byId("single-keys"));
      await page.keyboard.press("Escape");
      await page.waitForSelector("#keys-dialog:not([open])");
      await tell(page, { key: "f", code: "KeyF" });
      await until(page, "settings.speed", "full");
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { only: "chromium" },
);
