/**
 * How settings compare with the presets.
 *
 * @typedef {import("./settings.js").NetworkSettings} NetworkSettings
 * @typedef {keyof NetworkSettings} Key
 */
import { changedKeys, formatSetting, setting } from "./settings.js";
import { presetSettings } from "./training-options.js";

/** What is nobody's preset: each network has a seed, and is trained as long as one likes. */
const OWN = ["seed", "epochs", "recipe"];

/**
 * The preset with the fewest settings that are others.
 * @param {NetworkSettings} settings
 * @returns {{ name: string, differences: { key: Key, text: string }[] }} name: of the preset;
 *   text: the preset's value, as `formatSetting` writes it
 */
export function closestPreset(settings) {
  const names = Object.keys(setting("recipe").choices ?? {}).filter((name) => name !== "own");
  const all = names.map((name) => ({ name, differences: differencesFrom(name, settings) }));
  return all.reduce((best, each) =>
    each.differences.length < best.differences.length ? each : best,
  );
}

/** @param {string} name @param {NetworkSettings} settings */
function differencesFrom(name, settings) {
  const preset = presetSettings(name);
  return changedKeys(settings, preset)
    .filter((key) => !OWN.includes(key))
    .map((key) => ({ key, text: formatSetting(key, preset[key]) }));
}
