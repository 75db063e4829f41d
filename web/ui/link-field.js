/**
 * Shows a link that could not be copied, selected, so that it can be copied by hand. Give it
 * `.href`.
 */
import { html } from "lit";
import * as texts from "../texts/en/link-field.js";
import { withControl } from "./keys.js";
import { LightElement } from "./part.js";
import "./link-field.css";

class LinkField extends LightElement {
  static properties = { href: {} };

  constructor() {
    super();
    this.href = "";
  }

  render() {
    return html`
      <p id="link-field-why" class="small">${texts.notCopied(withControl("C"))}</p>
      <input readonly aria-label=${texts.link} aria-describedby="link-field-why"
        .value=${this.href} @focus=${selectAll} />`;
  }

  /** @param {import("lit").PropertyValues<this>} changed */
  updated(changed) {
    if (!changed.has("href")) return;
    this.querySelector("input")?.focus({ preventScroll: true });
    // In the middle, where no notice lies over it.
    this.scrollIntoView({ block: "center" });
  }
}

/** @param {FocusEvent} event */
function selectAll({ target }) {
  /** @type {HTMLInputElement} */ (target).select();
}

customElements.define("dh-link-field", LinkField);
