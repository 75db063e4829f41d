/**
 * The page on paper, and for those whose system has colours of its own or more contrast: what only
 * they need, and the palette of the drawings there.
 */
import { render } from "lit";
import { setTheme } from "../ui/colors.js";
import { print, surfaceChanged } from "../ui/surface.js";
import { handout } from "./handout.js";
import "../styles/print.css";

/**
 * @param {import("../model/session.js").Session} session
 * @param {MediaQueryList[]} wishes  that styles/wishes.css is for
 */
export function watchMedia(session, wishes) {
  const { dataset } = document.documentElement;
  const head = document.createElement("aside");
  head.className = "handout";
  const showTheme = () => setTheme(session.state.settings.theme);
  addEventListener("beforeprint", () => {
    dataset.printing = "";
    print(true);
    render(handout(session), head);
    document.querySelector("dh-toolbar")?.after(head);
    // All is painted anew, in the colours and at the width of the sheet.
    setTheme("light");
    surfaceChanged();
  });
  addEventListener("afterprint", () => {
    delete dataset.printing;
    head.remove();
    print(false);
    showTheme();
    surfaceChanged();
  });
  const follow = async () => {
    // Without a connection the page stays as it is.
    if (wishes.some(({ matches }) => matches)) await import("../styles/wishes.css").catch(() => {});
    showTheme();
  };
  for (const wish of wishes) wish.addEventListener("change", follow);
  void follow();
}
