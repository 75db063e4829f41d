/** Questions of the labs, where network or digits are replaced before they are answered. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { answer } from "../../web/worker/queries.js";
import { engine } from "../support/browser-in-node.js";

/** A question whose digits are freed before they are used; `replaced`: because others came. */
function ask(/** @type {boolean} */ replaced) {
  const digits = engine.handwriting({ count: 10, seed: 1 });
  const report = { generation: 3 };
  const datasets = {
    report,
    of() {
      digits.free();
      if (replaced) report.generation++;
      return digits;
    },
  };
  const context = /** @type {any} */ ({ engine, generation: 1, datasets });
  return answer("picture", context, ["test", 3], context);
}

test("one that loses its digits is given up: it does not talk of memory", async () => {
  await assert.rejects(ask(true), {
    name: "AbortError",
    message: "The network or the digits were replaced meanwhile.",
  });
});

test("any other failure is told", async () => {
  await assert.rejects(ask(false), { name: "Error", message: /freed/ });
});
