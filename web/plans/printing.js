/** The page on paper: light, with every answer unfolded. */
import { setTheme } from "../ui/colors.js";

/** @param {() => void} printed  is called after each time */
export function listenToPrinting(printed) {
  const { dataset } = document.documentElement;
  /** @type {HTMLDetailsElement[]} */
  let folded = [];
  addEventListener("beforeprint", () => {
    dataset.printing = "";
    setTheme("light");
    folded = [...document.querySelectorAll("details")].filter(({ open }) => !open);
    for (const each of folded) each.open = true;
  });
  addEventListener("afterprint", () => {
    delete dataset.printing;
    setTheme("auto");
    for (const each of folded) each.open = false;
    printed();
  });
}
