/** The bar that stays in view: reset, undo, train, step, the numbers, and what is seldom needed. */
import { html, nothing } from "lit";
import { setting } from "../common/settings.js";
import * as texts from "../texts/en/shell.js";
import { withKey } from "../texts/en/ui.js";
import { ThemeController } from "../ui/controllers.js";
import { icons } from "../ui/icons.js";
import { ShortcutsController, withControl, withShortcut } from "../ui/keys.js";
import { Part } from "../ui/part.js";
import { selectValue } from "../ui/select-value.js";
import { openDialog } from "./open-dialog.js";
import "./lab-menu.js";
import "./stats.js";
import { pressTrain } from "./train-choice.js";

class Toolbar extends Part {
  constructor() {
    super();
    new ThemeController(this);
    new ShortcutsController(this);
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    const fields = /** @type {const} */ (["phase", "status", "stepSize"]);
    return (
      fields.some((field) => state[field] !== before[field]) ||
      state.settings !== before.settings ||
      state.provenance?.start !== before.provenance?.start ||
      state.history.undo !== before.history.undo ||
      state.history.redo !== before.history.redo ||
      (state.phase === "waiting" && state.data !== before.data)
    );
  }

  render() {
    return html`
      <h1>Downhill</h1>
      ${this.#may("reset") ? this.#reset() : nothing}
      <div class="history">
        ${this.#history("undo", withControl("Z"))}
        ${this.#history("redo", withControl(texts.shift("Z")))}
      </div>
      <div class="train-menu">${this.#train()}${this.#speed()}</div>
      ${this.#may("step") ? this.#step() : nothing}
      <dh-lab-menu .session=${this.session}></dh-lab-menu>
      <dh-stats .session=${this.session}></dh-stats>
      <div class="tools">
        ${this.#may("settings") ? tool("settings", texts.settings, this.#openSettings) : nothing}
        ${this.#theme()}
        ${tool("keys", texts.keys, this.#openKeys, withShortcut(texts.keys, "keys"))}
      </div>`;
  }

  get #isReady() {
    return this.state.status === "ready";
  }

  /** @param {string} control  that a class link may hide */
  #may(control) {
    return !this.state.settings.hide.includes(control);
  }

  #train() {
    const { isBusy } = this.session;
    const isWide = ["waiting", "finished"].includes(this.state.phase);
    const title = withShortcut(isBusy ? texts.pauseTraining : texts.trainNetwork, "train");
    return html`
      <button class="primary" data-testid="train" ?data-wide=${isWide} title=${title}
        ?disabled=${!this.#isReady}
        @click=${() => pressTrain(this.session)}>
        ${isBusy ? icons.pause : icons.run}<span>${this.#trainWords()}</span>
      </button>
      <dh-train-choice .session=${this.session}></dh-train-choice>`;
  }

  /** While digits are loaded, how many of them are there. */
  #trainWords() {
    const { phase, data } = this.state;
    if (phase === "running") return texts.pause;
    if (phase === "finished") return texts.continueTraining;
    if (phase !== "waiting") return texts.train;
    return data.trainTotal ? texts.digitsLoaded(data.train / data.trainTotal) : texts.digitsAwaited;
  }

  #speed() {
    const { label, choices = {} } = setting("speed");
    const { speed } = this.state.settings;
    const title = texts.speed(label, choices[speed]);
    return html`
      <select data-testid="speed" aria-label=${label} title=${title}
        ${selectValue(speed)} @change=${this.#pickSpeed}>
        ${Object.entries(choices).map(option)}
      </select>`;
  }

  /** @param {Event & { target: HTMLSelectElement }} event */
  #pickSpeed({ target }) {
    this.session.act(this.session.set("speed", target.value));
  }

  #reset() {
    const words = texts.reset(this.session.resetWords);
    return html`
      <button class="icon reset" data-testid="reset" aria-label=${words}
        title=${withShortcut(words, "reset")}
        ?disabled=${!this.#isReady}
        @click=${() => this.session.act(this.session.reset())}>${icons.reset}</button>`;
  }

  /** @param {"undo" | "redo"} which @param {string} key */
  #history(which, key) {
    const what = this.state.history[which];
    const words = which === "undo" ? texts.undo(what) : texts.redo(what);
    return html`
      <button class="icon plain ${which}" data-testid=${which} aria-label=${words}
        title=${withKey(words, key)} ?disabled=${!what || !this.#isReady}
        @click=${() => this.session.act(this.session[which]())}>${icons.undo}</button>`;
  }

  #step() {
    const { stepSize } = this.state;
    const step = () => this.session.act(this.session.step());
    return html`
      <div class="step-menu">
        <button data-testid="step" title=${withShortcut(texts.stepSizes[stepSize], "step")}
          ?disabled=${!this.#isReady} @click=${step}
          >${icons.step}<span>${texts.step}</span></button>
        <select aria-label=${texts.stepSize} ${selectValue(stepSize)} @change=${this.#pickSize}>
          ${Object.entries(texts.stepSizes).map(option)}
        </select>
      </div>`;
  }

  /** @param {Event & { target: HTMLSelectElement }} event */
  #pickSize({ target }) {
    this.session.update({ stepSize: /** @type {keyof typeof texts.stepSizes} */ (target.value) });
  }

  #openSettings = () => this.session.act(openDialog("settings-dialog"));

  #openKeys = () => this.session.act(openDialog("keys-dialog"));

  #theme() {
    const other = isDark() ? "light" : "dark";
    const change = () => this.session.act(this.session.set("theme", other));
    return tool("theme", other === "light" ? texts.toLightTheme : texts.toDarkTheme, change);
  }
}

/** @param {[string, string]} option */
function option([value, words]) {
  return html`<option value=${value}>${words}</option>`;
}

/**
 * @param {"settings" | "theme" | "keys"} name @param {string} words @param {() => void} act
 * @param {string} [title]
 */
function tool(name, words, act, title = words) {
  const icon = name === "theme" ? (isDark() ? icons.sun : icons.moon) : icons[name];
  return html`
    <button class="icon plain ${name}" aria-label=${words} title=${title} @click=${act}
      >${icon}</button>`;
}

function isDark() {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === "dark" : !matchMedia("(prefers-color-scheme: light)").matches;
}

customElements.define("dh-toolbar", Toolbar);
