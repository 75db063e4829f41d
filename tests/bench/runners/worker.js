/** The engine in a browser's worker, as the page has it: asked by message, answering by message. */

import { desk } from "../contestants/desk.js";
import { create } from "../contestants/engine.js";

/** @param {string} part */
async function digits(part) {
  const [images, labels] = await Promise.all(
    [`${part}-images-idx3-ubyte`, `${part}-labels-idx1-ubyte`].map(async (name) => {
      const response = await fetch(`/build/bench/${name}`);
      return new Uint8Array(await response.arrayBuffer());
    }),
  );
  return { images: images.subarray(16), labels: labels.subarray(8), count: labels.length - 8 };
}

const ready = (async () => {
  const data = { train: await digits("train"), test: await digits("t10k") };
  return desk(await create(data));
})();

self.onmessage = async ({ data: { id, request } }) => {
  try {
    const { answer } = await ready;
    self.postMessage({ id, result: await answer(request) });
  } catch (error) {
    self.postMessage({ id, error: String(error) });
  }
};
