/** How this engine's speed grows with width, depth, batch and data, in wasm under Node. */

import { SCALING, trainingFlop } from "./jobs.js";

/**
 * @typedef {{ x: number, speed: import("./statistics.js").Summary,
 *   peakShare: import("./statistics.js").Summary, flop: number }} Point
 *   speed in digits per second, flop per digit if it were dense
 * @typedef {{ axis: string, label: string, points: Point[] }} Axis
 */

/** Every point's job. */
export const SCALING_JOBS = SCALING.flatMap(({ points }) => points.map(({ job }) => job));

/**
 * @param {import("./rounds.js").Result[]} results  one for each of SCALING_JOBS
 * @returns {Axis[]}
 */
export const scalingAxes = (results) =>
  SCALING.map(({ axis, label, points }) => ({
    axis,
    label,
    points: points.flatMap(({ x, job }) => {
      const found = results.find((result) => result.job === job.name);
      if (!found) return [];
      const { speed, peakShare } = found;
      return { x, speed, peakShare, flop: trainingFlop(job.net.layers) };
    }),
  }));
