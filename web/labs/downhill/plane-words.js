/** What a plane goes through, how much of the path lies in it, and where the network is. */
import { count, percent } from "../../common/numbers.js";
import { isInside } from "./plane.js";
import { precise } from "./put-network.js";

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

const BACK = "where this network came back to the page, by an undo, say, or a reload";

/**
 * That the path is shorter than the training: a network that comes back to the page has none.
 * @param {import("./queries.js").Point[]} path
 */
export function beginningWords([{ step }]) {
  return step ? `The path begins at step ${count(step)}, ${BACK}. ` : "";
}

/** Why there is no plane of the path. @param {import("./queries.js").Point[]} path */
export function lackingWords([{ step }]) {
  const why = step ? `The path begins at step ${count(step)}, ${BACK}` : "There is no path yet";
  return `${why}: “Three networks” and “Main directions” can be shown after some training.`;
}

/**
 * Where the network is, and what to do when it is not on the plane.
 * @param {import("./plane.js").Landscape} land
 * @param {Pick<import("./trail.js").Trail, "now" | "hasMoved">} trail
 */
export function whereWords(land, { now, hasMoved }) {
  if (!now || !Number.isFinite(now.away)) return "";
  const { as, choice } = land;
  const isOn = now.away < 1e-3 * (as[as.length - 1] - as[0]);
  const where = `The network is ${isOn ? "on" : `${precise(now.away)} off`} this plane`;
  const isSeen = isInside(land, now);
  if (isOn && isSeen) return where;
  const there = isSeen ? ": the dot is the nearest place on it" : ", outside this square";
  // The main directions go through the middle of the path, not through the network.
  const canRecentre = hasMoved && choice !== "main";
  return `${where}${there}.${canRecentre ? " Press Recentre for a plane through the network." : ""}`;
}
