/**
 * How networks are fooled and hardened, claimed over several seeds. Training is the same to the bit
 * everywhere, so a bound is either kept on every machine or on none.
 */
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { loadEngine, recipes, trainerOptions } from "../../wasm/engine.js";

/** @typedef {import("../../wasm/network.js").Network} Network */
/** @typedef {import("../../wasm/trainer.js").TrainerOptions} TrainerOptions */

const engine = await loadEngine();
const digits = engine.handwriting({ count: 12000, seed: 1 });
const unseen = engine.handwriting({ count: 500, seed: 1, from: 12000 });
const seeds = [1, 2, 3];
/** @type {Network[]} */
const made = [];
after(() => {
  for (const net of made) net.free();
});

/** The first unseen digits as floats, with their labels. @param {number} count */
function some(count) {
  const images = Float32Array.from(
    Array.from({ length: count }, (_, i) => [...unseen.image(i)]).flat(),
    (value) => value / 255,
  );
  return { images, labels: unseen.labels.subarray(0, count) };
}

/**
 * A recipe's network after eight epochs.
 * @param {"video" | "tweaked"} name @param {number} seed @param {TrainerOptions} [lessons]
 */
function trained(name, seed, lessons = {}) {
  const net = engine.network({ ...recipes[name].network, seed });
  const options = trainerOptions({ ...recipes[name], epochs: 8 }, digits.count);
  const usual = { ...options, augment: null, warmUp: 100, seed };
  const trainer = net.trainer(digits, { ...usual, ...lessons });
  trainer.train(options.totalSteps ?? 1);
  trainer.free();
  made.push(net);
  return net;
}

/** @param {Network} net @param {"random" | "fgsm" | "pgd"} method @param {number} [epsilon] */
const under = (net, method, epsilon = 0.1) =>
  net.robustness(unseen, { method, epsilon, steps: 20, seed: 1 }).accuracy;

/**
 * The digit that each of many images is taken for.
 * @param {Network} net
 * @param {Float32Array} images
 */
function answersOf(net, images) {
  const outputs = net.predictMany(images);
  return Array.from({ length: outputs.length / 10 }, (_, i) => {
    const ten = outputs.subarray(10 * i, 10 * i + 10);
    return ten.indexOf(Math.max(...ten));
  });
}

const plain = {
  video: seeds.map((seed) => trained("video", seed)),
  tweaked: seeds.map((seed) => trained("tweaked", seed)),
};
const [victim] = plain.tweaked;
const names = /** @type {const} */ (["video", "tweaked"]);

for (const name of names) {
  describe(`changes of 0.1 at most to a pixel, recipes.${name}`, () => {
    test("hardly matter at random, but much along the slope; forty small steps fool most", () => {
      const bounds = { video: { fgsm: 0.4, pgd: 0.15 }, tweaked: { fgsm: 0.15, pgd: 0.05 } }[name];
      plain[name].forEach((net, i) => {
        const clean = net.evaluate(unseen).accuracy;
        const [random, fgsm, pgd] = [under(net, "random"), under(net, "fgsm"), under(net, "pgd")];
        const found = `seed ${seeds[i]}: ${[clean, random, fgsm, pgd]}`;
        assert.ok(clean > 0.82 && random > clean - 0.06, found);
        assert.ok(fgsm < bounds.fgsm && pgd < bounds.pgd && pgd < fgsm, found);
      });
    });
  });
}

