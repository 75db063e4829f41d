/** Which network is on the page, what it is trained on, and a list of others to load. */
import { html, nothing } from "lit";
import { sprint } from "../model/sprint.js";
import * as texts from "../texts/en/shell.js";
import { yourData } from "../texts/en/shell-captions.js";
import { icons } from "../ui/icons.js";
import { Part } from "../ui/part.js";
import { clickOnce, placeBeside } from "../ui/popover.js";
import { dataWords, networkWords } from "./caption-text.js";
import { openOwnData } from "./open-own-data.js";

/** @typedef {keyof typeof texts.networks} Kind */

/** @type {Kind[]} */
const KINDS = ["lesson", "pretrained", "best", "random", "sprint"];

class NetworkCaption extends Part {
  static properties = { pending: { state: true } };

  constructor() {
    super();
    this.beginsInTurn = true;
    /** @type {Kind | null} the network that is being loaded */
    this.pending = null;
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    const fields = /** @type {const} */ (["status", "network", "provenance"]);
    return (
      fields.some((field) => state[field] !== before[field]) ||
      state.settings !== before.settings ||
      dataWords(state) !== dataWords(before)
    );
  }

  render() {
    const { name, rest } = networkWords(this.state);
    const { hide } = this.state.settings;
    return html`
      <p class="small quiet words">
        <b>${name}</b>${rest}
        <span data-testid="data-source">${dataWords(this.state)}</span>
      </p>
      <div class="row">
        ${hide.includes("reset") ? nothing : this.#menu()}
        ${hide.includes("file") ? nothing : this.#ownData()}
      </div>`;
  }

  #ownData() {
    const open = () => this.session.act(openOwnData());
    return html`<button data-testid="your-data" @click=${open}>${yourData}</button>`;
  }

  #menu() {
    return html`
      <div class="load">
        <button popovertarget="load-list" data-testid="load" aria-busy=${this.pending !== null}
          @click=${clickOnce}
          >${this.pending ? texts.loadingNetwork : texts.loadNetwork}${icons.open}</button>
        <div id="load-list" class="menu" popover role="group" aria-label=${texts.loadNetwork}
          @toggle=${this.#place}>${KINDS.map((kind) => this.#button(kind))}</div>
      </div>`;
  }

  /** @param {Kind} kind */
  #button(kind) {
    const isOther = kind === "sprint" && !this.session.digits.areMnist;
    const { name, about } = isOther ? texts.sprintOnOthers : texts.networks[kind];
    const isOff = this.state.status !== "ready" || this.pending !== null;
    const details = kind === "random" ? this.session.resetWords : about;
    return html`
      <button class="plain" data-testid="load-${kind}" ?disabled=${isOff}
        @click=${() => this.#load(kind)}><b>${name}</b><span class="small quiet">${details}</span>
      </button>`;
  }

  get #list() {
    return /** @type {HTMLElement} */ (this.querySelector("#load-list"));
  }

  /** @param {Event} event */
  #place(event) {
    const isOpen = /** @type {ToggleEvent} */ (event).newState === "open";
    if (isOpen)
      placeBeside(this.#list, /** @type {Element} */ (this.querySelector(".load button")));
  }

  /** @param {Kind} kind */
  async #load(kind) {
    const { session } = this;
    const loading = kind === "sprint" ? sprint(session) : session.begin(kind);
    session.act(loading);
    this.#list.hidePopover();
    this.pending = kind;
    await Promise.allSettled([loading]);
    this.pending = null;
  }
}

customElements.define("dh-network-caption", NetworkCaption);
