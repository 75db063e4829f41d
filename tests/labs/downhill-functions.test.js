/** The invented functions of the lab Downhill, their derivatives, the rules and what is said. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";
import { number, signed } from "../../web/common/downhill-numbers.js";
import {
  advance,
  endOf,
  flatKind,
  METHODS,
  pathFrom,
  ruleOf,
  steepness,
  TOLERANCE,
} from "../../web/labs/downhill/descent.js";
import { placesOfNames } from "../../web/labs/downhill/end-names.js";
import {
  CURVES,
  curveThrough,
  isOnCurve,
  RANGE,
  SURFACES,
} from "../../web/labs/downhill/functions.js";
import {
  ballState,
  comparison,
  finding,
  outcomeOf,
} from "../../web/labs/downhill/one-input-words.js";
import { outcome, finding as pathsFinding } from "../../web/labs/downhill/two-inputs-words.js";
import { methods as methodNames } from "../../web/texts/en/downhill-functions.js";

/**
 * @typedef {import("../../web/labs/downhill/functions.js").Point} Point
 * @typedef {import("../../web/labs/downhill/descent.js").Method} Method
 */

const H = 1e-4;
const engine = await loadEngine();

/** Numbers in 0…1, always the same. @param {number} count @param {number} seed */
const random = (count, seed) => engine.noise({ kind: "uniform", seed }).subarray(0, count);

/** @param {number} found @param {number} expected @param {string} [about] */
function assertNear(found, expected, about, most = 1e-5) {
  assert.ok(Math.abs(found - expected) <= most, `${about}: ${found}, expected ${expected}`);
}

describe("a curve", () => {
  const bent = Array.from({ length: 20 }, (_, seed) =>
    Array.from(random(2 * RANGE + 1, seed + 1), (height) => 4 * height),
  );
  const all = [...Object.values(CURVES).map(({ points }) => points), ...bent];

  test("goes through its control points and stays on the plot", () => {
    for (const points of all) {
      const { cost } = curveThrough(points);
      for (const [i, height] of points.entries()) assertNear(cost(i - RANGE), height, `at ${i}`);
      for (let w = -RANGE; w <= RANGE; w += 0.01) assert.ok(cost(w) > -0.7 && cost(w) < 4.7);
    }
  });

  test("has the slope and the bend that finite differences find", () => {
    for (const points of all) {
      const { cost, slope, bend } = curveThrough(points);
      for (let w = 0.013 - RANGE; w < RANGE; w += 0.057) {
        assertNear(slope(w), (cost(w + H) - cost(w - H)) / (2 * H), `slope at ${w}`);
        assertNear(bend(w), (slope(w + H) - slope(w - H)) / (2 * H), `bend at ${w}`);
      }
      for (let knot = 1 - RANGE; knot < RANGE; knot++) {
        assertNear(slope(knot - 1e-9), slope(knot), `slope on both sides of ${knot}`);
      }
    }
  });

  test("ends at its range", () => {
    const { cost, slope } = curveThrough(CURVES.bowl.points);
    assert.ok(Number.isFinite(cost(RANGE)) && Number.isFinite(slope(-RANGE)));
    assert.ok(Number.isNaN(cost(RANGE + 1e-9)) && Number.isNaN(slope(-RANGE - 1e-9)));
  });
});

