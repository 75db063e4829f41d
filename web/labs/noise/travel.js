/** Shows the picture of the network on the first screen, and lights it layer by layer. */
import { NetworkView } from "../../ui/network/view.js";
import { scrollToElement } from "../../ui/scroll-to.js";

/** For a browser that does not say when it has scrolled, or has nothing to scroll; ms. */
const PATIENCE_MS = 1500;

/** Resolves when the picture on the input has gone through the network. */
export async function travel() {
  const parts = document.getElementById("drawing")?.querySelectorAll("*") ?? [];
  const network = [...parts].find((part) => part instanceof NetworkView);
  if (!network) return;
  await scrolledTo(network);
  await network.travel();
}

/** @param {HTMLElement} place */
function scrolledTo(place) {
  return new Promise((resolve) => {
    addEventListener("scrollend", resolve, { once: true });
    setTimeout(resolve, PATIENCE_MS);
    scrollToElement(place, { block: "center" });
  });
}
