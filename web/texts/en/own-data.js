/** Why files that a visitor chose are not a set of digits. `name` is that of a file. */
import { count as grouped } from "../../common/numbers.js";

const things = { images: "images", labels: "labels" };

/** @param {string} name @param {number} count @param {keyof typeof things} kind */
export const tooShort = (name, count, kind) =>
  `${name} ends before the ${grouped(count)} ${things[kind]} that it announces`;

/** @param {string} name @param {number} count @param {keyof typeof things} kind */
export const tooLong = (name, count, kind) =>
  `${name} goes on after the ${grouped(count)} ${things[kind]} that it announces`;

export const tooMany = "there are more than two pairs: training digits and test digits are enough";

export const none = "an image file and its label file are needed";

/** @param {string} name */
export const withoutLabels = (name) =>
  `${name} came without its label file: choose both, named alike`;

/** @param {string} name */
export const withoutImages = (name) =>
  `${name} came without its image file: choose both, named alike`;

/** @param {string[]} names */
export const notPaired = (names) =>
  `${listed(names)} do not belong together by their names: ` +
  "name them alike, such as my-images and my-labels";

/** @param {string[]} names */
export const namedAlike = (names) =>
  `${listed(names)} are named alike, but are not one image file and one label file`;

/**
 * @param {string} images  a name, as `labels` @param {number} imageCount
 * @param {string} labels @param {number} labelCount
 */
export const unequal = (images, imageCount, labels, labelCount) =>
  `${images} holds ${grouped(imageCount)} images, but ${labels} ${grouped(labelCount)} labels`;

/** @param {string[]} names */
export const whichIsTest = (names) =>
  `it is not clear which of ${listed(names)} holds the test digits: put “test” into its name`;

/** "a, b and c" @param {string[]} names */
function listed(names) {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
