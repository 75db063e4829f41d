/** What screen readers are told of the training: calm, but never nothing. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { TrainingWords } from "../../web/shell/training-words.js";
import { open } from "./support.js";

const SECOND = 1000;

test("is its beginning, an epoch now and then, and how it ends", async () => {
  const tab = await open("#start=random&seed=3&epochs=1000");
  const words = new TrainingWords();
  /** @type {string[]} */
  const spoken = [];
  let reports = 0;
  tab.session.subscribe((state) => {
    // Twenty minutes pass with each report of the network.
    const sentence = words.of(state, 1200 * SECOND * reports++);
    if (sentence !== spoken.at(-1)) spoken.push(sentence);
  });
  await tab.session.run();
  await tab.until(() => spoken.filter((sentence) => /^Epoch/.test(sentence)).length >= 3);
  await tab.session.pause();
  const end = /^Training paused\. Test accuracy: [\d.]+%\.$/;
  await tab.until(() => end.test(spoken.at(-1) ?? ""));
  const begun = spoken.slice(spoken.indexOf("Training."));
  const epochs = begun.filter((sentence) =>
    /^Epoch \d+\.( Test accuracy: [\d.]+%\.)?$/.test(sentence),
  );
  assert.equal(
    new Set(epochs.map((sentence) => Number.parseInt(sentence.slice(6), 10))).size,
    epochs.length,
  );
  // "Training paused." comes first, where the network is evaluated later.
  assert.ok(begun.length <= epochs.length + 3, begun.join(" | "));
});

test("is no more than a sentence in fifteen seconds, however fast it is trained", async () => {
  const { state } = await open("#start=random&seed=3");
  const words = new TrainingWords();
  const spoken = new Set();
  for (let i = 0; i <= 600; i++) {
    // Ten epochs a second for a minute.
    const phase = /** @type {const} */ ("running");
    const running = { ...state, phase, steps: i, epoch: i, evaluation: null };
    spoken.add(words.of(running, (i * SECOND) / 10));
  }
  assert.deepEqual(
    [...spoken],
    ["Training.", "Epoch 150.", "Epoch 300.", "Epoch 450.", "Epoch 600."],
  );
});
