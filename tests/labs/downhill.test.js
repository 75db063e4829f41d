/** Lines and planes through parameter space, and what the lab Downhill makes of costs on them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";
import {
  dot,
  farthestFromLine,
  lengthOf,
  mainDirections,
  moved,
  planeThrough,
  pointOf,
  projectionOn,
  randomPlane,
  varianceHeld,
} from "../../web/common/planes.js";
import { chartData, costAt, findingsOf } from "../../web/labs/downhill/line.js";
import { cellAt, costOf, knownCell, levelsOf } from "../../web/labs/downhill/plane.js";
import { beginningWords, lackingWords, whereWords } from "../../web/labs/downhill/plane-words.js";
import { downhillQueries, rangeOf } from "../../web/labs/downhill/queries.js";
import { Trail } from "../../web/labs/downhill/trail.js";

const engine = await loadEngine();
const digits = engine.handwriting({ count: 300, seed: 5 });
const rest = async () => {};

/** @param {number} actual @param {number} expected @param {number} within */
function near(actual, expected, within) {
  const isNear = Math.abs(actual - expected) <= within;
  assert.ok(isNear, `${actual} is not within ${within} of ${expected}`);
}

/** Numbers that look random, the same every time. @param {number} length @param {number} seed */
function noise(length, seed) {
  return Float32Array.from({ length }, (_, i) => {
    const value = Math.sin(seed * 12.9898 + i * 78.233) * 43758.5453;
    return 2 * (value - Math.floor(value)) - 1;
  });
}

/** What the worker gives a query. @param {any} net @param {any} [path] */
function contextOf(net, path = { steps: [], parameters: [] }) {
  return /** @type {any} */ ({
    engine,
    net,
    datasets: { of: () => digits },
    provenance: { start: { kind: "random", seed: 1 }, done: [] },
    yieldToEvents: rest,
    path,
  });
}

/** A network, and the path on which it was trained. @param {any} [options] */
function trained(options = {}) {
  const net = engine.network({ seed: 3, ...options.network });
  const trainer = net.trainer(digits, { batchSize: 10, learningRate: 1, ...options.trainer });
  const path = { steps: [0], parameters: [net.parameters] };
  for (let step = 10; step <= 150; step += 10) {
    trainer.train(10);
    path.steps.push(step);
    path.parameters.push(net.parameters);
  }
  trainer.free();
  return { net, path };
}

test("a projection finds the coordinates of a point, and how far off the plane it is", () => {
  const [origin, u, v, w] = [1, 2, 3, 4].map((seed) => noise(50, seed));
  const plane = { origin, u, v };
  const project = projectionOn(plane);
  const on = project(pointOf(plane, 0.7, -1.3));
  near(on.a, 0.7, 1e-5);
  near(on.b, -1.3, 1e-5);
  near(on.away, 0, 1e-3);
  const off = project(moved(pointOf(plane, 0.7, -1.3), 0.5, w));
  const foot = pointOf(plane, off.a, off.b);
  const rest = moved(moved(pointOf(plane, 0.7, -1.3), 0.5, w), -1, foot);
  near(off.away, lengthOf(rest), 1e-3);
  near(dot(rest, u), 0, 1e-2);
  near(dot(rest, v), 0, 1e-2);
});

test("a plane goes through its three points; three on a line make none", () => {
  const [from, to, third] = [1, 2, 3].map((seed) => noise(40, seed));
  const plane = planeThrough(from, to, third);
  assert.ok(plane);
  near(lengthOf(plane.u), 1, 1e-5);
  near(lengthOf(plane.v), 1, 1e-5);
  near(dot(plane.u, plane.v), 0, 1e-5);
  const project = projectionOn(plane);
  for (const point of [from, to, third]) near(project(point).away, 0, 1e-3);
  near(project(to).b, 0, 1e-5);
  const way = moved(to, -1, from);
  assert.equal(planeThrough(from, to, moved(from, 0.25, way)), null);
  assert.equal(planeThrough(from, from, third), null);
  const points = [from, moved(from, 0.5, way), third, to];
  assert.equal(farthestFromLine(points, from, to), 2);
});

