/**
 * The dialog "Your data": files are chosen or dropped, shown with their labels and with what may be
 * wrong, mended, and then used. Those that were used are kept in the browser.
 *
 * @typedef {import("../worker/own-data-protocol.js").Draft} Draft
 * @typedef {import("../common/own-data/read.js").Chosen} Chosen
 */
import { html, nothing } from "lit";
import { OwnFiles } from "../model/own-files.js";
import * as texts from "../texts/en/own-data.js";
import { notLoaded } from "../texts/en/shell.js";
import { icons } from "../ui/icons.js";
import { Part } from "../ui/part.js";
import { chosenFiles, filesIn } from "./chosen-files.js";
import "./kept-data.js";
import "./own-data-preview.js";
import "./own-data.css";

class OwnDataDialog extends Part {
  static properties = {
    phase: { state: true },
    progress: { state: true },
    error: { state: true },
    draft: { state: true },
    isAside: { state: true },
  };

  #files = new OwnFiles(this.session.environment);
  /** What becomes of an older reading no longer matters. */
  #reading = 0;

  constructor() {
    super();
    /**
     * reading: of files, others than the draft's.
     * @type {"idle" | "reading" | "mending" | "using"}
     */
    this.phase = "idle";
    /** What is being done, for people. */
    this.progress = "";
    /** Why the last files were not used, a sentence. */
    this.error = "";
    /** @type {Draft | null} */
    this.draft = null;
    /** The error is of other files than the draft, which can be gone back to. */
    this.isAside = false;
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    const fields = /** @type {const} */ (["status", "generation"]);
    const isOther = fields.some((field) => state[field] !== before[field]);
    return isOther || state.settings.hide !== before.settings.hide;
  }

  /** What was wrong with files is forgotten once one of them, a model, has been opened. */
  willUpdate() {
    if (this.state.generation !== this.paintedGeneration) {
      Object.assign(this, { error: "", isAside: false });
    }
  }