describe("an attack", () => {
  test("changes no pixel by more than ε, and leaves it in 0…1", () => {
    const { images, labels } = some(40);
    for (const method of /** @type {const} */ (["random", "fgsm", "pgd"])) {
      for (const epsilon of [0.02, 0.3]) {
        const changed = victim.attack(images, { method, labels, epsilon, seed: 2 });
        let most = 0;
        changed.forEach((pixel, p) => {
          assert.ok(pixel >= 0 && pixel <= 1, `${method}: ${pixel}`);
          most = Math.max(most, Math.abs(pixel - images[p]));
        });
        assert.ok(Math.abs(most - epsilon) < 1e-6, `${method}: ${most} for ${epsilon}`);
      }
    }
  });

  test("of ε 0 changes nothing, and fools no more the smaller ε is", () => {
    const { images, labels } = some(40);
    assert.deepEqual(victim.attack(images, { method: "pgd", labels, epsilon: 0 }), images);
    for (const net of plain.video) {
      const curve = [0, 0.02, 0.05, 0.1, 0.2].map((epsilon) => under(net, "pgd", epsilon));
      assert.equal(curve[0], net.evaluate(unseen).accuracy);
      const falls = curve.every((share, i) => i === 0 || share < curve[i - 1]);
      assert.ok(falls, curve.join(", "));
    }
  });

  test("with a target makes nine digits of ten the wanted one", () => {
    const { images } = some(200);
    for (const [i, net] of plain.tweaked.entries()) {
      for (const target of [3, 8]) {
        const how = /** @type {const} */ ({ method: "pgd", epsilon: 0.2, steps: 40 });
        const answers = answersOf(net, net.attack(images, { ...how, target }));
        const hit = answers.filter((answer) => answer === target).length / answers.length;
        assert.ok(hit > 0.9, `seed ${seeds[i]}, ${target}: ${hit}`);
      }
    }
  });

  test("of many digits comes to the same in one call or in several", () => {
    const how = /** @type {const} */ ({ method: "random", epsilon: 0.3, seed: 9 });
    const right = (/** @type {number} */ from, /** @type {number} */ count) =>
      Math.round(count * victim.robustness(unseen, { ...how, from, count }).accuracy);
    const pieces = [0, 70, 140, 210].map((from) => right(from, 70));
    assert.equal(
      right(0, 280),
      pieces.reduce((sum, n) => sum + n, 0),
    );
    const { images, labels } = some(280);
    const answers = answersOf(victim, victim.attack(images, { ...how, labels }));
    assert.equal(right(0, 280), answers.filter((answer, i) => answer === labels[i]).length);
  });

  test("is the same from the same seed, and starts elsewhere from another", () => {
    const { images, labels } = some(3);
    for (const method of /** @type {const} */ (["random", "pgd"])) {
      const [once, again, other] = [7, 7, 8].map((seed) =>
        victim.attack(images, { method, labels, seed, steps: 5 }),
      );
      assert.deepEqual(once, again);
      assert.notDeepEqual(once, other);
    }
  });
});

describe("a network hardened by attacks while it learns", () => {
  const harden = { share: 1, epsilon: 0.1, steps: 3 };
  const hardened = seeds.map((seed) => trained("tweaked", seed, { harden }));

  test("stands what fools the other, from every seed, and pays for it on clean digits", () => {
    hardened.forEach((net, i) => {
      const [now, before] = [under(net, "pgd"), under(plain.tweaked[i], "pgd")];
      assert.ok(now > 0.3 && now > before + 0.3, `seed ${seeds[i]}: ${before} → ${now}`);
      const [clean, was] = [net, plain.tweaked[i]].map((each) => each.evaluate(unseen).accuracy);
      assert.ok(clean > 0.55 && clean < was, `seed ${seeds[i]}: ${was} → ${clean}`);
    });
  });

  test("is the same from the same seed", () => {
    assert.equal(trained("tweaked", 1, { harden }).fingerprint, hardened[0].fingerprint);
  });
});

describe("a dream", () => {
  for (const name of names) {
    test(`makes its digit's output bright, far above blank paper: recipes.${name}`, () => {
      plain[name].forEach((net, i) => {
        const blank = net.predict(new Float32Array(784));
        for (let digit = 0; digit < 10; digit++) {
          const now = net.predict(net.dream(digit, { seed: 1 }))[digit];
          assert.ok(now > 0.9 && now > blank[digit], `seed ${seeds[i]}, ${digit}: ${now}`);
        }
      });
    });
  }

  test("grows brighter with its steps, and is another from another seed", () => {
    const bright = [1, 10, 200].map((steps) => victim.predict(victim.dream(4, { steps }))[4]);
    assert.ok(bright[0] < bright[1] && bright[1] < bright[2], bright.join(", "));
    assert.deepEqual(victim.dream(4, { seed: 5 }), victim.dream(4, { seed: 5 }));
    assert.notDeepEqual(victim.dream(4, { seed: 5 }), victim.dream(4, { seed: 6 }));
  });
});