test("the main directions are those in which a cloud is widest, with their variance", async () => {
  const size = 300;
  const [middle, x, y] = [1, 2, 3].map((seed) => noise(size, seed));
  const planeOfCloud = planeThrough(new Float32Array(size), x, y);
  assert.ok(planeOfCloud);
  const { u, v } = planeOfCloud;
  const points = Array.from({ length: 24 }, (_, k) => {
    const angle = (2 * Math.PI * k) / 24;
    const point = moved(moved(middle, 5 * Math.cos(angle), u), 2 * Math.sin(angle), v);
    return moved(point, 0.01, noise(size, 10 + k));
  });
  const plane = await mainDirections(points, rest);
  assert.ok(plane);
  near(Math.abs(dot(plane.u, u)), 1, 1e-3);
  near(Math.abs(dot(plane.v, v)), 1, 1e-3);
  near(dot(plane.u, plane.v), 0, 1e-4);
  const held = varianceHeld(plane, points);
  assert.ok(held > 0.98 && held < 1, String(held));
  const first = varianceHeld({ ...plane, v: noise(size, 99) }, points);
  near(first, 25 / 29, 0.03);
  assert.equal(await mainDirections([middle], rest), null);
  assert.equal(await mainDirections([middle, x], rest), null);
});

test("random directions are as long as the weights, neuron by neuron, and leave biases", () => {
  const net = engine.network({ layers: [784, 12, 10], seed: 4 });
  const { parameters } = net;
  const { u, v } = randomPlane(parameters, net.layers, 7);
  for (const [outputs, inputs, at] of [
    [12, 784, 0],
    [10, 12, 12 * 785],
  ]) {
    for (let neuron = 0; neuron < outputs; neuron++) {
      const from = at + neuron * inputs;
      const length = lengthOf(parameters.subarray(from, from + inputs));
      near(lengthOf(u.subarray(from, from + inputs)), length, 1e-4 * length);
      near(lengthOf(v.subarray(from, from + inputs)), length, 1e-4 * length);
    }
    const biases = u.subarray(at + outputs * inputs, at + outputs * inputs + outputs);
    assert.ok(biases.every((value) => value === 0));
  }
  near(dot(u, v) / dot(u, u), 0, 0.05);
  assert.deepEqual(randomPlane(parameters, net.layers, 7).u, u);
  assert.notDeepEqual(randomPlane(parameters, net.layers, 8).u, u);
  // As many within one standard deviation as a normal distribution has.
  const row = u.subarray(0, 784);
  const sigma = lengthOf(row) / Math.sqrt(784);
  near(row.filter((value) => Math.abs(value) < sigma).length / 784, 0.683, 0.05);
  net.free();
});

for (const [name, network] of Object.entries({
  "the lesson's network": {},
  "ReLU, softmax and cross-entropy": {
    layers: [784, 20, 10],
    hidden: "relu",
    output: "softmax",
    cost: "cross-entropy",
  },
})) {
  test(`the slope along −∇C is −|∇C|², and costs are those of evaluate: ${name}`, async () => {
    const { net } = trained({ network, trainer: { learningRate: 0.1 } });
    const line = await downhillQueries.downhillLine(contextOf(net), { rate: 0.1 });
    near(line.slope / -line.squared, 1, 0.01);
    assert.equal(line.count, 300);
    assert.equal(line.ts.length, 200);
    const copy = net.clone();
    for (const i of [0, 1, 60, 199]) {
      copy.setParameters(moved(net.parameters, line.ts[i], line.direction));
      near(line.costs[i], copy.evaluate(digits).cost, 1e-5 * Math.max(1, line.costs[i]));
    }
    const found = findingsOf(line);
    assert.ok(found.best.cost < found.here && found.best.index > 0);
    assert.ok(found.rises && found.overshoot !== null, "the range shows the overshoot");
    copy.free();
    net.free();
  });
}

