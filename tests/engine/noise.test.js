/**
 * What networks make of noise, claimed over several seeds. Training is the same to the bit
 * everywhere, so a bound is either kept on every machine or on none.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, describe, test } from "node:test";
import { loadEngine, noiseKinds, recipes, teaching } from "../../wasm/engine.js";

/** @typedef {import("../../wasm/network.js").Network} Network */
/** @typedef {import("../../wasm/trainer.js").TrainerOptions} TrainerOptions */

const engine = await loadEngine();
const digits = engine.handwriting({ count: 12000, seed: 1 });
const unseen = engine.handwriting({ count: 2000, seed: 1, from: 12000 });
const seeds = [2, 3, 4];
const count = 2000;
/** @type {Network[]} */
const made = [];
after(() => {
  for (const net of made) net.free();
});

/**
 * 784-16-16-10 as `recipes.modern` or `recipes.video` has it, after twelve epochs, the noise not
 * counted.
 * @param {"modern" | "video"} name @param {number} seed @param {TrainerOptions} [lessons]
 */
function trained(name, seed, lessons = {}) {
  const { network, trainer: how } = recipes[name];
  const net = engine.network({ ...network, seed });
  const seen = (how.batchSize ?? 32) * (1 - (lessons.noise ?? 0));
  const totalSteps = Math.round((12 * digits.count) / seen);
  const usual = { ...how, augment: null, warmUp: 100, firstCycle: 0, totalSteps, seed };
  const trainer = net.trainer(digits, { ...usual, ...lessons });
  trainer.train(totalSteps);
  trainer.free();
  made.push(net);
  return net;
}

/**
 * Shares of noise answered with more than `limit`, by kind.
 * @param {Network} net
 * @param {number} limit
 */
function shares(net, limit) {
  const each = noiseKinds.map((kind) => {
    const { confidences } = net.census({ kind, seed: 1, count });
    return [kind, confidences.filter((c) => c > limit).length / count];
  });
  return /** @type {Record<import("../../wasm/tables.js").NoiseKind, number>} */ (
    Object.fromEntries(each)
  );
}

/**
 * @param {Record<string, number>} found
 * @param {string[]} kinds
 * @param {(share: number) => boolean} holds
 * @param {string} which
 */
function assertShares(found, kinds, holds, which) {
  for (const kind of kinds) assert.ok(holds(found[kind]), `${which}: ${kind} ${found[kind]}`);
}

const plain = {
  modern: seeds.map((seed) => trained("modern", seed)),
  video: seeds.map((seed) => trained("video", seed)),
};
const recipesTried = /** @type {const} */ (["modern", "video"]);

describe("a network that only ever saw digits", () => {
  for (const name of recipesTried) {
    test(`takes most noise for a digit, from every seed: recipes.${name}`, () => {
      const least = { modern: 0.7, video: 0.4 }[name];
      plain[name].forEach((net, i) => {
        assert.ok(net.evaluate(unseen).accuracy > 0.85);
        assertShares(
          shares(net, 0.5),
          [...noiseKinds],
          (share) => share > least,
          `seed ${seeds[i]}`,
        );
      });
    });
  }

  test("did learn that: before training hardly an answer is that sure", () => {
    for (const seed of seeds) {
      const net = engine.network({ ...recipes.modern.network, seed });
      made.push(net);
      assertShares(shares(net, 0.5), [...noiseKinds], (share) => share < 0.1, `seed ${seed}`);
    }
  });

  test("is how sure of static its seed has made it: above 0.9 for almost none or for most", () => {
    const sure = plain.video.map((net) => shares(net, 0.9).uniform);
    assert.ok(Math.min(...sure) < 0.02 && Math.max(...sure) > 0.7, sure.join(", "));
  });
});

/** Accuracy lost, in points. @param {Network} before @param {Network} now */
const lost = (before, now) =>
  100 * (before.evaluate(unseen).accuracy - now.evaluate(unseen).accuracy);

for (const name of recipesTried) {
  describe(`taught that noise is nothing, recipes.${name}`, () => {
    const usual = seeds.map((seed) => trained(name, seed, { noise: 1 / 8 }));
    const strokes = seeds.map((seed) => trained(name, seed, teaching));

    test("says nothing to the five usual kinds, and to Gaussian noise, which it never met", () => {
      const kinds = noiseKinds.filter((kind) => kind !== "scribble");
      usual.forEach((net, i) => {
        assertShares(shares(net, 0.5), kinds, (share) => share < 0.02, `seed ${seeds[i]}`);
        assert.ok(lost(plain[name][i], net) < 1.5, `seed ${seeds[i]} lost too much`);
      });
    });

    test("still takes scribbles for digits: pixels taught it nothing about strokes", () => {
      for (const net of usual) assert.ok(shares(net, 0.5).scribble > 0.5);
    });

    test("as `teaching` has it, by two kinds alone, says nothing to five it never met", () => {
      const unmet = noiseKinds.filter((kind) => !(kind in teaching.noiseKinds));
      assert.equal(unmet.length, 5);
      strokes.forEach((net, i) => {
        const found = shares(net, 0.5);
        assertShares(found, unmet, (share) => share <= 0.001, `seed ${seeds[i]}`);
        assert.ok(found.scribble < 0.02 && found.shuffled < 0.01, `${found.scribble}`);
        assert.ok(lost(plain[name][i], net) < 5, `seed ${seeds[i]} lost too much`);
      });
    });
  });
}

