/**
 * Digits per second of every contestant, net by net, beside what dense code could reach at most.
 */

import { OURS, PEERS } from "../contestants.js";
import { NETS, trainingFlop } from "../jobs.js";
import { pairedRatio } from "../statistics.js";
import { short, times } from "../table.js";
import { compact, decades, drawing, line, logScale, shape, text, wholeDecades } from "./svg.js";

const WIDTH = 960;
const TOP = 112;
const ROW = 28;
const NAMES = 228;
const GAP = 28;

/** Whom the title speaks of, and what it calls them. */
const COMPARED = [
  [PEERS[0][0], "TensorFlow.js"],
  [PEERS[2][0], "jax-js"],
];

/** The batch of each panel. */
const BATCHES = [32, 32, 128];

/**
 * @param {any} bench  see bench.js
 * @returns {string}
 */
export function speedChart(bench) {
  const panels = NETS.map((net, i) => ({
    net,
    batch: BATCHES[i],
    results: trainingResults(bench, net.name, BATCHES[i]),
    limit: bench.peak.median / trainingFlop(net.layers),
  }));
  const domain = wholeDecades(
    panels.flatMap(({ results, limit }) => [...results.map((r) => r.speed.median), limit]),
  );
  const names = order(panels[0].results);
  const height = TOP + names.length * ROW + 56;
  const width = (WIDTH - NAMES - 16) / panels.length;
  const y = (/** @type {string} */ name) => TOP + (names.indexOf(name) + 0.5) * ROW;

  return drawing(
    { width: WIDTH, height, title: finding(panels[0].results), description: described(panels) },
    [
      text(
        `Digits per second of training, one thread, plain gradient descent on ${bench.digits}; ` +
          "log scale. Bars: slowest to fastest process.",
        { x: 16, y: 52 },
      ),
      ...names.map((name) =>
        text(name, {
          x: NAMES - 16,
          y: y(name) + 4,
          "text-anchor": "end",
          class: kind(name) === "ours" ? "ours" : "",
        }),
      ),
      ...panels.flatMap((panel, i) => {
        const left = NAMES + i * width;
        return drawPanel(panel, domain, [left, left + width - GAP], y, height - 44);
      }),
    ],
  );
}

/** @param {string} name */
const kind = (name) => (name.startsWith("Downhill") ? "ours" : "peer");

/**
 * @param {any} bench
 * @param {string} net
 * @param {number} batch
 * @returns {import("../rounds.js").Result[]}
 */
const trainingResults = (bench, net, batch) =>
  bench.results.filter(
    (/** @type {any} */ r) =>
      r.net === net && r.batch === batch && r.work === "step" && r.optimizer === "sgd",
  );

/**
 * Ours as they are listed, then peers, the fastest first.
 * @param {import("../rounds.js").Result[]} results
 */
function order(results) {
  const [ours, peers] = ["ours", "peer"].map((of) =>
    results.filter((r) => kind(r.contestant) === of),
  );
  peers.sort((a, b) => b.speed.median - a.speed.median);
  return [...ours, ...peers].map(({ contestant }) => contestant);
}

/** What the lesson's panel says, in one line. @param {import("../rounds.js").Result[]} results */
function finding(results) {
  const rates = (/** @type {string} */ name) => results.find((r) => r.contestant === name)?.rates;
  const ours = rates(OURS);
  const against = COMPARED.map(([name, called]) => ({ called, theirs: rates(name) }))
    .filter(({ theirs }) => ours && theirs)
    .map(
      ({ called, theirs }) =>
        `${times(pairedRatio(ours ?? [], theirs ?? []).median)} as fast as ${called}`,
    );
  return against.length
    ? `The lesson’s network trains ${against.join(", ")}`
    : "Training speed, network by network";
}

/** @param {{ net: any, batch: number, results: import("../rounds.js").Result[] }[]} panels */
const described = (panels) =>
  panels
    .map(({ net, batch, results }) => {
      const values = results.map((r) => `${r.contestant} ${short(r.speed.median)}`);
      return `${net.name}, batch ${batch}: ${values.join("; ")}.`;
    })
    .join(" ");

/**
 * @param {{ net: any, batch: number, results: import("../rounds.js").Result[], limit: number }}
 *   panel
 * @param {[number, number]} domain  digits per second, the same in all panels
 * @param {[number, number]} span  left and right, in pixels
 * @param {(name: string) => number} y
 * @param {number} bottom
 */
function drawPanel({ net, batch, results, limit }, domain, span, y, bottom) {
  const x = logScale(domain, span);
  return [
    text(net.name, { x: span[0], y: TOP - 28, class: "head" }),
    text(`batch ${batch}`, { x: span[0] + net.name.length * 8 + 8, y: TOP - 28 }),
    ...decades(domain).flatMap((tick) => [
      line([x(tick), TOP], [x(tick), bottom], "grid"),
      text(compact(tick), {
        x: x(tick),
        y: bottom + 16,
        "text-anchor": "middle",
        class: "small",
      }),
    ]),
    line([x(limit), TOP], [x(limit), bottom], "limit"),
    text(`dense code at this core’s peak: ${short(limit)}`, {
      x: span[1],
      y: TOP - 8,
      "text-anchor": "end",
      class: "small",
    }),
    ...results.flatMap(({ contestant, speed }) => {
      const [at, height] = [x(speed.median), y(contestant)];
      const isRight = at > (span[0] + span[1]) / 2;
      return [
        line([x(speed.low), height], [x(speed.high), height], `spread ${kind(contestant)}`),
        shape("circle", { cx: at, cy: height, r: 4.5, class: kind(contestant) }),
        text(short(speed.median), {
          x: at + (isRight ? -10 : 10),
          y: height + 4,
          "text-anchor": isRight ? "end" : "start",
          class: kind(contestant) === "ours" ? "ours" : "",
        }),
      ];
    }),
  ];
}