for (const choice of /** @type {const} */ (["path", "main", "random"])) {
  test(`costs of the plane “${choice}” are those of evaluate, from coarse to fine`, async () => {
    const { net, path } = trained();
    /** @type {any[]} */
    const told = [];
    const context = contextOf(net, path);
    await downhillQueries.downhillPlane(context, { choice, seed: 1 }, (picture) =>
      told.push(picture),
    );
    assert.deepEqual(
      told.map(({ side }) => side),
      [11, 31, 61],
    );
    const [{ frame }] = told;
    assert.equal(frame.choice, choice);
    assert.equal(frame.hasPath, true);
    assert.equal(frame.path.length, path.steps.length);
    const copy = net.clone();
    for (const { side, costs } of told) {
      const land = { ...frame, side, costs };
      for (const cell of [
        { i: 0, j: 0 },
        { i: 60, j: 12 },
        { i: 28, j: 44 },
        { i: 31, j: 7 },
      ]) {
        const { i, j } = knownCell(land, cell);
        copy.setParameters(pointOf(frame.plane, frame.as[i], frame.bs[j]));
        const { cost } = copy.evaluate(digits);
        near(costOf(land, { i, j }), cost, 1e-5 * Math.max(1, cost));
      }
    }
    const project = projectionOn(frame.plane);
    const size = frame.as[60] - frame.as[0];
    for (const at of choice === "path" ? [0, path.steps.length - 1] : []) {
      near(project(path.parameters[at]).away, 0, 1e-3 * size);
    }
    assert.ok(choice === "random" ? frame.held < 0.1 : frame.held > 0.8, String(frame.held));
    copy.free();
    net.free();
  });
}

test("without a path the plane is one of random directions through the network", async () => {
  const net = engine.network({ seed: 9 });
  /** @type {any[]} */
  const told = [];
  for (const choice of /** @type {const} */ (["path", "main"])) {
    await downhillQueries.downhillPlane(contextOf(net), { choice, seed: 1 }, (p) => told.push(p));
  }
  for (const { frame } of told.filter(({ frame }) => frame)) {
    assert.equal(frame.choice, "random");
    assert.equal(frame.hasPath, false);
    assert.deepEqual(frame.plane.origin, net.parameters);
    assert.deepEqual(cellAt(frame, frame.path[0]), { i: 30, j: 30 });
  }
  assert.equal(told.length, 6);
  net.free();
});

test("a plane that nobody wants any more is given up", async () => {
  const { net, path } = trained();
  const before = net.fingerprint;
  /** @type {any[]} */
  const told = [];
  const asked = downhillQueries.downhillPlane(
    contextOf(net, path),
    { choice: "main", seed: 1 },
    (picture) => told.push(picture),
    () => !told.length,
  );
  await assert.rejects(asked, { name: "AbortError" });
  assert.ok(told.length < 3, `${told.length} pictures`);
  assert.equal(net.fingerprint, before);
  net.free();
});

test("the first picture of the main directions lacks the best; the next one tells it", async () => {
  const { net, path } = trained();
  /** @type {any[]} */
  const told = [];
  const context = contextOf(net, path);
  const question = /** @type {const} */ ({ choice: "main", seed: 1 });
  await downhillQueries.downhillPlane(context, question, (picture) => told.push(picture));
  const [{ frame }, next] = told;
  assert.equal(frame.best, null);
  const copy = net.clone();
  const costs = path.parameters.map((parameters) => {
    copy.setParameters(parameters);
    return copy.evaluate(digits).cost;
  });
  assert.equal(next.best, costs.indexOf(Math.min(...costs)));
  assert.deepEqual(next.path, frame.path);
  copy.free();
  net.free();
});

test("the plane says where the path begins, when that is later than the training", () => {
  const at = (/** @type {number} */ step) => [{ a: 0, b: 0, step }];
  assert.equal(beginningWords(at(0)), "");
  assert.match(beginningWords(at(1200)), /^The path begins at step 1,200, where this.*load\.$/s);
  assert.match(lackingWords(at(0)), /^There is no path yet: .* after some training\.$/);
  assert.match(lackingWords(at(1200)), /^The path begins at step 1,200, .* some training\.$/s);
});

test("the plane says how far off the network is, and what to do about it", () => {
  const axis = Float32Array.of(-1, 0, 1);
  const words = (/** @type {any} */ { a = 0, away = 0, choice = "path", hasMoved = true }) =>
    whereWords(/** @type {any} */ ({ as: axis, bs: axis, choice }), {
      now: { a, b: 0, away, distance: 1, step: 0, isJump: true },
      hasMoved,
    });
  const recentre = "Press Recentre for a plane through the network.";
  const off = "The network is 0.762 off this plane: the dot is the nearest place on it.";
  assert.equal(words({}), "The network is on this plane");
  assert.equal(words({ away: 0.762 }), `${off} ${recentre}`);
  assert.equal(words({ away: 0.762, hasMoved: false }), off, "Recentre would change nothing");
  assert.equal(words({ away: 0.762, choice: "main" }), off, "no plane through the network");
  const outside = "The network is on this plane, outside this square.";
  assert.equal(words({ a: 2 }), `${outside} ${recentre}`);
  assert.equal(words({ away: Number.NaN }), "");
});

