/** Lights the page's picture of the network layer by layer. */
import { NetworkView } from "../../ui/network/view.js";

/** Resolves when the picture on the input has gone through the network. */
export async function travel() {
  const parts = document.getElementById("drawing")?.querySelectorAll("*") ?? [];
  const network = [...parts].find((part) => part instanceof NetworkView);
  await network?.travel();
}
