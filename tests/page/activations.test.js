/**
 * The newest activation function, the last of the engine's list, on the page: nothing but a row of
 * the engine's table need say that it is there.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { lists } from "../../wasm/engine.js";
import { inBrowsers } from "../support/browser.js";
import { engine, setField } from "../support/labs.js";
import {
  byId,
  clickOn,
  lookAt,
  modelOf,
  openLab,
  openSettings,
  press,
  stateOf,
  until,
  untilAtRest,
  untilComplete,
  untilSaved,
  untilWords,
} from "../support/visitor.js";

const newest = lists.activations[lists.activations.length - 1];

/** Vertices of Inside's curve, and the circle on it. @param {import("puppeteer-core").Page} page */
function plotted(page) {
  return page.$eval(".activation-plot", (plot) => {
    const pairs = plot.querySelector(".curve")?.getAttribute("points")?.split(" ") ?? [];
    const ring = plot.querySelector(".ring");
    return {
      points: pairs.map((pair) => pair.split(",").map(Number)),
      ring: ["cx", "cy"].map((name) => Number(ring?.getAttribute(name))),
    };
  });
}

inBrowsers(
  "The newest activation function",
  ({ open }) => {
    test("can be chosen, trains, is saved, and the labs Inside and Gradient know it", async () => {
      const { page, errors } = await open({ path: "#start=random&seed=3&rate=0.1&epochs=1000" });
      await untilComplete(page);
      await openSettings(page);
      await setField(page, "#settings-dialog [data-setting=hidden]", newest, "change");
      await until(page, "network.hidden", newest);
      await page.keyboard.press("Escape");
      await clickOn(page, byId("step"));
      await until(page, "steps", 1);
      await untilAtRest(page);
      const net = engine.load(await modelOf(page));
      assert.equal(net.hidden, newest);
      assert.equal(net.fingerprint, await stateOf(page, "fingerprint"));

      // Saved in the browser: a reload brings it back.
      await untilSaved(page);
      await page.reload();
      await until(page, "fingerprint", net.fingerprint);
      assert.equal(await stateOf(page, "network.hidden"), newest);

      await untilComplete(page);
      await openLab(page, "inside");
      await press(page, `${byId("inside-digit")}:not(:disabled)`);
      await until(page, "reading.shown.kind", "digit");
      await page.waitForSelector('.activation-plot .curve[points*=" "]');
      await page.waitForSelector(".activation-plot .ring");
      const { points, ring } = await plotted(page);
      assert.equal(points.length, 121);
      const right = points.findIndex(([x]) => x >= ring[0]);
      const [low, high] = [points[right - 1][1], points[right][1]].sort((a, b) => a - b);
      assert.ok(ring[1] > low - 3 && ring[1] < high + 3, "the neuron is on the curve");

      await openLab(page, "gradient");
      await lookAt(page, "dh-gradient-check");
      await press(page, `${byId("gradient-check")}[aria-disabled="false"]`);
      await untilWords(page, byId("gradient-many"), /200:[\s\S]*they agree/);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("comes with a link", async () => {
      const { page, errors } = await open({
        path: `#start=random&seed=3&rate=0.1&hidden=${newest}&steps=20&epochs=1000`,
      });
      await untilComplete(page);
      await until(page, "steps", 20);
      await untilAtRest(page);
      const net = engine.load(await modelOf(page));
      assert.equal(net.hidden, newest);
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { thorough: "firefox" },
);
