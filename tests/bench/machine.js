/** On what all this was measured. */

import { arch, cpus, platform, totalmem } from "node:os";

export function machine() {
  const [first] = cpus();
  return {
    processor: `${first?.model.trim() ?? arch()}, ${cpus().length} cores`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${platform()} ${arch()}`,
    node: process.version,
  };
}
