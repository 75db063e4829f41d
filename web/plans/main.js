/** The page of lesson plans. It has no network: its links open the page that has. */
import { html, render } from "lit";
import "./page.js";

render(html`<dh-plans></dh-plans>`, /** @type {HTMLElement} */ (document.getElementById("page")));

const page = /** @type {import("./page.js").Plans} */ (document.querySelector("dh-plans"));
await page.updateComplete;
// The plan that the address names was not there when the browser looked for it.
document.getElementById(location.hash.slice(1))?.scrollIntoView({ behavior: "instant" });