describe("a surface", () => {
  for (const [key, { cost, gradient, bends }] of Object.entries(SURFACES)) {
    test(`has the gradient and the bends that finite differences find: ${key}`, () => {
      const values = random(80, 3);
      for (let i = 0; i < 80; i += 2) {
        const [x, y] = [4 * values[i] - 2, 3 * values[i + 1] - 1.5];
        const [gx, gy] = gradient([x, y]);
        assertNear(gx, (cost([x + H, y]) - cost([x - H, y])) / (2 * H), `∂₁ at ${x}, ${y}`);
        assertNear(gy, (cost([x, y + H]) - cost([x, y - H])) / (2 * H), `∂₂ at ${x}, ${y}`);
        const dx = [0, 1].map((k) => (gradient([x + H, y])[k] - gradient([x - H, y])[k]) / 2 / H);
        const dy = [0, 1].map((k) => (gradient([x, y + H])[k] - gradient([x, y - H])[k]) / 2 / H);
        const [low, high] = bends([x, y]);
        assertNear(low + high, dx[0] + dy[1], `trace at ${x}, ${y}`);
        assertNear(low * high, dx[0] * dy[1] - dx[1] * dy[0], `determinant at ${x}, ${y}`, 1e-4);
        assert.ok(low <= high);
      }
    });
  }

  test("a place without a slope is named by how the surface bends there", () => {
    assert.equal(flatKind(...SURFACES.minima.bends([-1, 0])), "minimum");
    assert.equal(flatKind(...SURFACES.minima.bends([0.1, 0])), "saddle");
    assert.equal(flatKind(...SURFACES.saddle.bends([0, 0])), "saddle");
    assert.equal(flatKind(-2, -1), "maximum");
    assert.equal(flatKind(0, 1), "plateau");
  });
});

describe("a rule", () => {
  for (const method of /** @type {Method[]} */ (Object.keys(METHODS))) {
    test(`moves parameters as the engine's trainer does: ${method}`, () => {
      const data = engine.handwriting({ count: 1, seed: 4 });
      const net = engine.network({ layers: [784, 6, 10], seed: 2 });
      const learningRate = method === "adam" ? 0.01 : 0.2;
      const trainer = net.trainer(data, { optimizer: method, learningRate, batchSize: 1, seed: 1 });
      const rule = ruleOf(method, net.parameterCount);
      for (let step = 1; step <= 8; step++) {
        const before = net.parameters;
        const change = rule(net.gradient(data.image(0), data.label(0)), learningRate);
        trainer.step();
        const moved = net.parameters.map((w, i) => w - before[i]);
        const size = Math.max(...moved.map(Math.abs));
        assert.ok(size > 1e-4);
        const off = Math.max(...moved.map((each, i) => Math.abs(each - change[i])));
        assert.ok(off < 1e-3 * size, `step ${step}: off by ${off} of ${size}`);
      }
      trainer.free();
      net.free();
    });
  }

  test("momentum and Adam, by hand", () => {
    const momentum = ruleOf("momentum", 1);
    assert.deepEqual(
      [1, 1, 1].map((g) => Number(momentum([g], 0.1)[0].toFixed(6))),
      [-0.1, -0.19, -0.271],
    );
    // The first step of Adam has the length η, whatever the gradient.
    for (const g of [1e-3, 5, -200]) {
      assertNear(ruleOf("adam", 1)([g], 0.1)[0], -0.1 * Math.sign(g), `gradient ${g}`, 1e-5);
    }
  });
});

/**
 * Where the ball goes in that many steps, or until it stops.
 * @param {readonly number[]} points @param {number} start @param {number} rate
 */
function trailOf(points, start, rate, steps = 500) {
  const curve = curveThrough(points);
  const trail = [start];
  for (let w = start; trail.length <= steps && ballState(curve, w) === "moving"; ) {
    w -= rate * curve.slope(w);
    trail.push(w);
  }
  return { curve, trail };
}

/** @param {Parameters<typeof trailOf>} run */
function said(...run) {
  const { curve, trail } = trailOf(...run);
  return finding(curve, trail);
}

