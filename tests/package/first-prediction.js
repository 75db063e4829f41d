// node tests/package/first-prediction.js: from the package's import to its first prediction, in
// fresh processes.
import { execFileSync } from "node:child_process";
import { installed } from "./packed.js";

const PROCESSES = 15;
const PROGRAM = `
  const start = performance.now();
  const { loadEngine } = await import("downhill");
  const { lesson } = await import("downhill/models");
  const engine = await loadEngine();
  engine.load(await lesson()).predict(engine.ink([[[10, 5], [12, 60]]]));
  console.log(performance.now() - start);`;

const app = installed();
const times = Array.from({ length: PROCESSES }, () =>
  Number(
    execFileSync(process.execPath, ["--input-type=module", "--eval", PROGRAM], {
      cwd: app.folder,
    }),
  ),
).sort((a, b) => a - b);
app.remove();
const [least, median, most] = [0, (PROCESSES - 1) / 2, PROCESSES - 1].map((i) =>
  times[i].toFixed(0),
);
console.log(`import to first prediction: ${median} ms [${least}..${most}], ${PROCESSES} processes`);
console.log(`the package: ${(app.packed.size / 1000).toFixed(1)} kB`);
