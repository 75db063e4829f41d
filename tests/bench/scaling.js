/** How this engine's speed grows with width, depth, batch and data, in wasm under Node. */

import { SCALING, trainingFlop } from "./jobs.js";
import { interleave } from "./rounds.js";
import { summary } from "./statistics.js";

/**
 * @typedef {{ x: number, speed: import("./statistics.js").Summary, flop: number }} Point
 *   speed in digits per second, flop per digit if it were dense
 * @typedef {{ axis: string, label: string, points: Point[] }} Axis
 */

/**
 * @param {import("./rounds.js").Handle} engine
 * @param {import("./rounds.js").Handle} roofline
 * @param {import("./rounds.js").Timing} timing
 * @param {(line: string) => void} say
 */
export async function measureScaling(engine, roofline, timing, say) {
  /** @type {Axis[]} */
  const axes = [];
  const peaks = [];
  for (const { axis, label, points } of SCALING) {
    say(`speed against ${axis}`);
    for (const { x, job } of points) await engine.ask({ ask: "open", id: `${axis} ${x}`, job });
    const turns = points.map(({ x, job }) => ({
      handle: engine,
      id: `${axis} ${x}`,
      work: /** @type {const} */ ("step"),
      units: job.batch,
    }));
    const measured = await interleave(turns, roofline, timing);
    for (const { id } of turns) await engine.ask({ ask: "close", id });
    peaks.push(...measured.peaks);
    axes.push({
      axis,
      label,
      points: points.map(({ x, job }, i) => ({
        x,
        speed: summary(measured.rates[i]),
        flop: trainingFlop(job.net.layers),
      })),
    });
  }
  return { axes, peaks };
}
