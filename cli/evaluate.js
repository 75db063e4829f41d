// downhill evaluate

import { count as grouped, percent } from "../web/common/numbers.js";
import { testDigitsOf } from "./data.js";
import { modelOf } from "./model.js";
import { table } from "./output.js";

/**
 * @import { Engine } from "../wasm/formats/open.js"
 * @import { Values } from "./usage.js"
 * @import { Output } from "./output.js"
 */

const DIGITS = Array.from({ length: 10 }, (_, digit) => digit);

/**
 * @param {Engine} engine @param {Values} values @param {string[]} inputs @param {Output} output
 */
export async function evaluate(engine, values, [model = "modern"], output) {
  const { net, name } = await modelOf(engine, model, values, output);
  const { test, name: data, notes } = await testDigitsOf(engine, values.data ?? [], output);
  const { accuracy, cost, confusion } = net.evaluate(test);
  const rows = DIGITS.map((truth) => [...confusion.subarray(10 * truth, 10 * truth + 10)]);
  output.note(...notes);
  output.say(
    `${name}: accuracy ${percent(accuracy, 2)} on ${grouped(test.count)} test digits of ${data}, ` +
      `cost ${cost.toFixed(4)}`,
    "",
    ...confusionLines(rows),
  );
  const { fingerprint } = net;
  output.record({
    model: name,
    fingerprint,
    data,
    count: test.count,
    accuracy,
    cost,
    confusion: rows,
  });
  return 0;
}

/** @param {number[][]} rows of the truth @returns {string[]} */
function confusionLines(rows) {
  const head = ["label \\ prediction", ...DIGITS.map(String), "accuracy"];
  const lines = rows.map((row, digit) => {
    const total = row.reduce((sum, n) => sum + n, 0);
    const share = percent(total ? row[digit] / total : null);
    return [String(digit), ...row.map((n) => (n ? String(n) : "·")), share];
  });
  return table([head, ...lines]);
}
