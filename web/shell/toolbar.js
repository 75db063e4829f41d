/** The bar that stays in view: start again, train, step, and what is seldom needed. */
import { html, nothing } from "lit";
import { icons } from "../ui/icons.js";
import { Part } from "../ui/part.js";
import "./stats.js";

const STEPS = { example: "One example", batch: "One mini-batch", epoch: "One epoch" };

class Bar extends Part {
  /** @type {Part["concerned"]} */
  concerned(state, before) {
    const parts = /** @type {const} */ (["phase", "stage", "settings", "stepSize", "data"]);
    return parts.some((part) => state[part] !== before[part]);
  }

  render() {
    const { phase, stage, settings } = this.state;
    const busy = phase === "running" || phase === "waiting";
    const may = (/** @type {string} */ name) => !settings.hide.includes(name);
    return html`
      <h1>Downhill</h1>
      ${
        may("reset")
          ? html`<button class="icon" data-testid="reset" aria-label="Reset to a random network" title="Reset to a random network (R)"
              @click=${() => this.session.reset()}>${icons.reset}</button>`
          : nothing
      }
      <button class="primary" data-testid="train" ?disabled=${stage !== "ready"} aria-pressed=${busy}
        title="Train the network, pause it (Space)" @click=${() => this.session.toggle()}>
        ${busy ? icons.pause : icons.run}${busy ? "Pause" : "Train"}
      </button>
      ${may("step") ? this.#step() : nothing}
      <dh-stats .session=${this.session}></dh-stats>
      <div class="tools">
        ${
          may("settings")
            ? html`<button class="icon plain" aria-label="Settings" title="Settings"
                @click=${() => this.#open("settings-dialog")}>${icons.settings}</button>`
            : nothing
        }
        <button class="icon plain theme" aria-label="Light or dark" title="Light or dark" @click=${this.#theme}>
          ${isDark() ? icons.sun : icons.moon}
        </button>
        <button class="icon plain keys" aria-label="Keys" title="Keys (?)" @click=${() => this.#open("keys-dialog")}>${icons.keys}</button>
      </div>`;
  }

  #step() {
    const { stepSize } = this.state;
    return html`
      <div class="step-menu">
        <button data-testid="step" title="${STEPS[/** @type {"batch"} */ (stepSize)]} (S)" ?disabled=${!this.state.data.train}
          @click=${() => this.session.step()}>${icons.step}<span>Step</span></button>
        <select aria-label="Size of a step" .value=${stepSize}
          @change=${(/** @type {any} */ event) => this.session.update({ stepSize: event.target.value })}>
          ${Object.entries(STEPS).map(([value, words]) => html`<option value=${value} ?selected=${value === stepSize}>${words}</option>`)}
        </select>
      </div>`;
  }

  #theme() {
    this.session.set("theme", isDark() ? "light" : "dark");
  }

  /** @param {string} id */
  #open(id) {
    /** @type {HTMLDialogElement | null} */ (document.getElementById(id))?.showModal();
  }
}

function isDark() {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === "dark" : !matchMedia("(prefers-color-scheme: light)").matches;
}

customElements.define("dh-bar", Bar);
