/** Which network is on the page, where it comes from, and what it learns from. */
import { html } from "lit";
import { count } from "../common/numbers.js";
import { NAMES } from "../model/state.js";
import { Part } from "../ui/part.js";

const KEYS = ["start"];

class Origin extends Part {
  constructor() {
    super();
    this.pace = 200;
  }

  render() {
    return html`
      <p class="small quiet">${this.#origin()} <span data-testid="data-source">${this.#data()}</span></p>
      <dh-controls .session=${this.session} .keys=${KEYS}></dh-controls>`;
  }

  #origin() {
    const { stage, model, steps, network } = this.state;
    if (stage === "loading") return "Waking the engine.";
    const size = network ? `, ${count(network.parameterCount)} weights and biases` : "";
    const name = steps && model.kind === "random" ? "Your network" : model.name;
    const since = steps ? `, trained ${count(steps)} steps${after(model)}` : note(model.note);
    return html`<b>${name}</b>${size}${since}.`;
  }

  #data() {
    const { kind, name, train, trainTotal, complete } = this.state.data;
    if (kind === "none") return "";
    const digits = `${count(train)} digits to learn from`;
    const why = kind === "handwriting" ? ", as MNIST is not on this host" : "";
    return complete
      ? `Data: ${name}, ${digits}${why}.`
      : `Data: ${name}, ${count(train)} of ${count(trainTotal)} digits are in${why}.`;
  }
}

/** What the steps come after. @param {import("../model/state.js").Model} model */
function after({ kind, name }) {
  if (kind === "random") return " from random";
  return name === NAMES.kept ? "" : " more";
}

/** @param {string} text */
function note(text) {
  return text ? `: ${text.replace(/\.$/, "")}` : "";
}

customElements.define("dh-origin", Origin);
