/** Settings and runs in short words. */
import { count, duration } from "../../common/numbers.js";
import { defaults, formatSetting, setting } from "../../common/settings.js";
import { presetSettings } from "../../common/training-options.js";

/**
 * @typedef {import("../../common/settings.js").NetworkSettings} NetworkSettings
 * @typedef {import("./run.js").Run} Run
 */

/** @type {Partial<Record<keyof NetworkSettings, (text: string, value: any) => string>>} */
const WORDS = {
  rate: (text) => `rate ${text}`,
  batch: (text) => `batch ${text}`,
  decay: (text) => `weight decay ${text}`,
  schedule: (_, value) => (value === "cosine" ? "cosine" : "constant rate"),
  epochs: (_, value) => epochWords(value),
  augment: (_, value) => (value ? "augmented" : "not augmented"),
  nothing: (text) => `${text} noise`,
  seed: (text) => `seed ${text}`,
};

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

/** @param {number} epochs */
export const epochWords = (epochs) => `${count(epochs)} ${epochs === 1 ? "epoch" : "epochs"}`;

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
  return [...(isOwn ? [] : [presetName(recipe)]), ...words].join(", ");
}

/** @param {keyof NetworkSettings} key @param {any} value */
function wordOf(key, value) {
  const text = formatSetting(key, value);
  return WORDS[key]?.(text, value) ?? setting(key).choices?.[text] ?? text;
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
  return [settingWords(settings), dataWords(data)].filter(Boolean).join(", ");
}

/** @param {Run["data"]} data */
const dataWords = (data) => (data.kind === "mnist" && !data.drawings ? "" : digitWords(data));

/** @param {{ name: string, drawings: number }} data */
export const digitWords = ({ name, drawings }) =>
  drawings ? `${name} and drawings of yours` : name;

/** All settings, one by one. @param {Run} run @returns {[label: string, value: string][]} */
export function allWords({ settings, data, fingerprint }) {
  const rows = ORDER.map((key) => {
    const text = formatSetting(key, settings[key]);
    const { label, choices } = setting(key);
    return /** @type {[string, string]} */ ([label, choices?.[text] ?? text]);
  });
  return [
    ["Preset", presetName(settings.recipe)],
    ...rows,
    ["Training digits", trainedOn(data)],
    ["Fingerprint", fingerprint || "–"],
  ];
}

/** @param {Run["data"]} data */
const trainedOn = (data) =>
  data.kind === "part" ? data.name : `${count(data.count)}, ${dataWords(data) || data.name}`;

/** What became of it, unless it simply finished. @param {Run} run */
export function outcomeWords({ outcome, why, epochs, settings }) {
  const after = `after ${epochs < 1 ? "less than 1 epoch" : epochWords(Math.floor(epochs))}`;
  if (outcome === "failed") return `Failed: ${why}`;
  if (outcome === "stopped") return `Stopped ${after} of ${count(settings.epochs)}`;
  return outcome === "diverged" ? `Diverged ${after}: the learning rate is too high` : "";
}

/**
 * What its link does, as a sentence.
 * @param {Run} run @param {boolean} isExact  the link makes this very network
 */
export function linkWords({ steps }, isExact) {
  if (!steps) return "Opening it begins with these settings; nothing is trained.";
  if (isExact) return "Opening it trains this network again.";
  return "Opening it trains a similar network, not exactly this one.";
}

/** "under 0.1 s", "3.4 s", "2 min 5 s" @param {number} seconds */
export function secondsWords(seconds) {
  if (seconds < 0.1) return "under 0.1 s";
  if (seconds < 60) return `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** @param {number | null} seconds */
export const leftWords = (seconds) => (seconds === null ? "" : `${duration(1000 * seconds)} left`);
