/** The network at another place in parameter space. */
import * as texts from "../../texts/en/downhill.js";

/** Over all planes and lines, as the worker compares gestures by their names. */
let gestures = 0;

/**
 * Sets all parameters, as one entry of the undo history.
 * @param {import("../../model/session.js").Session} session @param {Float32Array} values
 */
export async function putNetwork(session, values) {
  const gesture = `downhill-${++gestures}`;
  await session.edit({ indices: values.map((_, i) => i), values, gesture });
  const { top } = session.state.history;
  session.say(texts.networkIsThere, {
    key: "undo",
    button: texts.undo,
    act: () => session.state.history.top === top && session.undo(),
  });
}
