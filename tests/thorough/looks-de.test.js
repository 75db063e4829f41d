/** How the page stands in German, as looks.test.js has it in English. */
import { looks } from "../support/looks.js";

looks("de/", "chromium");
