// node tests/package/first-prediction.js: from the package's import to its first prediction, in
// fresh processes.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { installed } from "./packed.js";

const PROCESSES = 15;
const PROGRAM = `
  const start = performance.now();
  const { loadEngine } = await import("downhill");
  const { lesson } = await import("downhill/models");
  const engine = await loadEngine();
  engine.load(await lesson()).predict(engine.ink([[[10, 5], [12, 60]]]));
  console.log(performance.now() - start);`;

/**
 * @returns {{ times: number[], processes: number, size: number }} least, median and most of the
 *   milliseconds that the processes took; bytes of the package
 */
export function firstPrediction() {
  const app = installed();
  const times = Array.from({ length: PROCESSES }, () =>
    Number(
      execFileSync(process.execPath, ["--input-type=module", "--eval", PROGRAM], {
        cwd: app.folder,
      }),
    ),
  ).sort((a, b) => a - b);
  app.remove();
  const picked = [0, (PROCESSES - 1) / 2, PROCESSES - 1].map((i) => times[i]);
  return { times: picked, processes: PROCESSES, size: app.packed.size };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { times, processes, size } = firstPrediction();
  const [least, median, most] = times.map((time) => time.toFixed(0));
  const spread = `[${least}..${most}]`;
  console.log(`import to first prediction: ${median} ms ${spread}, ${processes} processes`);
  console.log(`the package: ${(size / 1000).toFixed(1)} kB`);
}
