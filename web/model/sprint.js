/**
 * The sprint: a random network, trained by the preset of that name at full speed to its end, and
 * what came of it on this device.
 *
 * @typedef {import("./session.js").Session} Session
 * @typedef {import("../worker/protocol.js").Report} Report
 */
import { setting } from "../common/settings.js";
import { presetSettings } from "../common/training-options.js";
import * as texts from "../texts/en/model.js";

/**
 * Trains one; undo brings back the network that was there. The one after a sprint begins from the
 * next seed. A speed that the visitor chose for watching gives way to the usual one.
 * @param {Session} session
 */
export async function sprint(session) {
  const { recipe, seed, speed } = session.state.settings;
  const { max = 0 } = setting("seed");
  const next = recipe === "sprint" ? (seed + 1) % (max + 1) : seed;
  if (speed !== "full") await session.set("speed", "auto");
  await session.commandSettings({ ...presetSettings("sprint"), seed: next }, texts.sprint);
  await session.run();
}

/**
 * How well the network of a finished sprint reads the test digits, and after how long a training;
 * "" until both have been measured.
 * @param {Pick<Report, "phase" | "settings" | "evaluation" | "version" | "trainingMs" | "data">}
 *   report
 */
export function sprintResult({ phase, settings, evaluation, version, trainingMs, data }) {
  const isDone = phase === "finished" && settings?.recipe === "sprint" && trainingMs !== null;
  if (!isDone || evaluation?.version !== version) return "";
  return texts.sprintResult(evaluation.accuracy, trainingMs / 1000, data.name);
}
