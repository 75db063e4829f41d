/** Training on one drawing, among other digits, until the network reads it. */
import { sliceOf } from "../common/images.js";
import { trainingOf } from "../common/settings.js";
import { trainerOptions } from "../common/training-options.js";
import { argmax } from "../common/vectors.js";

/**
 * Examples of a mini-batch; about a sixth of them are the drawing, distorted, so that little else
 * is forgotten.
 */
const BATCH = 32;
/** How often the drawing is put among the training digits afterwards. */
const COPIES = 16;
const MOST_STEPS = 1500;
/** Other digits it is mixed with. */
const OTHERS = 4000;
/** The drawing has been learnt when it is read with this confidence. */
const LEARNT = 0.6;
/** Mini-batches between two looks, and between two pauses for other messages. */
const [LOOK, PAUSE] = [5, 50];

/**
 * Trains a copy of the network. Nothing else is changed.
 * @param {object} context
 * @param {import("./datasets.js").Engine} context.engine
 * @param {import("../../wasm/network.js").Network} context.net
 * @param {import("../common/settings.js").NetworkSettings} context.settings
 * @param {import("./datasets.js").Datasets} context.datasets
 * @param {() => Promise<void>} context.yieldToEvents
 * @param {Float32Array} pixels  784, 0…1 @param {number} label
 */
export async function teachDrawing(
  { engine, net, settings, datasets, yieldToEvents },
  pixels,
  label,
) {
  const image = Uint8Array.from(pixels, (value) => Math.round(value * 255));
  const mixed = engine.dataset(mixture(datasets.of("train"), image, label));
  const copy = net.clone();
  const trainer = copy.trainer(mixed, {
    ...trainerOptions(trainingOf(settings)),
    schedule: "constant",
    totalSteps: 0,
    firstCycle: 0,
    noise: 0,
    harden: null,
    augment: { shift: 1, rotate: 0.1, scale: 0.06, shear: 0.1, elastic: 0 },
    batchSize: BATCH,
  });
  let steps = 0;
  try {
    while (steps < MOST_STEPS && !reads(copy, image, label)) {
      trainer.train(LOOK);
      steps += LOOK;
      if (steps % PAUSE === 0) await yieldToEvents();
    }
    const outputs = copy.predict(image);
    const answer = argmax(outputs);
    const { parameters } = copy;
    return { parameters, steps, answer, confidence: outputs[answer], image, copies: COPIES };
  } finally {
    trainer.free();
    copy.free();
    mixed.free();
  }
}

/**
 * @param {import("../../wasm/network.js").Network} net
 * @param {Uint8Array} image
 * @param {number} label
 */
function reads(net, image, label) {
  const outputs = net.predict(image);
  return argmax(outputs) === label && outputs[label] >= LEARNT;
}

/**
 * The drawing, one of six, and other digits.
 * @param {import("../../wasm/dataset.js").Dataset} data
 * @param {Uint8Array} image
 * @param {number} label
 */
function mixture(data, image, label) {
  const count = Math.min(OTHERS, data.count);
  const others = sliceOf(data, 0, count);
  const copies = Math.ceil(count / 5);
  const images = new Uint8Array((count + copies) * image.length);
  images.set(others.images);
  for (let i = 0; i < copies; i++) images.set(image, (count + i) * image.length);
  return { images, labels: Uint8Array.from([...others.labels, ...Array(copies).fill(label)]) };
}
