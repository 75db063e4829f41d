/** What a plane goes through, how much of the path lies in it, and where the network is. */
import * as texts from "../../texts/en/downhill.js";
import { isInside } from "./plane.js";

/** A share of the path below this is hardly seen. */
const LITTLE = 0.01;

/** @param {Pick<import("./queries.js").Frame, "choice" | "isBent" | "path" | "held">} frame */
export function throughWords({ choice, isBent, path, held }) {
  const directions = directionsOf(choice, isBent);
  if (path.length < 2) return directions;
  return `${directions} ${held < LITTLE ? texts.littleOfPath : texts.partOfPath(held)}`;
}

/** @param {import("./queries.js").Choice} choice @param {boolean} isBent */
function directionsOf(choice, isBent) {
  if (choice === "main") return texts.throughMain;
  if (choice === "random") return texts.throughRandom;
  return isBent ? texts.throughBend : texts.throughThree;
}

/**
 * That the path is shorter than the training: a network that comes back to the page has none.
 * @param {import("./queries.js").Point[]} path
 */
export function beginningWords([{ step }]) {
  return step ? texts.beginning(step) : "";
}

/** Why there is no plane of the path. @param {import("./queries.js").Point[]} path */
export function lackingWords([{ step }]) {
  return step ? texts.shortPath(step) : texts.noPath;
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
  const isSeen = isInside(land, now);
  if (isOn && isSeen) return texts.onPlane;
  const off = isSeen ? texts.offPlane(now.away) : texts.offPlaneOutside(now.away);
  const where = isOn ? texts.onPlaneOutside : off;
  // The main directions go through the middle of the path, not through the network.
  const canRecentre = hasMoved && choice !== "main";
  return canRecentre ? `${where} ${texts.pressRecentre}` : where;
}
