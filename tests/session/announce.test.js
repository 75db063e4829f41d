/** What screen readers are told at about the same time is heard in full. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { together } from "../../web/ui/announce.js";

test("sentences of one moment are read together, the next one by itself", async () => {
  /** @type {(string | null)[]} null: emptied */
  const heard = [];
  let next = () => {};
  const take = together(
    () => heard.push(null),
    (words) => {
      heard.push(words);
      next();
    },
  );
  const read = () => /** @type {Promise<void>} */ (new Promise((resolve) => (next = resolve)));
  take("The run has ended.");
  take("Test accuracy: 97.1%.");
  await read();
  take("Paused.");
  await read();
  assert.deepEqual(heard, [null, "The run has ended. Test accuracy: 97.1%.", null, "Paused."]);
});
