/** The foot of the page, with its languages. */
import { html } from "lit";

export const privacy =
  "Nothing you draw leaves this device: the network runs and is trained in your browser.";
/** @param {(title: string) => unknown} lesson  a link */
export const credits = (lesson) => html`Follows the lesson ${lesson(
  "Gradient descent, how neural networks learn",
)} by 3Blue1Brown. Digits: MNIST by Y. LeCun, C. Cortes and C. Burges. Free software under
  the MIT licence; typeface Inter, under the Open Font Licence.`;
export const takeTour = "Take the tour";
export const presentation = "Presentation mode";
export const documentation = "Documentation";
export const lessonPlans = "Lesson plans";
/** Names a list of them. */
export const languages = "Language";
export const languageNotReached =
  "The page in that language cannot be reached. Is the device online?";
