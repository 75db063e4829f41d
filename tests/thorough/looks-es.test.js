/** How the page stands in Spanish, as looks.test.js has it in English. */
import { looks } from "../support/looks.js";

looks("es/", "chromium");
