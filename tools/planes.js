/**
 * The package's models, packed as the built page packs its own:
 *
 *   node tools/planes.js MODEL OUT
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { toPlanes } from "../wasm/byte-planes.js";

const [model, out] = process.argv.slice(2);
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, toPlanes(readFileSync(model)));
