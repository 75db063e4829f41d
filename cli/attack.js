// downhill attack

import { lists } from "../wasm/engine.js";
import { count as grouped, percent } from "../web/common/numbers.js";
import { testDigitsOf } from "./data.js";
import { modelOf } from "./model.js";
import { table } from "./output.js";

/**
 * @import { Engine } from "../wasm/formats/open.js"
 * @import { AttackMethod } from "../wasm/tables.js"
 * @import { Values } from "./usage.js"
 * @import { Output } from "./output.js"
 */

/** What each does to an image, as `--method` names it. @type {Record<AttackMethod, string>} */
const ABOUT = {
  fgsm: "FGSM, one step",
  pgd: "PGD, many steps",
  random: "random, of the same size",
};
const [COUNT, EPSILON] = [1000, 0.1];

/**
 * @param {Engine} engine @param {Values} values @param {string[]} inputs @param {Output} output
 */
export async function attack(engine, values, [model = "modern"], output) {
  const { method, count = COUNT, seed = 1, epsilon = EPSILON } = values;
  const { net, name } = await modelOf(engine, model, values, output);
  const { test, name: data, notes } = await testDigitsOf(engine, values.data ?? [], output);
  const some = Math.min(count, test.count);
  const plain = net.evaluate(test, { from: 0, count: some }).accuracy;
  const methods = /** @type {AttackMethod[]} */ (method ? [method] : lists.attacks);
  const progress = output.progress(methods.length);
  const rows = methods.map((each, i) => {
    progress.at(i, ABOUT[each]);
    const { accuracy } = net.robustness(test, { method: each, epsilon, seed, count: some });
    return { method: each, accuracy };
  });
  progress.end();
  output.note(...notes);
  output.say(
    `${name}, ${grouped(some)} test digits of ${data}, each pixel changed by at most ` +
      `${epsilon}:`,
    "",
    ...table([
      ["attack", "accuracy"],
      ["none", percent(plain)],
      ...rows.map((row) => [ABOUT[row.method], percent(row.accuracy)]),
    ]),
  );
  const about = { model: name, data, count: some, epsilon, seed };
  for (const row of [{ method: "none", accuracy: plain }, ...rows])
    output.record({ ...about, ...row });
  return 0;
}
