/** What the first screen does without, in one file: see load-rest.js. */
import "./footer.js";
import "./lab-frame.js";

export { watchMedia } from "./media.js";
export { watchVersions } from "./new-version.js";
export { beginPresentation } from "./start-presentation.js";
