/** A contestant in a process of its own: its own heap, its own compiled code. Talks over IPC. */

import { desk } from "../contestants/desk.js";
import { readDigits } from "./files.js";

const [module, build] = process.argv.slice(2);
const { create } = await import(`../contestants/${module}.js`);
const { version, answer } = desk(await create(readDigits(), build));

process.on("message", async (/** @type {{ id: number, request: any }} */ { id, request }) => {
  try {
    process.send?.({ id, result: await answer(request) });
  } catch (error) {
    process.send?.({ id, error: String(error.stack ?? error) });
  }
});
process.on("disconnect", () => process.exit());
process.send?.({ id: 0, result: version });
