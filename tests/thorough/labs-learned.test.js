/** The lab What it learned: its pictures are the engine's weights. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";
import { projections } from "../../web/labs/learned/projection.js";
import { inBrowsers } from "../support/browser.js";
import {
  byId,
  clickOn,
  modelOf,
  openLab,
  until,
  untilAtRest,
  untilComplete,
} from "../support/visitor.js";

const engine = await loadEngine();

/** Without activation functions and biases, a network is what its projection says. */
test("a projection times a picture is the weighted sums without activation functions", () => {
  const net = engine.network({ layers: [784, 16, 12, 10], hidden: "relu", seed: 4 });
  const pixels = engine.noise({ kind: "uniform", seed: 1 });
  const { parameters } = net;
  let values = [...pixels];
  let at = 0;
  const layers = projections(parameters, [784, 16, 12, 10]);
  for (const [l, outputs] of [16, 12, 10].entries()) {
    values = Array.from({ length: outputs }, (_, o) =>
      values.reduce((sum, x, i) => sum + x * parameters[at + o * values.length + i], 0),
    );
    at += outputs * [784, 16, 12][l] + outputs;
    for (const [o, picture] of layers[l].entries()) {
      const sum = picture.reduce((all, weight, k) => all + weight * pixels[k], 0);
      assert.ok(Math.abs(sum - values[o]) < 1e-3, `layer ${l + 1}, neuron ${o}`);
    }
  }
});

inBrowsers(
  "What it learned",
  ({ open }) => {
    test("every layer’s pictures are of the engine’s weights, also after training", async () => {
      const { page, errors } = await open({ path: "#start=random&seed=9&rate=2&steps=50" });
      await untilComplete(page);
      await until(page, "steps", 50);
      await untilAtRest(page);
      await openLab(page, "learned");
      for (const steps of [50, 51]) {
        await until(page, "steps", steps);
        const net = engine.load(await modelOf(page));
        const layers = projections(net.parameters, [...net.layers]);
        for (const layer of [2, 3]) {
          const pictures = layers[layer - 1];
          const most = pictures.map((picture) => Math.max(...picture.map(Math.abs)).toFixed(2));
          await page.waitForFunction(
            (layer, most) => {
              const tiles = document.querySelectorAll(`[data-layer="${layer}"] canvas`);
              const says = [...tiles].map((tile) => tile.getAttribute("aria-label") ?? "");
              return says.length === most.length && most.every((size, i) => says[i].endsWith(size));
            },
            { polling: 50, timeout: 60_000 },
            layer,
            most,
          );
        }
        await clickOn(page, byId("step"));
      }
      assert.equal((await page.$$("#learned [aria-label^='Weights of neuron']")).length, 16);
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { only: "chromium" },
);
