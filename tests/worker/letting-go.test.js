/** Functions of the page's that come with a call are let go of when it ends, so no port is kept. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { expose, proxy, releaseProxy, wrap } from "comlink";
import { lettingGo } from "../../web/worker/letting-go.js";

/** @param {string} name  of the call @param {boolean} fails */
async function leftAfter(name, fails) {
  const { port1, port2 } = new MessageChannel();
  /** @type {any} */
  let came;
  const answer = lettingGo(async (_name, report) => {
    came = report;
    await report(7);
    if (fails) throw new Error("it failed");
    return "done";
  });
  expose({ query: answer }, port1);
  port1.start();
  const worker = /** @type {any} */ (wrap(port2));
  port2.start();
  /** @type {number[]} */
  const reports = [];
  const asked = worker.query(
    name,
    proxy((/** @type {number} */ value) => reports.push(value)),
  );
  if (fails) await assert.rejects(asked, /it failed/);
  else assert.equal(await asked, "done");
  assert.deepEqual(reports, [7]);
  const again = await new Promise((resolve) => resolve(came(8))).catch(({ message }) => message);
  if (again === 2) came[releaseProxy]();
  worker[releaseProxy]();
  for (const port of [port1, port2]) port.close();
  return { again, reports };
}

for (const fails of [false, true]) {
  test(`after a query that ${fails ? "fails" : "is answered"}`, async () => {
    const { again, reports } = await leftAfter("noise", fails);
    assert.match(String(again), /has been released/);
    assert.deepEqual(reports, [7]);
  });
}

test("but not those that reports go to as long as the worker lives", async () => {
  assert.deepEqual(await leftAfter("open", false), { again: 2, reports: [7, 8] });
});
