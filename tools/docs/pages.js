/**
 * The pages of the documentation: where their Markdown is, what they are called once built, and the
 * groups and the order in which the navigation has them.
 *
 * @typedef {object} Page
 * @property {string} source  Markdown, its path in the repository
 * @property {string} file  its name in dist/docs/
 * @property {string} title  in the navigation
 * @property {"javascript" | "c"} [reference]  what is generated in the place of its mark
 *
 * @typedef {{ title: string, pages: Page[] }} Group
 */

/** @param {string} name  of a file of docs/ @param {string} title @returns {Page} */
const page = (name, title) => ({ source: `docs/${name}.md`, file: `${name}.html`, title });

/** @param {string} source @param {string} file @param {string} title @returns {Page} */
const elsewhere = (source, file, title) => ({ source, file, title });

/** @type {readonly Group[]} */
export const GROUPS = [
  {
    title: "Start",
    pages: [
      elsewhere("docs/README.md", "index.html", "Overview"),
      page("start", "Five-minute start"),
      page("page", "The page"),
      page("publishing", "Publishing"),
    ],
  },
  {
    title: "Use the engine",
    pages: [
      page("package", "Package"),
      page("command-line", "Command line"),
      page("c", "C"),
      page("formats", "Model files"),
      { ...page("api", "JavaScript reference"), reference: "javascript" },
      { ...page("c-api", "C reference"), reference: "c" },
    ],
  },
  {
    title: "Understand it",
    pages: [
      page("pixel-to-gradient", "From pixel to gradient"),
      page("numerics", "Numerics"),
      page("figures", "Figures"),
      page("accuracy", "Accuracy"),
      page("speed", "Speed"),
      page("noise", "Noise and attacks"),
      page("accessibility", "Accessibility"),
    ],
  },
  {
    title: "Change it",
    pages: [
      elsewhere("CONTRIBUTING.md", "contributing.html", "Contributing"),
      page("architecture", "Where things are"),
      page("dependencies", "Dependencies"),
      elsewhere("core/README.md", "core.html", "The floors of core"),
      page("add-a-lab", "Add a lab"),
      elsewhere("web/labs/README.md", "writing-a-lab.html", "Writing a lab"),
      elsewhere("web/texts/README.md", "texts.html", "Texts"),
      page("add-an-activation", "Add an activation function"),
      elsewhere("CHANGELOG.md", "changelog.html", "Changelog"),
    ],
  },
];

export const PAGES = GROUPS.flatMap(({ pages }) => pages);
