/**
 * How the page begins: with the network that this tab had before a reload, with the one that a link
 * asks for, or with the lesson's.
 *
 * @typedef {import("./session.js").Session} Session
 * @typedef {import("./link.js").Asked} Asked
 * @typedef {import("./state.js").State} State
 * @typedef {import("./address.js").Unfinished} Unfinished
 */

import { placeFor } from "../common/labs.js";
import { hasWork, nameOf, REASONS, stepsOf } from "../common/provenance.js";
import { OPENING } from "../common/starts.js";
import * as texts from "../texts/en/model.js";
import { ConnectionClosed } from "./connection.js";
import { linkOf, readLink, withLab } from "./link.js";

/** Loading takes a second or two; after that long something is wrong. */
const LONG_MS = 15_000;

/** What the address and a link's promise depend on. */
const FOLLOWED = /** @type {const} */ ([
  "provenance",
  "settings",
  "fingerprint",
  "phase",
  "replaying",
  "data",
]);

export class Opening {
  /** Id under which this tab saves its network. */
  id = "";
  /** @type {Asked | null} what a link promised and is not made yet */ #promised = null;
  /** It was promised by the visitor's own address, of a network that was not kept. */
  #isOwn = false;
  /** The address as it is. */ #written = "";
  /** What it says of training. @type {Unfinished} */ #training = "";
  /** @type {string | null} id of the saved network that the history has with it */ #saved = null;
  #stop = () => {};
  /** Id of the tab that this one was duplicated from, or "". */ #copied = "";
  /** That the worker was told last. */ #sentSpeed = "";
  /**
   * The network that the notice about a link is about.
   * @type {Pick<State, "generation" | "provenance"> | null}
   */
  #saidOf = null;
  /** Whether the present place was come to by Back or Forward. */
  isReturning = false;
  /** Address of the slower engine, on a machine without vectors; else "". */
  scalarEngine = "";

  /** @param {Session} session */
  constructor(session) {
    this.session = session;
  }

