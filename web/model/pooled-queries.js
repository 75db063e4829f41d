/**
 * The queries that run in the pool, and how many of the first digits of each set each of them
 * needs there. What is not listed runs beside training, in its worker: what takes less than a
 * slice of it, a few milliseconds (`noiseReading`, `trainExample`, pictures), what keeps something
 * there (`teach…`, the trainings of `binary…`), and `gradientWishes`, which looks through all
 * labels and needs few of the digits.
 *
 * @typedef {import("../worker/protocol.js").DataReport} DataReport
 * @typedef {import("../worker/protocol.js").QueryName} QueryName
 * @typedef {import("./digit-feed.js").Counts} Counts
 * @typedef {(data: DataReport, ...args: any[]) => Partial<Counts>} Needs
 */

/** Training digits that Downhill looks at, at most, and those among which a component is sought. */
const DOWNHILL = 1000;
const SOUGHT = 200;

const none = () => ({});
/** @type {Needs} */ const allTests = ({ test }) => ({ test });
/** @type {Needs} */ const firstTrain = (_, count) => ({ train: count });
/** @type {Needs} */ const downhill = () => ({ train: DOWNHILL });
/** @type {Needs} */ const binary = (_data, _base, digits) => ({
  train: typeof digits === "number" ? digits : 0,
});
/** Some of the training digits, or the visitor's own. @type {Needs} */
const someDigits = (_, { own, from, count }) => ({ train: own ? 0 : from + count });
/** "shuffled" noise permutes the test digits once they are all in. @type {Needs} */
const noise = ({ test, testComplete }, kinds) =>
  testComplete && [kinds].flat().includes("shuffled") ? { test } : {};

/** @type {Partial<Record<QueryName, Needs>>} */
const NEEDS = {
  binaryLines: binary,
  binarySlopes: (data, base, digits) => ({ ...binary(data, base, digits), test: data.test }),
  binaryMedians: (_, _base, { count }) => ({ train: count }),
  costSurvey: (data, { set }) => ({ [set]: data[/** @type {"train" | "test"} */ (set)] }),
  downhillLine: downhill,
  downhillPlane: downhill,
  foolPicture: none,
  foolSmallest: none,
  foolCurve: allTests,
  foolDream: none,
  gradientOf: someDigits,
  gradientTopK: someDigits,
  gradientCheck: (_, digit) =>
    "from" in digit ? { train: digit.from + Math.min(digit.count, SOUGHT) } : {},
  noiseSurvey: (data, { kind }) => noise(data, kind),
  noiseDigits: (_, count) => ({ test: count }),
  noiseKinds: noise,
  trainAccuracy: firstTrain,
  trainPredictions: allTests,
};

/** Those that need the path of the network, which the page does not have. @type {Set<string>} */
export const WITH_PATH = new Set(["downhillPlane"]);

/** @param {string} name @returns {name is QueryName} whether it runs in the pool */
export function isPooled(name) {
  return Object.hasOwn(NEEDS, name);
}

/**
 * How many digits a question needs, of those that there are.
 * @param {QueryName} name @param {DataReport} data @param {any[]} args @returns {Counts}
 */
export function digitsFor(name, data, args) {
  const { train = 0, test = 0 } = NEEDS[name]?.(data, ...args) ?? {};
  return { train: Math.min(train, data.train), test: Math.min(test, data.test) };
}
