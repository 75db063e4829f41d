/** How the page stands in Chinese, as looks.test.js has it in English. */
import { looks } from "../support/looks.js";

looks("zh/", "chromium");