  async open() {
    const { session } = this;
    const { address } = session.environment;
    const asked = readLink(address.hash());
    const settings = { ...session.state.settings, ...asked.page };
    session.update({ lab: placeFor(asked.lab, settings.labs), settings });
    const last = address.savedId();
    const unfinished = last === null ? "" : address.unfinished(last);
    session.digits.open(last !== null, asked);
    this.#written = address.hash().replace(/^#/, "");
    const isMine = last !== null && (this.id === last || (await address.claim(last)));
    // A tab that was duplicated has the history of the other one.
    this.#copied = isMine || last === null ? this.#copied : last;
    this.id = isMine ? last : this.id || (await this.#newId());
    this.#write(this.#written, last, unfinished);
    const cancel = this.#afterLong();
    try {
      await this.connect();
      this.#isOwn = last !== null;
      if (!(last && (await this.#restored(last)))) await this.#follow(asked);
    } catch (error) {
      return session.recovery.failedToStart(error);
    } finally {
      cancel();
    }
    if (last !== null && session.state.shown.kind === "nothing") {
      session.draw(session.environment.keptDrawing?.() ?? []);
    }
    session.update({ status: "ready" });
    session.connection.watch();
    session.act(this.sendSpeed());
    this.#stop();
    this.#stop = session.subscribe((state, before) => {
      if (FOLLOWED.some((key) => state[key] !== before[key])) this.#painted();
      this.#dismissOfOther(state);
    });
    this.#painted();
    this.#goOn(unfinished);
  }

  /** Tells the worker how fast to train, unless it knows. */
  async sendSpeed() {
    const { speed } = this.session.state.settings;
    if (speed === this.#sentSpeed) return;
    this.#sentSpeed = speed;
    await this.session.connection.command("pace", speed);
  }

  /** Starts a worker. */
  async connect() {
    const { session } = this;
    const { proxy, dataFolder } = session.environment;
    const { revision, generation, version, data, settings } = session.state;
    const since = { revision, generation, version, data: data.generation };
    session.connection.restart();
    this.#sentSpeed = settings.speed;
    const { value } = await session.connection.command(
      "open",
      { id: this.id, data: dataFolder, speed: settings.speed, since },
      proxy((/** @type {any} */ report) => session.onReport(report)),
    );
    if (value.scalarEngine && !this.scalarEngine) session.say(texts.slowEngine, { key: "slow" });
    this.scalarEngine = value.scalarEngine;
  }

  /**
   * Writes what is on the page into the address, where a reload finds it.
   * @returns {boolean} false: there is no network yet, or the address still says what to train
   */
  writeAddress() {
    const { session } = this;
    const { provenance, settings, fingerprint, status, replaying, lab } = session.state;
    if (status !== "ready" || !provenance || replaying) return false;
    const { hash } = linkOf({ provenance, settings, fingerprint, lab });
    const isWritten = this.#saved === this.id && this.#training === this.#unfinished;
    if (hash !== this.#written || !isWritten) this.#write(hash, this.id);
    return true;
  }

  /** Opens a lab, or the playground, as a new place in the history. @param {string} lab */
  goTo(lab) {
    const { address } = this.session.environment;
    if (lab !== this.session.state.lab) address.go(withLab(this.#written, lab));
    this.isReturning = false;
    this.#arriveAt(lab);
  }

  /**
   * Follows the address after Back, Forward or a link to a lab; one that a visitor has written may
   * name settings of the page, too.
   * @returns {boolean} false: it is about another network, and the page must be loaded again
   */
  followAddress() {
    const { address } = this.session.environment;
    const { isLink, lab, page, strange, data } = readLink(address.hash());
    const isOwn = address.isOwn([this.id, this.#copied]);
    if (isLink && !isOwn) return false;
    this.isReturning = true;
    if (!isOwn) {
      this.#setPage(page);
      this.session.digits.follow(data);
      if (strange.length) this.#say(texts.leftOut(strange));
    }
    this.#arriveAt(lab);
    return true;
  }

  /* ---- inside ---- */

  /** @param {Asked["page"]} settings */
  #setPage(settings) {
    const { session } = this;
    for (const [key, value] of Object.entries(settings)) {
      session.act(
        session.set(/** @type {keyof Asked["page"]} */ (key), /** @type {any} */ (value)),
      );
    }
  }

  /** @param {string} asked  a lab */
  #arriveAt(asked) {
    const lab = placeFor(asked, this.session.state.settings.labs);
    this.session.update({ lab });
    // What is there may be of an earlier state of the network, or of none.
    this.#write(withLab(this.#written, lab), this.#saved);
    this.writeAddress();
  }

  /** @param {string} hash @param {string | null} id @param {Unfinished} [training] */
  #write(hash, id, training = this.#unfinished) {
    this.#written = hash;
    this.#saved = id;
    this.#training = training;
    this.session.environment.address.write(hash, id, this.id, training);
  }

  /** @returns {Unfinished} a replay is begun again by its address */
  get #unfinished() {
    const { phase, replaying } = this.session.state;
    return !replaying && (phase === "waiting" || phase === "running") ? phase : "";
  }

  /**
   * What waited for its digits at a reload goes on; for what was interrupted there is a button.
   * @param {Unfinished} unfinished
   */
  #goOn(unfinished) {
    const { session } = this;
    if (!unfinished || session.isBusy) return;
    const run = () => session.act(session.run());
    if (unfinished === "waiting") return run();
    const button = { button: texts.continueTraining, act: run };
    session.say(texts.interrupted, { key: "interrupted", stays: true, ...button });
  }

  /** Says so when opening takes long. @returns {() => void} to be called once it is open */
  #afterLong() {
    const { session } = this;
    const timer = setTimeout(() => {
      session.say(texts.engineSlow, {
        key: "opening",
        stays: true,
        button: texts.stopWaiting,
        act: () => session.connection.stop(new Error(texts.hostSilent)),
      });
    }, LONG_MS);
    return () => {
      clearTimeout(timer);
      session.dismiss("opening");
    };
  }

  async #newId() {
    const id = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
    await this.session.environment.address.claim(id);
    return id;
  }

  /** The network that this tab had. @param {string} id */
  async #restored(id) {
    try {
      return await this.session.command("restore", id);
    } catch (error) {
      this.session.say(error.message, { key: "restore", stays: true });
      return false;
    }
  }

