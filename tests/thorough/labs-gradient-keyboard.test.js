/** The lab Gradient, and the frame of all labs, by keyboard; and what disabled buttons say. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inBrowsers } from "../support/browser.js";
import { openedLab, untilCurrent, untilSaid } from "../support/labs.js";
import { byId, lookAt, openLab, press, untilWords } from "../support/visitor.js";

inBrowsers(
  "The lab Gradient by keyboard",
  ({ open }) => {
    test("the keyboard keeps its place; no answer moves the button that is pressed", async () => {
      const { page, errors } = await openedLab(open, "gradient");
      const focused = () =>
        page.evaluate(() => {
          const { dataset, className } = /** @type {HTMLElement} */ (document.activeElement);
          return dataset.testid ?? className;
        });
      await page.focus("#gradient [data-testid=just-show]");
      await page.keyboard.press("Enter");
      await page.waitForSelector("#gradient .instrument:focus");
      await page.keyboard.press("Tab");
      assert.ok(await page.$("#gradient .instrument [data-source]:focus"));
      await lookAt(page, "dh-gradient-wishes");
      const heightOf = () =>
        page.$eval("dh-gradient-check button", (button) => {
          const part = /** @type {Element} */ (document.querySelector("dh-gradient-wishes"));
          return button.getBoundingClientRect().top - part.getBoundingClientRect().top;
        });
      await page.waitForSelector("dh-gradient-check button");
      const before = await heightOf();
      await untilCurrent(page, "dh-gradient-wishes", "wishes");
      await lookAt(page, "dh-gradient-check");
      await untilCurrent(page, "dh-gradient-check", "one");
      await page.focus(byId("gradient-check"));
      await page.keyboard.press("Enter");
      await page.waitForSelector(byId("gradient-worst"));
      await page.waitForSelector(`${byId("gradient-check")}[aria-disabled=false]`);
      assert.equal(await focused(), "gradient-check");
      assert.equal(await heightOf(), before);
      await press(page, "[data-source=digit]");
      await page.focus(byId("gradient-digit"));
      await page.keyboard.press("Enter");
      await page.waitForSelector(byId("gradient-target"));
      assert.equal(await focused(), "gradient-digit");
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("while digits are loading, a sentence beside a disabled button says so", async () => {
      const { page, errors } = await openedLab(open, "gradient");
      await press(page, "[data-source=digit]");
      await page.waitForSelector(`${byId("gradient-digit")}[aria-disabled=false]`);
      await page.evaluate(() => {
        const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
        const { data } = session.state;
        const loading = { ...data, train: 2000, test: 0, complete: false };
        session.update({ data: loading });
        // A report of the worker brings the true ones.
        session.subscribe((/** @type {any} */ state) => {
          if (state.data.complete) session.update({ data: loading });
        });
      });
      await untilSaid(page, "#gradient-digit-obstacle", "The test digits are still loading.");
      await page.waitForSelector(`${byId("gradient-digit")}[aria-disabled=true]`);
      await openLab(page, "binary");
      await page.waitForSelector(`${byId("binary-train")}[aria-disabled=true]`);
      await untilWords(page, "#binary-train-obstacle", /^Loading digits: 2,000 of/);
      await page.focus(byId("binary-train"));
      await page.keyboard.press("Enter");
      await untilSaid(page, byId("binary-train"), "Train both");
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { only: "chromium" },
);
