/** What a plane goes through, and how much of the path lies in it. */
import { count, percent } from "../../common/numbers.js";

/** A share of the path below this is hardly seen. */
const LITTLE = 0.01;

/** @param {Pick<import("./queries.js").Frame, "choice" | "isBent" | "path" | "held">} frame */
export function throughWords({ choice, isBent, path, held }) {
  const directions = directionsOf(choice, isBent);
  if (path.length < 2) return directions;
  if (held < LITTLE) return `${directions} Less than 1% of the path’s variance lies in this plane.`;
  return `${directions} The path lies ${percent(held, 0)} in this plane (share of its variance).`;
}

/** @param {import("./queries.js").Choice} choice @param {boolean} isBent */
function directionsOf(choice, isBent) {
  if (choice === "main") return "Along the two directions in which this path varies most.";
  if (choice === "random") return "Along two random directions, scaled to each neuron’s weights.";
  if (!isBent) return "Through three networks: the start, the best so far, and now.";
  return "Through the start, now and where the path bends most: none between them costs less.";
}

/**
 * That there is no path yet, or that it is shorter than the training: a network that comes back to
 * the page has none.
 * @param {import("./queries.js").Point[]} path @param {boolean} isLacking
 */
export function beginningWords([{ step }], isLacking) {
  if (isLacking && !step) return "There is no path yet: train, and it is drawn here. ";
  const back = "where this network came back to the page, by an undo, say, or a reload";
  if (isLacking) {
    return `The path begins at step ${count(step)}, ${back}: train, and it is drawn here. `;
  }
  return step ? `The path begins at step ${count(step)}, ${back}. ` : "";
}