  /** What is shown below the buttons. */
  get #shown() {
    return this.isAside ? null : this.draft;
  }

  render() {
    return html`
      <dialog id="own-data-dialog" class="settings own-data" aria-labelledby="own-data-title"
        @close=${this.#closed}>
        <form method="dialog" class="head">
          <h2 id="own-data-title" class="title">${texts.title}</h2>
          <button class="icon plain" aria-label=${texts.close}>${icons.clear}</button>
        </form>
        ${this.#isOff ? html`<p class="body">${texts.filesAreOff}</p>` : this.#body()}
      </dialog>`;
  }

  get #isOff() {
    return this.state.settings.hide.includes("file");
  }

  #body() {
    const { draft, session } = this;
    const shown = this.#shown;
    return html`
      <div class="body stack">
        ${draft ? nothing : html`<p class="quiet">${texts.intro}</p>`}
        ${this.#pickers()}
        ${this.#words()}
        ${this.isAside && draft ? this.#back(draft) : nothing}
        ${shown ? this.#preview(shown) : formats()}
        ${draft ? nothing : html`<dh-kept-data .session=${session}></dh-kept-data>`}
      </div>
      ${shown ? this.#foot(shown) : nothing}`;
  }

  /** What is going on; that it has ended is only heard, the preview shows it. */
  #words() {
    const isBusy = this.phase !== "idle";
    const ended = this.#shown ? texts.found(this.#shown.name, this.#shown.count) : "";
    return html`
      <p role="status" class=${isBusy ? "quiet" : "only-heard"}
        >${isBusy ? this.progress : ended}</p>
      <p role="alert" class=${this.error ? "" : "only-heard"} data-testid="own-data-error"
        >${this.error}</p>`;
  }

  /** To the files that were read before those that cannot be used. @param {Draft} draft */
  #back({ name }) {
    const back = async () => {
      this.#reading++;
      this.#files.keep();
      Object.assign(this, { phase: "idle", error: "", isAside: false });
      await this.updateComplete;
      /** @type {any} */ (this.querySelector("dh-own-data-preview"))?.focusTitle();
    };
    return html`
      <div class="row">
        <button data-testid="own-data-back" @click=${back}>${texts.backTo(name)}</button>
      </div>`;
  }

  #pickers() {
    const canTakeFolders = "webkitdirectory" in HTMLInputElement.prototype;
    return html`
      <div class="row">
        <label class="button">
          ${this.draft ? texts.otherFiles : texts.chooseFiles}
          <input type="file" multiple class="only-heard" data-testid="own-data-files"
            ?disabled=${!this.#isReady} @change=${this.#chosen} />
        </label>
        ${
          canTakeFolders
            ? html`<label class="button">
                ${texts.chooseFolder}
                <input type="file" webkitdirectory class="only-heard"
                  data-testid="own-data-folder" ?disabled=${!this.#isReady}
                  @change=${this.#chosen} />
              </label>`
            : nothing
        }
        <span class="small quiet drop">${texts.orDrop}</span>
      </div>`;
  }

  /** @param {Draft} draft */
  #preview(draft) {
    return html`
      <dh-own-data-preview .draft=${draft} .isBusy=${!this.#isReady || this.phase === "reading"}
        @mend=${(/** @type {CustomEvent<Draft["mends"]>} */ { detail }) => this.#mend(detail)}
      ></dh-own-data-preview>`;
  }

  /** @param {Draft} draft */
  #foot({ refusal }) {
    const isUsing = this.phase === "using";
    // While others are read it would not be clear what "these" are.
    const canUse = this.#isReady && this.phase !== "reading" && refusal === "";
    return html`
      <div class="foot row">
        <button class="primary" data-testid="own-data-use" ?disabled=${!canUse}
          @click=${this.#use}>${isUsing ? texts.using : texts.use}</button>
        ${refusal ? html`<p class="small">${texts.notUsed(refusal)}</p>` : nothing}
      </div>`;
  }

  get #isReady() {
    return this.phase !== "using" && this.state.status === "ready";
  }

  /** @param {Event & { target: HTMLInputElement }} event */
  #chosen({ target }) {
    const chosen = chosenFiles(target.files ?? []);
    // The same files can be chosen again, once they were changed.
    target.value = "";
    if (chosen.length) this.#read(() => chosen);
  }

  /**
   * Shows what is in files that were dropped.
   * @param {File[]} files @param {FileSystemEntry[]} entries  the same and folders, where known
   */
  async show(files, entries) {
    const hasFolder = entries.some(({ isDirectory }) => isDirectory);
    await this.#read(() => (hasFolder ? filesIn(entries) : chosenFiles(files)));
  }

  /** @param {() => Chosen[] | Promise<Chosen[]>} choose */
  async #read(choose) {
    if (this.#isOff || this.phase === "using") return;
    this.session.dismiss("drop");
    await this.#work("reading", texts.reading, async (isNewest) => {
      try {
        const draft = await this.#readDraft(await choose(), isNewest);
        if (isNewest()) Object.assign(this, { draft, isAside: false });
      } catch (error) {
        if (isNewest()) this.isAside = this.draft !== null;
        throw error;
      }
    });
  }

  /** @param {Chosen[]} chosen @param {() => boolean} isNewest @returns {Promise<Draft | null>} */
  async #readDraft(chosen, isNewest) {
    if (!isNewest()) return null;
    return this.#files.read(chosen, (done, total) => {
      if (isNewest()) this.progress = texts.readingOf(done, total);
    });
  }

  /** @param {Draft["mends"]} mends */
  #mend(mends) {
    return this.#work("mending", texts.preparing, async (isNewest) => {
      const draft = await this.#files.mend(mends);
      if (isNewest()) this.draft = draft;
    });
  }

  #use() {
    return this.#work("using", texts.using, async () => {
      await this.session.useOwnData(await this.#files.take());
      this.#dialog?.close();
    });
  }

  /**
   * @param {"reading" | "mending" | "using"} phase @param {string} words
   * @param {(isNewest: () => boolean) => Promise<void>} work
   */
  async #work(phase, words, work) {
    const number = ++this.#reading;
    const isNewest = () => number === this.#reading;
    Object.assign(this, { phase, progress: words, error: "" });
    try {
      await work(isNewest);
    } catch (error) {
      const why = error.message.replace(/\.$/, "");
      const words = error.name === "NotReached" ? notLoaded : texts.notUsed(why);
      if (isNewest()) this.error = words;
      // The dialog was closed meanwhile.
      else if (phase === "using") this.session.say(words, { key: "data", stays: true });
    }
    if (isNewest()) this.phase = "idle";
  }

  get #dialog() {
    return /** @type {HTMLDialogElement | null} */ (this.querySelector("dialog"));
  }

  /** Nothing is used without a click; the memory of a large set is given back. */
  #closed() {
    this.#reading++;
    this.#files.stop();
    Object.assign(this, { phase: "idle", error: "", draft: null, isAside: false });
  }
}

function formats() {
  return html`
    <details class="small" open>
      <summary>${texts.whichFiles}</summary>
      <dl class="formats">
        ${texts.formats.map(({ name, about }) => html`<dt><b>${name}</b></dt><dd>${about}</dd>`)}
      </dl>
      <p>${texts.gzipToo}</p>
    </details>`;
}

customElements.define("dh-own-data-dialog", OwnDataDialog);
