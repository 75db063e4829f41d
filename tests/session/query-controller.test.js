/** QueryController: when it asks, what it makes of answers and failures, and what it tells. */
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { Store } from "../../web/model/store.js";
import { QueryController } from "../../web/ui/query-controller.js";

/** @type {Set<(entries: any[]) => void>} observers, which a test tells what is in sight */
const observers = new Set();

Object.assign(globalThis, {
  IntersectionObserver: class {
    /** @param {(entries: any[]) => void} callback */
    constructor(callback) {
      this.callback = callback;
    }
    observe() {
      observers.add(this.callback);
    }
    disconnect() {
      observers.delete(this.callback);
    }
  },
});

/** @param {boolean} isIntersecting */
function look(isIntersecting) {
  for (const callback of observers) callback([{ isIntersecting }]);
}

/** A host as Lit's: it connects, updates and disconnects its controllers. */
class Host extends EventTarget {
  /** @type {any[]} */
  controllers = [];
  updates = 0;

  /** @param {any} controller */
  addController(controller) {
    this.controllers.push(controller);
  }

  requestUpdate() {
    this.updates++;
  }

  /** @param {"hostConnected" | "hostUpdated" | "hostDisconnected"} name */
  tell(name) {
    for (const controller of this.controllers) controller[name]?.();
  }
}

/** @type {{ unhandled: unknown[] }} */
const seen = { unhandled: [] };
process.on("unhandledRejection", (reason) => seen.unhandled.push(reason));

const READY = {
  status: "ready",
  network: /** @type {{ layers: number[] } | null} */ ({ layers: [784, 10] }),
  phase: "paused",
  generation: 1,
  version: 1,
  data: { generation: 1 },
  question: /** @type {string | null} */ ("one"),
};

/**
 * A host with one query, whose answers the test gives.
 * @param {Partial<typeof READY>} [state] @param {object} [options]
 */
function made(state = {}, options = {}) {
  const session = new Store({ ...READY, ...state }, (work) => setImmediate(work));
  const host = new Host();
  /** @type {{ resolve: (answer: string) => void, reject: (e: unknown) => void, at: number }[]} */
  const asked = [];
  /** @type {string[]} */
  const statuses = [];
  host.addEventListener("query-status", (event) =>
    statuses.push(/** @type {CustomEvent} */ (event).detail.status),
  );
  /** @type {QueryController<string>} */
  const query = new QueryController(/** @type {any} */ (host), {
    session: () => /** @type {any} */ (session),
    key: (/** @type {any} */ { question, version }) => question && `${question} ${version}`,
    ask: () =>
      new Promise((resolve, reject) => asked.push({ resolve, reject, at: performance.now() })),
    ...options,
  });
  host.tell("hostConnected");
  look(true);
  return { session, host, asked, statuses, query };
}

/** Lets everything that is due happen. */
const settle = async () => {
  for (let i = 0; i < 3; i++) await new Promise((resolve) => setImmediate(resolve));
};

afterEach(async () => {
  await settle();
  observers.clear();
  assert.deepEqual(seen.unhandled, []);
});

test("asks once for each key, and keeps the last answer while the next is pending", async () => {
  const { session, asked, query, statuses } = made();
  assert.equal(asked.length, 1);
  assert.equal(query.status, "pending");
  asked[0].resolve("first");
  await settle();
  assert.deepEqual([query.status, query.answer, query.isCurrent], ["done", "first", true]);
  session.update({});
  await settle();
  assert.equal(asked.length, 1);
  session.update({ version: 2 });
  await settle();
  assert.equal(asked.length, 2);
  assert.deepEqual([query.status, query.answer, query.isCurrent], ["pending", "first", false]);
  asked[1].resolve("second");
  await settle();
  assert.deepEqual(statuses, ["pending", "done", "pending", "done"]);
});

test("asks one question at a time, and then only the newest", async () => {
  const { session, asked, query } = made();
  for (const question of ["two", "three"]) {
    session.update({ question });
    await settle();
  }
  assert.equal(asked.length, 1);
  asked[0].resolve("one");
  await settle();
  assert.equal(asked.length, 2);
  asked[1].resolve("three");
  await settle();
  assert.deepEqual([query.answeredKey, query.answer], ["three 1", "three"]);
});