test("a trail is of training; an undo cuts it back, and no line leads to an edit", () => {
  const trail = new Trail();
  const seen = () => trail.stops.map(({ a, isJump }) => (isJump ? `|${a}` : `${a}`)).join(" ");
  const add = (/** @type {number} */ a, /** @type {number} */ step, isTrained = false) =>
    trail.add({ a, b: 0, away: 0, distance: 0 }, step, isTrained);
  add(0, 0);
  assert.equal(trail.hasMoved, false);
  add(7, 0);
  assert.equal(seen(), "|7", "an edit");
  assert.equal(trail.hasMoved, true);
  add(0, 0);
  assert.equal(seen(), "|0", "undone");
  for (const step of [10, 20, 30]) add(step, step, true);
  add(-5, 30);
  add(-6, 40, true);
  assert.equal(seen(), "|0 10 20 30 |-5 -6", "trained on from where the edit led");
  add(-5, 30);
  assert.equal(seen(), "|0 10 20 30 |-5", "the training undone");
  add(30, 30);
  assert.equal(seen(), "|0 10 20 30 |30", "the edit undone");
  add(10, 10);
  assert.equal(seen(), "|0 10 |10", "the first training undone in part");
  for (let step = 11; step < 2000; step++) add(step, step, true);
  assert.ok(trail.stops.length <= 400);
  assert.equal(trail.now?.a, 1999);
  assert.match(seen(), /^\|0 .*\|10 [^|]*$/, "jumps stay");
});

test("the line reaches to where the cost is higher again, and past the learning rate", () => {
  const probes = Array.from({ length: 30 }, (_, k) => (1e-4 * 2 ** k - 1) ** 2);
  near(rangeOf(1, probes, null), 3.5, 2);
  assert.ok(rangeOf(1, probes, 8) >= 10);
  assert.ok(rangeOf(1, probes, 1e6) < 10, "a rate out of all proportion is left out");
  assert.ok(rangeOf(1, Array(30).fill(Number.NaN), 0.5) >= 0.6);
});

test("a line is drawn with its tangent and its marks", () => {
  const ts = Float32Array.from({ length: 5 }, (_, i) => i);
  const line = /** @type {any} */ ({ ts, costs: [4, 1, 0.5, 3, 6], squared: 3 });
  assert.deepEqual(findingsOf(line), {
    here: 4,
    best: { index: 2, t: 2, cost: 0.5 },
    isFlat: false,
    rises: true,
    overshoot: 4,
  });
  assert.equal(costAt(line, 2.5), 1.75);
  assert.equal(costAt(line, 4), 6);
  const [x, curve, tangent, level, rate] = chartData(line, [2.5, 9, null]);
  assert.deepEqual(x, [0, 1, 2, 2.5, 3, 4]);
  assert.deepEqual(curve, [4, 1, 0.5, 1.75, 3, 6]);
  assert.deepEqual(tangent, [4, 1, -2, null, null, null]);
  assert.deepEqual(level, Array(6).fill(4));
  assert.deepEqual(rate, [null, null, null, 1.75, null, null]);
});

test("levels of contours are round, within the range, and not too many", () => {
  for (const [low, high] of [
    [0.031, 9.2],
    [0.9, 0.97],
    [1e-9, 3],
    [2.4, 40_000],
    [0.2, 0.7],
  ]) {
    const levels = levelsOf(low, high);
    assert.ok(levels.length >= 4 && levels.length <= 12, `${levels}`);
    assert.ok(levels.every((level, i) => level > (levels[i - 1] ?? low) && level < high));
    assert.ok(
      levels.every((level) => String(level).length < 8),
      `${levels}`,
    );
  }
  assert.deepEqual(levelsOf(1, 1), []);
});