  /** @param {Asked} asked */
  async #follow(asked) {
    const { session } = this;
    try {
      const { start, settings, replay } = asked;
      const model = asked.weights
        ? await (await import("./pack.js")).unpacked(asked.weights)
        : null;
      await session.command("start", { start, settings, replay, model });
      if (asked.print || asked.replay.length) this.#promised = asked;
      this.#sayWhatIsOther(asked);
    } catch (error) {
      await this.#instead(asked, error);
    }
    if (!asked.isLink) await this.#offerSaved();
  }

  /** @param {Asked} asked */
  #sayWhatIsOther({ why, damage, strange, replay }) {
    const { session } = this;
    const { provenance } = session.state;
    if (damage && provenance) {
      const words = damage === "changed" ? texts.linkChanged : texts.linkNotRead;
      const instead = texts.networkOf(nameOf(provenance), amountOf(replay));
      this.#say(words(strange, instead), {
        button: texts.loadLesson,
        act: () => session.act(session.begin(OPENING)),
      });
    } else if (why) {
      this.#say(this.#isOwn ? texts.madeAgain(REASONS[why], false) : inexact(why));
    } else if (strange.length) {
      this.#say(texts.leftOut(strange));
    }
  }

  /**
   * What a link does not make; it is true of the network that the link has opened.
   * @param {string} text @param {Omit<Partial<import("./state.js").Notice>, "id" | "text">} [more]
   */
  #say(text, more) {
    const { generation, provenance } = this.session.state;
    this.#saidOf = { generation, provenance };
    this.session.say(text, { key: "link", stays: true, ...more });
  }

  /**
   * What was said of a link was said of its network; an engine that was restarted has it again.
   * @param {State} state
   */
  #dismissOfOther({ generation, provenance }) {
    const said = this.#saidOf;
    if (!said) return;
    const isOther =
      said.generation !== generation &&
      JSON.stringify(said.provenance) !== JSON.stringify(provenance);
    if (isOther) this.session.dismiss("link");
    this.#saidOf = isOther ? null : { generation, provenance };
  }

  /**
   * A random network, where the one asked for cannot be had.
   * @param {Asked} asked
   * @param {Error} error
   */
  async #instead({ settings }, error) {
    const start = /** @type {const} */ ({ kind: "random", seed: settings.seed });
    await this.session.command("start", { start, settings, replay: [], model: null });
    this.#say(texts.randomInstead(error.message));
  }

  /** Offers the newest network of earlier visits and closed tabs. */
  async #offerSaved() {
    const { session } = this;
    const claimed = await session.environment.address.claimed();
    const saved = await session.command("saved").catch((error) => {
      if (error instanceof ConnectionClosed) throw error;
      return [];
    });
    const newest = saved.find(
      ({ id, provenance }) => id !== this.id && !claimed.has(id) && hasWork(provenance),
    );
    if (!newest) return;
    const steps = stepsOf(newest.provenance);
    session.say(texts.lastIsSaved(nameOf(newest.provenance), steps), {
      key: "saved",
      stays: true,
      button: texts.openIt,
      act: () => session.act(session.openSaved(newest.id)),
    });
  }

  /**
   * After every painting: the address follows the network while nothing runs, and a link's promise
   * is looked at.
   */
  #painted() {
    if (this.session.state.phase === "running") {
      if (this.#training !== this.#unfinished) this.#write(this.#written, this.#saved);
    } else if (this.writeAddress()) this.#checkPromise();
  }

  #checkPromise() {
    const asked = this.#promised;
    const { session } = this;
    const { fingerprint, data, steps } = session.state;
    if (!asked) return;
    this.#promised = null;
    const isWhole = steps === amountOf(asked.replay);
    if (!isWhole || !asked.print) return;
    const isSame = fingerprint.startsWith(asked.print);
    // That it was changed on its way has been said.
    if (asked.damage) return isSame ? this.#say(texts.changedButSame) : undefined;
    if (isSame) return;
    const isOther = asked.data && asked.data !== data.kind;
    const why = isOther
      ? texts.trainedOnOthers(asked.data === "mnist", data.name)
      : texts.otherVersion(this.#isOwn);
    this.#say(this.#isOwn ? texts.madeAgain(why, true) : texts.notTheSame(why));
  }
}

/** @param {keyof typeof REASONS} why */
function inexact(why) {
  /** @type {Partial<typeof REASONS>} */
  const forOthers = texts.whyForOthers;
  return texts.similar(forOthers[why] ?? REASONS[why]);
}

/** Steps that a replay takes. @param {import("../common/provenance.js").Entry[]} replay */
function amountOf(replay) {
  return stepsOf({ start: { kind: "random" }, done: replay });
}
