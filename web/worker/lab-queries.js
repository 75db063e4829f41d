/** What the labs ask; see queries.js. A file of its own, which the first screen does without. */
import { binaryQueries } from "../labs/binary/queries.js";
import { costQueries } from "../labs/cost/queries.js";
import { downhillQueries } from "../labs/downhill/queries.js";
import { foolQueries } from "../labs/fool/queries.js";
import { gradientQueries } from "../labs/gradient/queries.js";
import { insideQueries } from "../labs/inside/queries.js";
import { noiseQueries } from "../labs/noise/queries.js";
import { teachQueries } from "../labs/teach/queries.js";
import { trainQueries } from "../labs/train/queries.js";

export const labQueries = {
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
