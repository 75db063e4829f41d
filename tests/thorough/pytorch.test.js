/** A network that PyTorch trains and writes is read here as PyTorch reads. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { dataFolder } from "../../tools/mnist.js";
import { withoutMnist } from "../support/mnist.js";

const main = fileURLToPath(new URL("../../cli/main.js", import.meta.url));
const program = fileURLToPath(new URL("../../examples/train.py", import.meta.url));
/** Debian's, where another python3 comes first. */
const python = ["python3", "/usr/bin/python3"].find(
  (each) => spawnSync(each, ["-c", "import torch"]).status === 0,
);
const mnist = process.env.MNIST_DIR || dataFolder;

const folder = mkdtempSync(join(tmpdir(), "downhill-pytorch-"));
after(() => rmSync(folder, { recursive: true }));

test("the example for PyTorch is read to the digit", {
  skip: withoutMnist || (!python && "there is no python3 with PyTorch"),
}, () => {
  const said = execFileSync(String(python), [program, mnist], { cwd: folder, encoding: "utf8" });
  const [, theirs] = /^(\d+\.\d\d)% of the test digits read$/m.exec(said) ?? [];
  assert.ok(Number(theirs) > 90, said);
  const args = [main, "evaluate", "--json", join(folder, "pytorch.onnx")];
  const env = { ...process.env, MNIST_DIR: mnist };
  const record = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8", env }));
  assert.equal(record.data, "MNIST");
  // One digit of ten thousand may lie between two answers.
  assert.ok(Math.abs(100 * record.accuracy - Number(theirs)) < 0.015, `${record.accuracy}`);
});
