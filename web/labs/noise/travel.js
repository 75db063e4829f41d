/** The way from the lab up to the network, and the picture's through it. */

/** Where a browser does not say that it has scrolled. */
const PATIENCE_MS = 1500;

/** Shows the network, and lights it layer by layer once it stands still; resolves when the picture is through. */
export async function travel() {
  const network = /** @type {import("../../ui/network/view.js").NetworkView} */ (
    document.querySelector("dh-network")
  );
  await scrolledTo(network);
  await network.travel();
}

/** @param {HTMLElement} place */
function scrolledTo(place) {
  return new Promise((resolve) => {
    addEventListener("scrollend", resolve, { once: true });
    setTimeout(resolve, PATIENCE_MS);
    place.scrollIntoView({ block: "center" });
  });
}
