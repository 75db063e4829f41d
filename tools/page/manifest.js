/** The manifest: what a system shows of the page as an app, in the page's language. */
import { FOLDER, pageTexts } from "./language.js";

const FILE = `${FOLDER}manifest.webmanifest`;
/** Where the files are that languages share, from the manifest. */
const site = FOLDER ? "../" : "";

const CONTENT = {
  start_url: "./",
  scope: "./",
  lang: pageTexts.LOCALE,
  dir: pageTexts.IS_RIGHT_TO_LEFT ? "rtl" : undefined,
  name: "Downhill",
  short_name: "Downhill",
  description: pageTexts.appDescription,
  display: "standalone",
  background_color: "#0c0f14",
  theme_color: "#0c0f14",
  categories: ["education"],
  // Model files of the system's file manager open in the page that is there already.
  launch_handler: { client_mode: "focus-existing" },
  file_handlers: [
    { action: "./", accept: { "application/octet-stream": [".safetensors", ".onnx"] } },
  ],
  // `node tools/pictures.js` makes them.
  icons: [
    { src: `${site}icon.svg`, sizes: "any", type: "image/svg+xml" },
    { src: `${site}icon-192.png`, sizes: "192x192", type: "image/png" },
    { src: `${site}icon-512.png`, sizes: "512x512", type: "image/png" },
    {
      src: `${site}icon-maskable.png`,
      sizes: "512x512",
      type: "image/png",
      purpose: "maskable",
    },
  ],
  screenshots: [
    {
      src: `${site}screen-wide.webp`,
      sizes: "1280x800",
      type: "image/webp",
      form_factor: "wide",
    },
    { src: `${site}screen-narrow.webp`, sizes: "390x844", type: "image/webp" },
  ],
};

/** @returns {import("vite").Plugin} */
export function manifest() {
  return {
    name: "manifest",
    apply: "build",
    transformIndexHtml: (html) =>
      html.replace("</head>", `  <link rel="manifest" href="./${FILE}" />\n  </head>`),
    generateBundle() {
      this.emitFile({ type: "asset", fileName: FILE, source: JSON.stringify(CONTENT) });
    },
  };
}