describe("what happens to the ball is named by what it does", () => {
  const { bowl, valleys } = CURVES;

  test("the slope says which way", () => {
    assert.match(said(bowl.points, -3, 1, 0), /negative: step right/);
    assert.match(said(bowl.points, 3, 1, 0), /positive: step left/);
  });

  test("in a bowl the learning rate decides", () => {
    // C″ = ½ between −3 and 3: each step multiplies w by 1 − η/2.
    assert.match(said(bowl.points, -3, 0.3, 3), /^Steps shrink because the slope shrinks/);
    assert.match(said(bowl.points, -3, 0.3), /^Local minimum reached in \d+ steps: slope −0\.000/);
    assert.equal(said(bowl.points, -3, 2), "Local minimum reached in 1 step: slope 0");
    assert.match(said(bowl.points, -2, 3, 1), /^Overshot: .* from −1\.00 to \+0\.50$/);
    assert.match(said(bowl.points, -2, 3, 4), /but less each time$/);
    assert.match(said(bowl.points, -2, 4, 6), /^Oscillating/);
    assert.match(said(bowl.points, -1, 4.2, 5), /^Diverging/);
    assert.match(said(bowl.points, -1, 4.2), /^Diverged: each overshoot was larger/);
    assert.match(said(bowl.points, -3, 10), /^The ball left the curve: a step of \+15\.00/);
  });

  test("a slope that grows makes the steps grow", () => {
    assert.match(said(valleys.points, 0.2, 0.1, 3), /^Steps grow/);
  });

  test("a place without a slope need not be a minimum", () => {
    assert.match(said(valleys.points, 0, 1), /^Balanced on a maximum: slope 0/);
    assert.match(said([4, 3, 2, 2, 2, 2, 2, 1, 0], 0.5, 1), /^On a flat stretch/);
    assert.match(said(bowl.points, 0, 1), /^At a local minimum: slope 0$/);
  });

  test("other minima are told: one found before, or else one that is lower", () => {
    const left = trailOf(valleys.points, -3.4, 0.3);
    const right = trailOf(valleys.points, 3.4, 0.3);
    const ends = [{ start: -3.4, w: left.trail[left.trail.length - 1] }];
    assert.match(comparison(left.curve, left.trail, []), /^Not the lowest point: .* w = 2\.0\d\.$/);
    assert.equal(comparison(right.curve, right.trail, []), "");
    assert.match(
      comparison(right.curve, right.trail, ends),
      /another minimum: from −3\.40 .*−1\.8/,
    );
    const again = trailOf(valleys.points, -3, 0.3);
    assert.match(comparison(again.curve, again.trail, ends), /^Not the lowest/);
    assert.ok(right.trail.every(isOnCurve));
  });
});

/**
 * All three methods.
 * @param {string} key
 * @param {Point} start
 * @param {number} rate
 * @param {number} steps
 */
function descend(key, start, rate, steps = 1000) {
  const surface = SURFACES[key];
  const methods = /** @type {Method[]} */ (Object.keys(METHODS));
  const paths = methods.map((method) => pathFrom(method, start));
  for (let i = 0; i < steps; i++) for (const path of paths) advance(path, surface, rate);
  return { surface, paths, words: pathsFinding(surface, paths) };
}