test("a question that was given up is no failure: what is wanted by now is asked", async () => {
  const { session, asked, query, statuses } = made();
  session.update({ question: "two" });
  await settle();
  asked[0].reject(new DOMException("Given up.", "AbortError"));
  await settle();
  assert.equal(asked.length, 2);
  asked[1].reject(new DOMException("Given up.", "AbortError"));
  await settle();
  assert.equal(asked.length, 3);
  asked[2].resolve("two");
  await settle();
  assert.deepEqual([query.answeredKey, query.answer, query.error], ["two 1", "two", null]);
  assert.ok(!statuses.includes("failed"));
});

test("asks only when the page is ready and there is a network", async () => {
  const { session, asked } = made({ status: "loading", network: null });
  session.update({ network: READY.network });
  await settle();
  assert.equal(asked.length, 0);
  session.update({ status: "ready", network: null });
  await settle();
  assert.equal(asked.length, 0);
  session.update({ network: READY.network });
  await settle();
  assert.equal(asked.length, 1);
  asked[0].resolve("answer");
});

test("asks only in sight, and only when there is something to ask", async () => {
  const { session, asked, query } = made({ question: null });
  assert.equal(asked.length, 0);
  look(false);
  session.update({ question: "one" });
  await settle();
  assert.equal(asked.length, 0);
  look(true);
  assert.equal(asked.length, 1);
  asked[0].resolve("answer");
  await settle();
  session.update({ question: null });
  await settle();
  assert.deepEqual([query.status, query.answer, query.answeredKey], ["idle", null, null]);
});

test("a failure is told and waits for another key or for retry", async () => {
  const { session, asked, query, host } = made();
  /** @type {any} */
  let detail;
  host.addEventListener("query-status", (event) => {
    detail = /** @type {CustomEvent} */ (event).detail;
  });
  asked[0].reject(new Error("no such digit"));
  await settle();
  assert.deepEqual([query.status, query.error?.message], ["failed", "no such digit"]);
  assert.deepEqual([detail.status, detail.error.message], ["failed", "no such digit"]);
  session.update({});
  await settle();
  assert.equal(asked.length, 1);
  detail.retry();
  assert.equal(asked.length, 2);
  assert.deepEqual([query.status, query.error], ["pending", null]);
  asked[1].reject("text");
  await settle();
  assert.equal(query.error?.message, "text");
  session.update({ question: "two" });
  await settle();
  assert.equal(asked.length, 3);
  asked[2].resolve("answer");
  await settle();
  assert.deepEqual([query.status, query.error], ["done", null]);
});

for (const change of [{ generation: 2 }, { version: 2 }, { data: { generation: 2 } }]) {
  test(`a failure is not told when ${Object.keys(change)} changed meanwhile`, async () => {
    const { session, asked, query, statuses } = made();
    session.update(change);
    asked[0].reject(new Error("the network was freed"));
    await settle();
    assert.equal(asked.length, 2);
    asked[1].resolve("answer");
    await settle();
    assert.equal(query.answer, "answer");
    assert.equal(statuses.includes("failed"), false);
  });
}

test("what fails again and again is told although the network changes each time", async () => {
  const { session, asked, query } = made();
  for (let version = 2; version < 5; version++) {
    session.update({ version });
    asked[asked.length - 1].reject(new Error("out of memory"));
    await settle();
  }
  assert.deepEqual([query.status, query.error?.message], ["failed", "out of memory"]);
  assert.equal(asked.length, 4);
  asked[3].resolve("answer");
  await settle();
  assert.equal(query.status, "done");
});

test("a failure whose network goes away later is asked again", async () => {
  const { session, asked, query } = made({}, { key: () => "always the same" });
  asked[0].reject(new Error("the network was freed"));
  await settle();
  assert.equal(query.status, "failed");
  session.update({ generation: 2 });
  await settle();
  assert.equal(asked.length, 2);
  asked[1].resolve("answer");
  await settle();
  assert.equal(query.answer, "answer");
});

