/**
 * The labs with their names.
 *
 * @typedef {object} LabName
 * @property {string} id  folder of the lab, its anchor in the page and its word in an address
 * @property {string} title
 * @property {string} question
 * @property {boolean} [isWithoutDigits]  it neither shows nor measures training or test digits
 */

import * as texts from "../texts/en/labs.js";
import { DRAW, LAB_LIST } from "./lab-ids.js";

/** @type {readonly LabName[]} */
export const LAB_NAMES = LAB_LIST.map((lab) => ({
  ...lab,
  title: texts.titles[lab.id],
  question: texts.questions[lab.id],
}));

/** The playground is where no lab is open. */
export const PLAYGROUND = "";

/** @param {string} id @returns {boolean} */
export const isLab = (id) => LAB_NAMES.some((lab) => lab.id === id);

/**
 * Names of the places of which a class link may show some, by their word in it.
 * @type {Record<string, string>}
 */
export const PLACES = {
  [DRAW]: texts.playground,
  ...Object.fromEntries(LAB_NAMES.map(({ id, title }) => [id, title])),
};

/**
 * The labs that are shown.
 * @param {readonly string[]} places  words of those that a class link shows; none: all
 */
export const shownLabs = (places) =>
  places.length ? LAB_NAMES.filter(({ id }) => places.includes(id)) : LAB_NAMES;

/** @param {readonly string[]} places */
const isPlaygroundShown = (places) => !places.length || places.includes(DRAW);

/**
 * Where one goes who asks for a place: there, if it is shown, else to the first that is.
 * @param {string} lab @param {readonly string[]} places
 */
export function placeFor(lab, places) {
  const [first] = shownLabs(places);
  if (lab === PLAYGROUND) return isPlaygroundShown(places) || !first ? lab : first.id;
  if (!places.length || places.includes(lab)) return lab;
  return isPlaygroundShown(places) || !first ? PLAYGROUND : first.id;
}