/** Where 100 steps with such noise end. @param {TrainerOptions} lessons @param {number} [seed] */
function fingerprintAfter(lessons, seed = 1) {
  const net = engine.network({ seed: 1 });
  const trainer = net.trainer(digits, { noise: 0.5, seed, ...lessons });
  trainer.train(100);
  const { fingerprint } = net;
  trainer.free();
  net.free();
  return fingerprint;
}

describe("the noise that is taught", () => {
  const five = { uniform: 1, saltpepper: 1, blocks: 1, shuffled: 1, smooth: 1 };

  test("is five kinds, each as often, unless others are named", () => {
    assert.equal(fingerprintAfter({}), fingerprintAfter({ noiseKinds: five }));
    assert.notEqual(
      fingerprintAfter({}),
      fingerprintAfter({ noiseKinds: { ...five, gaussian: 1 } }),
    );
  });

  test("comes as often as each kind is named", () => {
    const [once, often] = [1, 9].map((times) =>
      fingerprintAfter({ noiseKinds: { blocks: times } }),
    );
    assert.equal(once, often, "one kind is all there is");
    const mixed = [1, 9].map((times) =>
      fingerprintAfter({ noiseKinds: { blocks: times, scribble: 10 - times } }),
    );
    assert.equal(new Set([once, ...mixed]).size, 3);
  });

  test("is the same from the same seed, and other noise from another", () => {
    assert.equal(fingerprintAfter({}), fingerprintAfter({}));
    assert.notEqual(fingerprintAfter({}), fingerprintAfter({}, 2));
  });

  test("must be of kinds there are, one at least", () => {
    /** @type {[unknown, RegExp][]} */
    const mistakes = [
      [{ pink: 1 }, /noiseKinds: .*pink/],
      [{ blocks: -1 }, /noiseKinds.blocks: .*got -1/],
      [{ blocks: 0.5 }, /noiseKinds.blocks: .*got 0.5/],
      [{ blocks: 0 }, /noiseKinds: .*one kind/],
      [["blocks"], /noiseKinds/],
    ];
    for (const [noiseKinds, message] of mistakes) {
      assert.throws(() => fingerprintAfter(/** @type {any} */ ({ noiseKinds })), message);
    }
  });
});

describe("images of noise", () => {
  /** SHA-256 of the first hundred of seed 1; "shuffled" of written digits. */
  const promised = {
    uniform: "b7b28fdd7cdf47c1",
    gaussian: "5109ea64ef5a116c",
    saltpepper: "968b4aa1ddea95ea",
    blocks: "c37e535c22eb99b8",
    shuffled: "8131b8128ff57d45",
    smooth: "651d5bd9cbe5c018",
    scribble: "dceb6151703d44fd",
  };

  for (const kind of noiseKinds) {
    test(`are the promised bits: ${kind}`, () => {
      const pixels = engine.noise({ kind, seed: 1, count: 100 });
      const hash = createHash("sha256").update(new Uint8Array(pixels.buffer)).digest("hex");
      assert.equal(hash.slice(0, 16), promised[kind]);
    });
  }

  test("that are shuffled have the pixels of their digit, each somewhere else", () => {
    const pixels = engine.noise({ kind: "shuffled", seed: 4, from: 3, count: 2, images: unseen });
    for (const i of [0, 1]) {
      const digit = Float32Array.from(unseen.image(3 + i), (value) => value / 255);
      const image = pixels.subarray(i * 784, (i + 1) * 784);
      assert.deepEqual(image.toSorted(), digit.toSorted());
      const moved = image.filter((pixel, p) => pixel !== digit[p]).length;
      assert.ok(moved > 100, `${moved} pixels differ`);
    }
  });

  test("are counted alike in one census or in several", () => {
    const [net] = plain.modern;
    const whole = net.census({ kind: "scribble", seed: 2, count: 300 });
    const parts = [0, 120].map((from) =>
      net.census({ kind: "scribble", seed: 2, from, count: from ? 180 : 120 }),
    );
    assert.deepEqual(
      [...whole.answers],
      parts.flatMap(({ answers }) => [...answers]),
    );
    assert.deepEqual(
      [...whole.confidences],
      parts.flatMap(({ confidences }) => [...confidences]),
    );
  });
});
