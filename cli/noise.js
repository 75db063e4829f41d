// downhill noise

import { lists } from "../wasm/engine.js";
import { LIMITS } from "../web/common/confidence.js";
import { count as grouped, percent } from "../web/common/numbers.js";
import { argmax } from "../web/common/vectors.js";
import { testDigitsOf } from "./data.js";
import { modelOf } from "./model.js";
import { table } from "./output.js";

/**
 * @import { Engine } from "../wasm/formats/open.js"
 * @import { Network } from "../wasm/network.js"
 * @import { NoiseKind } from "../wasm/tables.js"
 * @import { Values } from "./usage.js"
 * @import { Output } from "./output.js"
 *
 * @typedef {object} Said
 * @property {string} of
 * @property {number[]} answers how often each digit was the answer
 * @property {number} confidence mean
 * @property {number} sure share of answers whose confidence is above HIGH
 */

/** The middle one of the confidences that the page counts above. */
const [, HIGH] = LIMITS;
/** Images of a kind, when nobody says. */
const COUNT = 10_000;

/**
 * @param {Engine} engine @param {Values} values @param {string[]} inputs @param {Output} output
 */
export async function noise(engine, values, [model = "modern"], output) {
  const { kind, count = COUNT, seed = 1 } = values;
  const { net, name } = await modelOf(engine, model, values, output);
  const { test, name: data, notes } = await testDigitsOf(engine, values.data ?? [], output);
  const kinds = kind ? [kind] : lists.noiseKinds;
  const said = kinds.map((/** @type {NoiseKind} */ each) =>
    saidOf(each, net.census({ kind: each, count, seed, images: test })),
  );
  const real = saidOf(`test digits of ${data}`, onDigits(net, test));
  output.note(...notes);
  output.say(
    `${name}, ${grouped(count)} images of each kind of noise, seed ${seed}:`,
    "",
    ...lines([...said, real]),
  );
  for (const each of [...said, real]) output.record({ model: name, seed, ...each });
  return 0;
}

/** @param {Network} net @param {import("../wasm/dataset.js").Dataset} test */
function onDigits(net, test) {
  const answers = new Uint8Array(test.count);
  const confidences = new Float32Array(test.count);
  for (let i = 0; i < test.count; i += 1) {
    const outputs = net.predict(test.image(i));
    answers[i] = argmax(outputs);
    confidences[i] = outputs[answers[i]];
  }
  return { answers, confidences };
}

/** @param {string} of @param {import("../wasm/noise.js").Census} census @returns {Said} */
function saidOf(of, { answers, confidences }) {
  const counts = Array(10).fill(0);
  for (const answer of answers) counts[answer] += 1;
  const confidence = confidences.reduce((sum, each) => sum + each, 0) / answers.length;
  const sure = confidences.filter((each) => each > HIGH).length / answers.length;
  return { of, answers: counts, confidence, sure };
}

/** @param {Said[]} said */
function lines(said) {
  const head = ["noise", "most frequent prediction", "mean confidence", `confidence above ${HIGH}`];
  const rows = said.map(({ of, answers, confidence, sure }) => {
    const total = answers.reduce((sum, n) => sum + n, 0);
    const most = argmax(answers);
    const share = `${most} (${percent(answers[most] / total, 0)})`;
    return [of, share, percent(confidence), percent(sure)];
  });
  return table([head, ...rows]);
}
