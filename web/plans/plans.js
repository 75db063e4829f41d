/**
 * The lesson plans, in the order in which the lesson has their subjects. A plan's words are those
 * of its file of texts; its links are class links, which open the same network for everyone.
 *
 * @typedef {object} Step
 * @property {string | null} link  hash of the page for this step; null: the page is not used
 *
 * @typedef {object} Plan
 * @property {string} id  its file of texts is plan-<id>.js
 * @property {number} minutes  of all its steps
 * @property {any} texts  see web/texts/README.md
 * @property {object} figures  the numbers in its texts
 * @property {Step[]} steps  as many as its texts have
 * @property {string} sheetLink  hash of the page for the printed sheet
 */
import * as noise from "../texts/en/plan-noise.js";
import * as figures from "./figures.js";

/** @type {readonly Plan[]} */
export const PLANS = [
  {
    id: "noise",
    minutes: 20,
    texts: noise,
    figures: figures.noise,
    steps: [
      { link: "noise&start=lesson&hide=reset.step.settings.file&labs=noise" },
      { link: "noise&start=lesson&hide=reset.step.settings.file&labs=noise" },
      { link: "noise&start=lesson&hide=reset.step.settings.file&labs=noise" },
      { link: "noise&start=lesson&hide=reset.step.settings.file&labs=noise" },
      { link: "noise&start=best&hide=reset.step.settings.file&labs=noise" },
      { link: "noise&start=random&hide=reset.step.settings.file&labs=noise" },
    ],
    sheetLink: "noise&start=lesson&hide=reset.step.settings.file&labs=noise",
  },
];
