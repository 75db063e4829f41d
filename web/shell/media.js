/**
 * The page on paper and in the colours of the system: what only those need, and the palette of the
 * drawings there.
 */
import { print } from "../ui/canvas.js";
import { isForced, setTheme } from "../ui/colors.js";
import { surfaceChanged } from "../ui/surface.js";
import "../styles/print.css";

/** @param {import("../model/session.js").Session} session */
export function watchMedia(session) {
  const { dataset } = document.documentElement;
  const showTheme = () => setTheme(session.state.settings.theme);
  addEventListener("beforeprint", () => {
    dataset.printing = "";
    print(true);
    // All is painted anew, in the colours and at the width of the sheet.
    setTheme("light");
    surfaceChanged();
  });
  addEventListener("afterprint", () => {
    delete dataset.printing;
    print(false);
    showTheme();
    surfaceChanged();
  });
  const followForced = () => {
    if (isForced.matches) void import("../styles/forced.css");
    showTheme();
  };
  isForced.addEventListener("change", followForced);
  if (isForced.matches) followForced();
}
