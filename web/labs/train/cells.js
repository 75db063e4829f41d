/**
 * Cells of a confusion matrix: row = true digit, column = prediction, numbered 10 · row + column.
 *
 * @typedef {import("./queries.js").Predictions} Predictions
 *
 * @typedef {object} TestDigit
 * @property {number} index  among the test digits
 * @property {number} label
 * @property {number} answer
 * @property {number} confidence  0…1
 */
import * as texts from "../../texts/en/train.js";

export const CLASSES = 10;

/** @param {number} label @param {number} answer */
export const cellOf = (label, answer) => CLASSES * label + answer;

/** @param {number} cell */
export const rowOf = (cell) => Math.floor(cell / CLASSES);

/** @param {number} cell */
const columnOf = (cell) => cell % CLASSES;

/** Whether the predictions counted in that cell are right. @param {number} cell */
export const isRight = (cell) => rowOf(cell) === columnOf(cell);

/** What is counted in a cell: "a 4 read as a 9". @param {number} cell */
export function cellWords(cell) {
  const [label, answer] = [rowOf(cell), columnOf(cell)];
  return isRight(cell) ? texts.readCorrectly(label) : texts.readAs(label, answer);
}

/** The same of many: "4s read as 9". @param {number | null} cell  null: every error */
export function cellTitle(cell) {
  if (cell === null) return texts.allErrors;
  const [label, answer] = [rowOf(cell), columnOf(cell)];
  return isRight(cell) ? texts.manyReadCorrectly(label) : texts.manyReadAs(label, answer);
}

/**
 * How many digits of each label there are.
 * @param {ArrayLike<number>} confusion
 * @returns {number[]}
 */
export function rowTotals(confusion) {
  const totals = Array(CLASSES).fill(0);
  for (let cell = 0; cell < confusion.length; cell++) totals[rowOf(cell)] += confusion[cell];
  return totals;
}

/**
 * The most frequent error; null when there is none.
 * @param {ArrayLike<number>} confusion
 * @returns {number | null}
 */
export function worstCell(confusion) {
  let worst = null;
  let most = 0;
  for (let cell = 0; cell < confusion.length; cell++) {
    if (isRight(cell) || confusion[cell] <= most) continue;
    worst = cell;
    most = confusion[cell];
  }
  return worst;
}

/**
 * The test digits that are counted in a cell, those of the highest confidence first.
 * @param {Predictions} predictions
 * @param {number | null} cell  null: every error
 * @param {number} most  to be returned
 * @returns {{ total: number, digits: TestDigit[] }}
 */
export function digitsBehind({ labels, answers, confidences }, cell, most) {
  const indices = [];
  for (let i = 0; i < labels.length; i++) {
    const isBehind =
      cell === null ? labels[i] !== answers[i] : cell === cellOf(labels[i], answers[i]);
    if (isBehind) indices.push(i);
  }
  indices.sort((a, b) => confidences[b] - confidences[a]);
  const digits = indices.slice(0, most).map((index) => ({
    index,
    label: labels[index],
    answer: answers[index],
    confidence: confidences[index],
  }));
  return { total: indices.length, digits };
}

/**
 * The cell that an arrow key leads to; the same at an edge, null for another key.
 * @param {number} cell
 * @param {string} key
 */
export function cellFrom(cell, key) {
  const [row, column] = [rowOf(cell), columnOf(cell)];
  const last = CLASSES - 1;
  /** @type {Record<string, [number, number]>} */
  const targets = {
    ArrowLeft: [row, Math.max(0, column - 1)],
    ArrowRight: [row, Math.min(last, column + 1)],
    ArrowUp: [Math.max(0, row - 1), column],
    ArrowDown: [Math.min(last, row + 1), column],
    Home: [row, 0],
    End: [row, last],
  };
  const target = targets[key];
  return target ? cellOf(...target) : null;
}
