/**
 * What the labs ask; see queries.js. A file of its own, which the first screen does without.
 *
 * @typedef {import("./queries.js").QueryContext} QueryContext
 * @typedef {import("./query-protocol.js").Subject} Subject
 */
import { binaryQueries } from "../labs/binary/queries.js";
import { costQueries } from "../labs/cost/queries.js";
import { downhillQueries } from "../labs/downhill/queries.js";
import { foolQueries } from "../labs/fool/queries.js";
import { gradientQueries } from "../labs/gradient/queries.js";
import { insideQueries } from "../labs/inside/queries.js";
import { noiseQueries } from "../labs/noise/queries.js";
import { teachQueries } from "../labs/teach/queries.js";
import { trainQueries } from "../labs/train/queries.js";
import { cardOf } from "./reading.js";

/**
 * The network as it is, with its path in one array: what a query of the pool is about that needs
 * more than the page has.
 * @param {QueryContext} context @returns {Omit<Subject, "data">}
 */
function snapshot({ net, path, provenance, settings, generation, version, handOver }) {
  const { steps, parameters: points } = path;
  const { parameters, parameterCount } = net;
  const all = new Float32Array(points.length * parameterCount);
  for (const [i, point] of points.entries()) all.set(point, i * parameterCount);
  handOver([parameters, all]);
  return {
    ...{ card: cardOf(net), parameters, provenance, settings, generation, version },
    path: { steps, parameters: all },
  };
}

export const labQueries = {
  snapshot,
  ...binaryQueries,
  ...costQueries,
  ...downhillQueries,
  ...foolQueries,
  ...gradientQueries,
  ...insideQueries,
  ...noiseQueries,
  ...teachQueries,
  ...trainQueries,
};
