/** Settings and runs in short words. */

import { defaults, formatSetting, setting } from "../../common/settings.js";
import { presetSettings } from "../../common/training-options.js";
import { listed } from "../../texts/en/locale.js";
import * as texts from "../../texts/en/tweak.js";

/**
 * @typedef {import("../../common/settings.js").NetworkSettings} NetworkSettings
 * @typedef {import("./run.js").Run} Run
 */

/** In this order. @type {readonly (keyof NetworkSettings)[]} */
const ORDER = [
  "layers",
  "hidden",
  "output",
  "cost",
  "optimizer",
  "rate",
  "batch",
  "decay",
  "schedule",
  "augment",
  "nothing",
  "epochs",
  "seed",
];

/** The settings of a preset, or those that the page begins with. @param {string} recipe */
const baseOf = (recipe) => ({ ...defaults(), ...presetSettings(recipe) });

/**
 * Settings by what differs from their preset, or else from the page's own beginning: "16-16, ReLU,
 * 5 epochs, seed 2".
 * @param {NetworkSettings} settings
 */
export function settingWords(settings) {
  const { recipe } = settings;
  const base = /** @type {Record<string, any>} */ (baseOf(recipe));
  const isOwn = recipe === "own";
  const differs = (/** @type {keyof NetworkSettings} */ key) =>
    formatSetting(key, settings[key]) !== formatSetting(key, base[key]);
  const isSaid = (/** @type {keyof NetworkSettings} */ key) =>
    key === "seed" || (isOwn && (key === "layers" || key === "epochs")) || differs(key);
  const words = ORDER.filter(isSaid).map((key) => wordOf(key, settings[key]));
  return listed([...(isOwn ? [] : [presetName(recipe)]), ...words]);
}

/** @param {keyof NetworkSettings} key @param {any} value */
function wordOf(key, value) {
  const text = formatSetting(key, value);
  return texts.setting[key]?.(text, value) ?? setting(key).choices?.[text] ?? text;
}

/** @param {string} recipe */
export const presetName = (recipe) => setting("recipe").choices?.[recipe] ?? recipe;

/** Is this the preset, with nothing changed but the seed? @param {NetworkSettings} settings */
export function isPreset(settings) {
  const base = { ...baseOf(settings.recipe), seed: settings.seed };
  const isSame = ORDER.every(
    (key) => formatSetting(key, settings[key]) === formatSetting(key, base[key]),
  );
  return settings.recipe !== "own" && isSame;
}

/** A run by what differs; the digits too, when they are not all of MNIST's. @param {Run} run */
export function runWords({ settings, data }) {
  return listed([settingWords(settings), dataWords(data)]);
}

/** @param {Run["data"]} data */
const dataWords = (data) => (data.kind === "mnist" && !data.drawings ? "" : digitWords(data));

/** @param {{ name: string, drawings: number }} data */
export const digitWords = ({ name, drawings }) => (drawings ? texts.andDrawings(name) : name);

/** All settings, one by one. @param {Run} run @returns {[label: string, value: string][]} */
export function allWords({ settings, data, fingerprint }) {
  const rows = ORDER.map((key) => {
    const text = formatSetting(key, settings[key]);
    const { label, choices } = setting(key);
    return /** @type {[string, string]} */ ([label, choices?.[text] ?? text]);
  });
  return [
    [texts.preset, presetName(settings.recipe)],
    ...rows,
    [texts.trainingDigits, trainedOn(data)],
    [texts.fingerprint, fingerprint || "–"],
  ];
}

/** @param {Run["data"]} data */
const trainedOn = (data) =>
  data.kind === "part" ? data.name : texts.trainedOn(data.count, dataWords(data) || data.name);

/** What became of it, unless it simply finished. @param {Run} run */
export function outcomeWords({ outcome, why, epochs, settings }) {
  if (outcome === "failed") return texts.failed(why);
  if (outcome === "stopped") return texts.stopped(epochs, settings.epochs);
  return outcome === "diverged" ? texts.diverged(epochs) : "";
}

/**
 * What its link does, as a sentence.
 * @param {Run} run @param {boolean} isExact  the link makes this very network
 */
export function linkWords({ steps }, isExact) {
  if (!steps) return texts.linkUntrained;
  return isExact ? texts.linkExact : texts.linkInexact;
}
