/** The network at another place in parameter space, and numbers that may be small. */
import { figures, withMinus } from "../../common/numbers.js";

/** Over all planes and lines, as the worker compares gestures by their names. */
let gestures = 0;

/**
 * Sets all parameters, as one entry of the undo history.
 * @param {import("../../model/session.js").Session} session @param {Float32Array} values
 */
export async function putNetwork(session, values) {
  const gesture = `Downhill ${++gestures}`;
  await session.edit({ indices: values.map((_, i) => i), values, gesture });
  const { top } = session.state.history;
  session.say("The network is there now.", {
    key: "undo",
    button: "Undo",
    act: () => session.state.history.top === top && session.undo(),
  });
}

/** Three figures that matter, of small numbers too. @param {number} value */
export function precise(value) {
  const isSmall = value > 0 && value < 0.1;
  return isSmall ? withMinus(value.toPrecision(3)) : figures(value);
}
