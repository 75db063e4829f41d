/** How the page stands in the other languages, as looks.test.js has it in English. */
import { looks } from "../support/looks.js";

for (const language of ["es", "zh", "de"]) looks(`${language}/`, "chromium");