describe("three paths from one start", () => {
  test("have names that are on no dot and on no other name, in a small map, too", () => {
    for (const key of /** @type {(keyof typeof SURFACES)[]} */ (["bowl", "ravine", "saddle"]))
      for (const steps of [1, 3, 10, 30, 300])
        for (const [width, height] of [
          [640, 480],
          [358, 268],
        ]) {
          const { start, rate } = SURFACES[key];
          const at = (/** @type {Point} */ [x, y]) =>
            /** @type {Point} */ ([((x / 2 + 1) / 2) * width, ((1 - y / 1.5) / 2) * height]);
          const lines = descend(key, start, rate, steps).paths.map(({ points }) =>
            points.map(at).filter(([x, y]) => x >= 0 && x <= width && y >= 0 && y <= height),
          );
          const ends = lines.map((line, i) => ({
            place: line[line.length - 1],
            length: [110, 84, 42][i],
          }));
          const names = placesOfNames(ends, { width, height }, lines);
          const isFree = names.every(([x, y], i) => {
            const isOn = (/** @type {Point} */ [u, v]) =>
              u > x - 4 && u < x + ends[i].length + 4 && Math.abs(v - y) < 11;
            const isApart = names.every(([u, v], k) => {
              const isBeside = u + ends[k].length <= x || x + ends[i].length <= u;
              return k === i || isBeside || Math.abs(v - y) >= 16;
            });
            return isApart && !ends.some(({ place }) => isOn(place));
          });
          assert.ok(isFree, `${key} after ${steps} steps: ${names.join("; ")}`);
        }
  });

  test("come to a minimum, and stop there", () => {
    for (const key of ["bowl", "ravine", "minima"]) {
      const { start, rate } = SURFACES[key];
      const { surface, paths, words } = descend(key, start, rate);
      for (const path of paths) {
        assert.equal(path.state, "rest", `${key}, ${path.method}`);
        assert.equal(path.points.length, path.steps + 1);
        assert.ok(steepness(surface, endOf(path)) < TOLERANCE);
        assert.equal(outcome(surface, path), `${path.steps}, a local minimum`);
      }
      const least = Math.min(...paths.map(({ steps }) => steps));
      assert.match(words, new RegExp(`^First at a local minimum: .*, in ${least} steps$`));
    }
  });

  test("another start leads to another of two minima", () => {
    const ends = [-0.5, 0.5].map((x) => endOf(descend("minima", [x, 0.5], 0.1).paths[0])[0]);
    assert.ok(ends[0] < -0.9 && ends[1] > 0.8);
  });

  test("on a saddle they run away, or stop where it is flat", () => {
    const { start, rate } = SURFACES.saddle;
    const { surface, paths, words } = descend("saddle", start, rate);
    assert.equal(words, "All three left the map downhill, where C still falls");
    assert.match(outcome(surface, paths[0]), /^left the map downhill after \d+$/);
    const flat = descend("saddle", [-1, 0], 0.3);
    assert.equal(outcome(flat.surface, flat.paths[0]), `${flat.paths[0].steps}, a saddle point`);
    assert.equal(descend("saddle", [0, 0], 0.3, 0).words, "At a saddle point: |∇C| = 0");
    assert.match(
      descend("saddle", [0, 0], 0.3, 1).words,
      /: gradient descent, momentum and Adam, in 1 step$/,
    );
  });

  test("diverge where the steps are too large", () => {
    const { surface, paths, words } = descend("ravine", [-1, 1], 3);
    assert.equal(words, "All three diverged: the steps are too large");
    assert.equal(outcome(surface, paths[0]), "diverged after 1");
  });

  test("the lowest one is named on the way", () => {
    const { surface, paths, words } = descend("ravine", SURFACES.ravine.start, 0.2, 3);
    const costs = paths.map((path) => surface.cost(endOf(path)));
    const least = Math.min(...costs);
    assert.match(words, new RegExp(`^Lowest after 3 steps: .*, C = ${number(least)}$`));
    assert.match(words, new RegExp(methodNames[paths[costs.indexOf(least)].method], "i"));
    // The first step of momentum is that of gradient descent.
    assert.match(descend("bowl", [-1, 1], 0.5, 1).words, /: gradient descent and momentum, C/);
  });
});

test("a ball’s outcome is where it rests, or that it left, or swings; on its way none", () => {
  const { points, start } = CURVES.valleys;
  const curve = curveThrough(points);
  const after = (/** @type {number} */ rate, steps = 300, from = start) => {
    const trail = [from];
    while (trail.length <= steps && ballState(curve, trail[trail.length - 1]) === "moving") {
      const w = trail[trail.length - 1];
      trail.push(w - rate * curve.slope(w));
    }
    return outcomeOf(curve, trail);
  };
  assert.equal(after(0.3), 0);
  assert.equal(after(0.3, 300, 3), 1);
  assert.equal(after(10), null);
  assert.equal(after(0.3, 3), undefined);
  assert.equal(after(0.01), undefined, "slow is not swinging");
  const bowl = curveThrough(CURVES.bowl.points);
  assert.equal(
    outcomeOf(
      bowl,
      Array.from({ length: 99 }, (_, i) => (i % 2 ? 2 : -2)),
    ),
    2,
  );
});

test("numbers have a true minus and are not rounded up to a bound", () => {
  assert.deepEqual([0, -1.234, 0.0996, 0.00996, -0.00031, 1e-9, -3.995].map(number), [
    "0",
    "−1.23",
    "0.099",
    "0.0099",
    "−0.00031",
    "0",
    "−4.00",
  ]);
  assert.deepEqual([2, -2, 0, 1e-12].map(signed), ["+2.00", "−2.00", "0", "0"]);
});
