/**
 * How far Train goes: to the settings' last epoch, or further where next to nothing is left of it.
 */
import { setting } from "../common/settings.js";

/** Epochs that are added, and mini-batches that they have at least, so that something is seen. */
const MORE_EPOCHS = 10;
const LEAST_STEPS = 500;
/** Mini-batches that are left of an epoch by rounding. */
const NONE = 1e-6;

/** @param {import("./state.js").State} state @returns {number} the last epoch to train to */
export function epochsAhead({ phase, epoch, settings, data, provenance }) {
  const { epochs, batch } = settings;
  const perEpoch = data.train / batch;
  const left = (epochs - epoch) * perEpoch;
  // What is left after long training on many digits may be one mini-batch of a few others.
  const least = isOnOthers(data, provenance) ? LEAST_STEPS : NONE;
  const isOver = phase === "finished" || epoch >= epochs || (perEpoch > 0 && left < least);
  if (!isOver) return epochs;
  const more = Math.max(MORE_EPOCHS, perEpoch > 0 ? LEAST_STEPS / perEpoch : 0);
  return Math.min(setting("epochs").max ?? 0, Math.ceil(epoch + more));
}

/**
 * Whether the network was trained on other digits before.
 * @param {import("./state.js").State["data"]} data
 * @param {import("./state.js").State["provenance"]} provenance
 */
function isOnOthers({ kind, checksum }, provenance) {
  const last = provenance?.done.findLast((entry) => "data" in entry);
  if (kind !== "own" || !last || !("data" in last)) return false;
  return last.data.kind !== kind || last.data.checksum !== checksum;
}
