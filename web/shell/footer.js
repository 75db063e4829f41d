/** What the page is made of, whom it thanks, and what it does with what is drawn. */
import { html } from "lit";
import { LightElement } from "../ui/part.js";

/** @param {string} href @param {string} words */
const link = (href, words) => html`<a href=${href} rel="noreferrer" target="_blank">${words}</a>`;

class Footer extends LightElement {
  static properties = { tour: { attribute: false } };

  constructor() {
    super();
    /** Starts the tour. @type {() => void} */
    this.tour = () => {};
  }

  render() {
    return html`
      <footer class="about small quiet">
        <p>Nothing you draw leaves this device: the network runs and is trained in your browser.</p>
        <p>Follows the lesson ${link(
          "https://www.3blue1brown.com/lessons/gradient-descent",
          "Gradient descent, how neural networks learn",
        )} by 3Blue1Brown. Digits: MNIST by Y. LeCun, C. Cortes and C. Burges. Free software under
          the MIT licence; typeface Inter, under the Open Font Licence.</p>
        <button class="plain" data-testid="tour" @click=${this.tour}>Take the tour</button>
      </footer>`;
  }
}

customElements.define("dh-footer", Footer);
