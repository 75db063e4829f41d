// make noise's figures as tables.

import { noiseKinds, teaching } from "../../wasm/engine.js";
import { markdownTable } from "../measured.js";
import { attacks, images, limits, subjects } from "./measure.js";

/**
 * @typedef {import("./measure.js").Finding} Finding
 * @typedef {object} Found what build/noise.json holds
 * @property {string} data
 * @property {Record<string, number>} [speed] milliseconds, by kind
 * @property {{ fingerprint: string, findings: Finding[] }} [pretrained]
 * @property {Partial<Record<keyof typeof subjects, Finding[]>>} trained
 */

/** @param {number} share in per cent */
const percent = (share) => (100 * share).toFixed(share > 0 && share < 0.001 ? 2 : 1);

/** "mean (least–most)" @param {number[]} values @param {(value: number) => string} [show] */
function spread(values, show = percent) {
  const mean = show(values.reduce((sum, value) => sum + value, 0) / values.length);
  const [least, most] = [show(Math.min(...values)), show(Math.max(...values))];
  return least === most ? mean : `${mean} (${least}–${most})`;
}

/** @param {Finding[]} findings */
const seedsOf = (findings) => `seeds ${findings.map(({ seed }) => seed).join(", ")}`;

/** @param {Record<string, number>} speed */
function speedTable(speed) {
  const rows = noiseKinds.map((kind) => [kind, speed[kind].toFixed(0)]);
  const head = ["kind", "ms"];
  const call = `net.census({ kind, seed: 1, count: 500, from: 0, 500, …, images: test })`;
  const title = `${images} images made, read by 784-16-16-10 and tallied`;
  return `${title}, each 500 at their best of ten: \`${call}\`\n\n${markdownTable(head, rows)}`;
}

/** @param {string} title @param {Finding[]} findings */
function confidenceTable(title, findings) {
  const rows = noiseKinds.map((kind) => [
    kind,
    ...limits.map((_, l) => spread(findings.map(({ shares }) => shares?.[kind][l] ?? 0))),
  ]);
  const head = ["kind", ...limits.map((limit) => `% above ${limit}`)];
  return `${title}, ${seedsOf(findings)}\n\n${markdownTable(head, rows)}`;
}

/**
 * What noise `name` was taught, and what that cost.
 * @param {Found} found
 * @param {"video" | "tweaked"} name
 */
function teachingLine(found, name) {
  const [before, after] = [found.trained[name], found.trained[`${name}, taught`]];
  if (!before || !after) return [];
  const pairs = after.flatMap((now) => {
    const was = before.find(({ seed }) => seed === now.seed);
    return was ? [[was.accuracy, now.accuracy]] : [];
  });
  const worst = noiseKinds.map((kind) =>
    Math.max(...after.map(({ shares }) => shares?.[kind][0] ?? 1)),
  );
  const met = noiseKinds.map((kind) => kind in teaching.noiseKinds);
  const most = (/** @type {boolean} */ taught) =>
    percent(Math.max(...worst.filter((_, k) => met[k] === taught)));
  return [
    [
      `\`recipes.${name}\`, ${after.length} seeds`,
      `${percent(subjects[`${name}, taught`].lessons.noise)}%`,
      spread(pairs.map(([was]) => was)),
      spread(pairs.map(([, now]) => now)),
      spread(pairs.map(([was, now]) => was - now)),
      most(true),
      most(false),
    ],
  ];
}

/** @param {Found} found */
function teachingTable(found) {
  const rows = [...teachingLine(found, "video"), ...teachingLine(found, "tweaked")];
  if (!rows.length) return "";
  const head = [
    "taught",
    "noise in a batch",
    "% read before",
    "after",
    "points lost",
    "most above 0.5, taught kinds",
    "never met kinds",
  ];
  const mixture = Object.entries(teaching.noiseKinds).map(([kind, times]) => `${times} ${kind}`);
  const others = noiseKinds.length - mixture.length;
  const title = `Taught with noise, ${mixture.join(" to ")}; the other ${others} kinds never met`;
  return `${title}\n\n${markdownTable(head, rows)}`;
}

/** @param {Found} found */
function attackTable(found) {
  const rows = Object.entries(found.trained).flatMap(([name, findings]) => {
    const standing = findings.flatMap(({ under }) => (under ? [under] : []));
    if (!standing.length) return [];
    const layers = subjects[/** @type {keyof typeof subjects} */ (name)].recipe.network.layers;
    return [
      [
        `\`${name}\`, ${layers?.join("-")}`,
        String(standing.length),
        spread(findings.map(({ accuracy }) => accuracy)),
        .../** @type {const} */ (["random", "fgsm", "pgd"]).map((method) =>
          spread(standing.map((each) => each[method])),
        ),
        spread(
          findings.map(({ seconds }) => seconds ?? 0),
          (s) => s.toFixed(0),
        ),
      ],
    ];
  });
  if (!rows.length) return "";
  const { count, epsilon, steps } = attacks;
  const head = ["network", "seeds", "% read", "random ±ε", "FGSM", `PGD-${steps}`, "CPU seconds"];
  const options = `method, seed: 1, count: ${count}, epsilon: ${epsilon}, steps: ${steps}`;
  const call = `net.robustness(test, { ${options} })`;
  return `Read at ε = ${epsilon}: \`${call}\`\n\n${markdownTable(head, rows)}`;
}

/** Everything, for the terminal. @param {Found} found */
export function allTables(found) {
  const { pretrained } = found;
  const confidences = Object.entries(found.trained).map(([name, findings]) =>
    confidenceTable(
      `${name}: ${spread(findings.map(({ accuracy }) => accuracy))}% read`,
      findings ?? [],
    ),
  );
  return [
    `${found.data}. Mean (least–most) over seeds.`,
    found.speed ? speedTable(found.speed) : "",
    pretrained
      ? confidenceTable(
          `The page's network ${pretrained.fingerprint}, ` +
            `${percent(pretrained.findings[0].accuracy)}% read; noise of other seeds`,
          pretrained.findings,
        )
      : "",
    ...confidences,
    teachingTable(found),
    attackTable(found),
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** Shares above 0.9 of every network, a row a kind. @param {Found} found */
function overview(found) {
  const columns = Object.entries(found.trained).filter(([name]) => name !== "hardened");
  const head = ["% above 0.9", ...columns.map(([name]) => `\`${name}\``)];
  const rows = noiseKinds.map((kind) => [
    kind,
    ...columns.map(([, findings]) => spread(findings.map(({ shares }) => shares?.[kind][1] ?? 0))),
  ]);
  if (found.pretrained) {
    head.splice(1, 0, "the page's");
    const { findings } = found.pretrained;
    rows.forEach((row, k) => {
      const shares = findings.map(({ shares }) => shares?.[noiseKinds[k]][1] ?? 0);
      row.splice(1, 0, spread(shares));
    });
  }
  return markdownTable(head, rows);
}

/** The few for docs/noise.md. @param {Found} found */
export function pageTables(found) {
  return [overview(found), teachingTable(found), attackTable(found)].filter(Boolean).join("\n\n");
}