for (const change of [{ generation: 2 }, { data: { generation: 2 } }]) {
  test(`an answer is dropped when ${Object.keys(change)} changed meanwhile`, async () => {
    const { session, asked, query } = made();
    session.update(change);
    asked[0].resolve("of the network before");
    await settle();
    assert.deepEqual([asked.length, query.answer], [2, null]);
    asked[1].resolve("answer");
    await settle();
    assert.equal(query.answer, "answer");
  });
}

test("while the network is trained there is a pause after each answer", async () => {
  const pause = 40;
  const { session, asked } = made({ phase: "running" }, { pause });
  for (let version = 2; version < 5; version++) {
    const { length } = asked;
    session.update({ version });
    const answered = performance.now();
    asked[length - 1].resolve("answer");
    while (asked.length === length) await new Promise((resolve) => setTimeout(resolve, 1));
    const waited = asked[length].at - answered;
    assert.ok(waited >= pause, `asked again after ${waited} ms`);
  }
  asked[asked.length - 1].resolve("answer");
});

test("an answer that comes after the host has left the page is dropped", async () => {
  const { host, asked, query } = made();
  host.tell("hostDisconnected");
  asked[0].resolve("late");
  await settle();
  assert.deepEqual([asked.length, query.answer], [1, null]);
  host.tell("hostConnected");
  look(true);
  assert.equal(asked.length, 2);
  host.tell("hostDisconnected");
  asked[1].reject(new Error("late"));
  await settle();
  assert.equal(query.error, null);
});

test("nothing rejects, whatever is thrown where", async () => {
  const broken = made(
    {},
    {
      done: () => {
        throw new Error("done");
      },
    },
  );
  broken.asked[0].resolve("answer");
  await settle();
  assert.equal(broken.query.error?.message, "done");
  let calls = 0;
  const { asked, query } = made(
    {},
    {
      key: () => {
        if (calls++) throw new Error("key");
        return "key";
      },
    },
  );
  asked[0].resolve("answer");
  await settle();
  assert.equal(query.error?.message, "key");
});

test("done hears every answer", async () => {
  /** @type {string[]} */
  const answers = [];
  const { session, asked } = made(
    {},
    { done: (/** @type {string} */ answer) => answers.push(answer) },
  );
  asked[0].resolve("a");
  await settle();
  session.update({ version: 2 });
  await settle();
  asked[1].resolve("b");
  await settle();
  assert.deepEqual(answers, ["a", "b"]);
});

/** An `ask` that rejects once its signal is aborted. */
function abortable() {
  /** @type {{ resolve: (answer: string) => void, signal: AbortSignal }[]} */
  const asked = [];
  const ask = (/** @type {unknown} */ _, /** @type {AbortSignal} */ signal) =>
    new Promise((resolve, reject) => {
      asked.push({ resolve, signal });
      signal.addEventListener("abort", () => reject(signal.reason));
    });
  return { ask, asked };
}

for (const change of [{ generation: 2 }, { data: { generation: 2 } }]) {
  test(`the signal gives a question up when ${Object.keys(change)} changed`, async () => {
    const { ask, asked } = abortable();
    const { session, query, statuses } = made({}, { ask });
    session.update({ version: 2 });
    await settle();
    assert.deepEqual([asked.length, asked[0].signal.aborted], [1, false]);
    session.update(change);
    await settle();
    assert.deepEqual([asked.length, asked[0].signal.aborted], [2, true]);
    asked[1].resolve("answer");
    await settle();
    assert.deepEqual([query.answer, statuses.includes("failed")], ["answer", false]);
  });
}

test("another subject replaces the pending question at once, also in training", async () => {
  const { ask, asked } = abortable();
  let subject = "a";
  const { session, query } = made(
    { phase: "running" },
    { ask, subject: () => subject, key: () => subject, pause: 60_000 },
  );
  subject = "b";
  session.update({ version: 2 });
  await settle();
  assert.deepEqual([asked.length, asked[0].signal.aborted], [2, true]);
  asked[1].resolve("about b");
  await settle();
  assert.deepEqual([query.answer, query.answeredKey], ["about b", "b"]);
});

test("the signal gives a question up when the host leaves the page", async () => {
  const { ask, asked } = abortable();
  const { host, query } = made({}, { ask });
  host.tell("hostDisconnected");
  await settle();
  assert.deepEqual([asked.length, asked[0].signal.aborted, query.error], [1, true, null]);
});
