/**
 * What the workers fetch while the page is in use, over a connection that fails for a while: a
 * script that did not come can be had later, also in Firefox, which asks for a module once only.
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { inBrowsers } from "../support/browser.js";
import { choose } from "../support/own-data-dialog.js";
import { imageFile, labelFile } from "../support/own-files.js";
import { byId, clickOn, stateOf, until, untilWords } from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

/** Requests for these files break off, that often. */
let trouble = { files: /^$/, times: 0 };
const no = trouble;

const folder = mkdtempSync(join(tmpdir(), "downhill-"));
after(() => rmSync(folder, { recursive: true }));

/** The button of the newest notice. */
const AGAIN = ".notice:last-of-type button.primary";

/** 140 own digits are in the dialog, ready to be used. @param {Page} page */
async function chooseOwn(page) {
  await clickOn(page, byId("your-data"));
  await choose(page, folder, { images: imageFile(140), labels: labelFile(140) });
  await page.waitForSelector(`${byId("own-data-use")}:not(:disabled)`);
}

inBrowsers(
  "The workers",
  ({ open }) => {
    test("training waits for digits whose script does not come, and says so", async () => {
      const { page, errors } = await open({ path: "#start=random&seed=5&speed=full" });
      await until(page, "status", "ready");
      trouble = { files: /digit-sources-[^/]*\.js/, times: Infinity };
      await clickOn(page, byId("train"));
      for (const button of ["", AGAIN]) {
        if (button) await clickOn(page, button);
        await until(page, "digits", "offered");
        await untilWords(page, ".notices", /The digits could not be loaded\. Is the device online/);
      }
      await untilWords(page, "dh-curve", /Waiting for the digits… Training starts then/);
      // A connection that has come back tries again, and that once more by itself.
      trouble.times = 1;
      await page.evaluate(() => dispatchEvent(new Event("online")));
      await until(page, "data.kind", "mnist");
      await until(page, "phase", "running");
      await page.waitForFunction(
        () => !document.querySelector(".notices")?.textContent?.includes("digits"),
      );
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("a lab's numbers can be had once the host is back, and those of others", async () => {
      const { page, errors } = await open({ path: "#start=pretrained" });
      await until(page, "status", "ready");
      trouble = { files: /(lab-queries|lab-workers)-[^/]*\.js/, times: Infinity };
      await page.evaluate(() => {
        location.hash = "noise";
      });
      await untilWords(page, "#noise .trouble", /computed: the host could not be reached\./);
      trouble = no;
      await clickOn(page, "#noise .trouble button");
      await page.waitForFunction(() => !document.querySelector("#noise .trouble")?.textContent);
      await page.waitForFunction(() => !document.querySelector("#noise [aria-busy=true]"));
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("own digits are used or not, and can be used once the host is back", async () => {
      const { page, errors } = await open({ path: "#start=pretrained" });
      await until(page, "status", "ready");
      // What keeps them; the list of those that are kept needs it, too.
      trouble = { files: /own-data-(?!dialog|reader)[^/]*\.js/, times: Infinity };
      await chooseOwn(page);
      await clickOn(page, byId("own-data-use"));
      await untilWords(page, "#own-data-dialog", /This could not be loaded\. Is the device online/);
      assert.equal(await stateOf(page, "data.kind"), "none");
      trouble = no;
      await clickOn(page, byId("own-data-use"));
      await until(page, "data.kind", "own");
      await page.waitForSelector("#own-data-dialog:not([open])");
      await page.reload();
      await until(page, "data.kind", "own");
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  {
    mnist: true,
    answer: (request) => {
      if (!trouble.files.test(request.url ?? "") || trouble.times-- <= 0) return false;
      request.socket.destroy();
      return true;
    },
  },
);
