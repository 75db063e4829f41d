/**
 * Accuracy and cost on training and on test digits over the epochs of one network and one data set.
 *
 * @typedef {object} Point  of one version of the network
 * @property {number} epoch
 * @property {number} accuracy  0…1
 * @property {number | null} cost  null where only the accuracy is known
 *
 * @typedef {Point & { count: number }} TrainingPoint  count: the first training digits it was
 *   measured on
 *
 * @typedef {{ after: number, by: number }} Reached  epochs of the last measurement before it and of
 *   the first one after it
 *
 * @typedef {Pick<import("../../model/state.js").State, "generation" | "version" | "epoch" |
 *   "evaluation"> & { data: { generation: number } }} Followed
 */

/** A longer list is thinned out. */
const MOST = 1200;
/** An untrained network is hardly ever more accurate. */
const UNTRAINED = 0.3;

export class AccuracyHistory {
  /** @type {TrainingPoint[]} by epoch, ascending */ training = [];
  /** @type {Point[]} by epoch, ascending */ test = [];
  /**
   * Grows whenever points are dropped: a measurement begun before may be of what no longer counts.
   */
  turn = 0;
  #generation = -1;
  #data = -1;
  #epoch = 0;
  /** Of the newest evaluation among the points. */
  #version = -1;

  /**
   * Test accuracies that were measured before anybody followed.
   * @param {readonly number[]} epochs @param {readonly (number | null)[]} accuracies
   */
  begin(epochs, accuracies) {
    for (const [i, accuracy] of accuracies.entries()) {
      if (accuracy !== null)
        this.test = insert(this.test, { epoch: epochs[i], accuracy, cost: null });
    }
  }

  /** Drops what no longer counts and takes a new evaluation in. @param {Followed} state */
  follow({ generation, epoch, evaluation, data }) {
    const isOther = generation !== this.#generation || data.generation !== this.#data;
    const isFirst = this.#generation === -1;
    if (isOther && !isFirst) this.#keep(() => false);
    else if (epoch < this.#epoch) this.#keep((point) => point.epoch <= epoch);
    this.#generation = generation;
    this.#data = data.generation;
    this.#epoch = epoch;
    if (!evaluation || evaluation.version === this.#version) return;
    this.#version = evaluation.version;
    const { accuracy, cost } = evaluation;
    this.test = insert(this.test, { epoch: evaluation.epoch, accuracy, cost });
  }

  /** @param {TrainingPoint} point @param {number} turn  when it began to be measured */
  add(point, turn) {
    if (turn === this.turn) this.training = insert(this.training, point);
  }

  /** @param {(point: Point) => boolean} stays */
  #keep(stays) {
    this.training = this.training.filter(stays);
    this.test = this.test.filter(stays);
    this.turn++;
  }
}

/**
 * A point more, in its place; one of the same epoch is replaced.
 * @template {Point} P
 * @param {P[]} points  changed @param {P} point @returns {P[]} the same or a thinner list
 */
function insert(points, point) {
  let at = points.length;
  while (at > 0 && points[at - 1].epoch >= point.epoch) at--;
  const isSame = points[at]?.epoch === point.epoch;
  points.splice(at, isSame ? 1 : 0, point);
  return points.length > MOST ? points.filter((_, i) => i % 2 === 0) : points;
}

/**
 * Both lists over one list of epochs, as a chart takes them; null where a list has no point, and
 * throughout a list of a single one, which makes no line.
 * @param {AccuracyHistory} history @param {(point: Point) => number | null} value
 * @returns {[number[], (number | null)[], (number | null)[]]} epochs, training, test
 */
export function aligned({ training, test }, value) {
  const epochs = [...new Set([...training, ...test].map(({ epoch }) => epoch))];
  epochs.sort((a, b) => a - b);
  const valuesOf = (/** @type {Point[]} */ points) => {
    const line = points.length > 1 ? points : [];
    const known = new Map(line.map((point) => [point.epoch, value(point)]));
    return epochs.map((epoch) => known.get(epoch) ?? null);
  };
  return [epochs, valuesOf(training), valuesOf(test)];
}

/**
 * When an untrained network reached each of these test accuracies: between two measurements.
 * @param {readonly Point[]} test  ascending @param {readonly number[]} accuracies
 * @returns {(Reached | null)[] | null} null for those not reached; null in all when the points do
 *   not begin with an untrained network
 */
export function milestones(test, accuracies) {
  const [first] = test;
  if (first?.epoch !== 0 || first.accuracy > UNTRAINED) return null;
  return accuracies.map((least) => {
    const at = test.findIndex(({ accuracy }) => accuracy >= least);
    return at > 0 ? { after: test[at - 1].epoch, by: test[at].epoch } : null;
  });
}
