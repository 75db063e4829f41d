/**
 * What comes before the page: it goes to the page in its reader's language, and says in plain HTML
 * why the page does not come, and what to do; see #start in index.html. The built page runs this
 * file as it is, and it may be all that an old browser can run.
 */
{
  const { folder = "", languages = "" } = document.documentElement.dataset;
  const WORD = /(^|[#&?])lang=([a-z-]*)&?/i;

  /** English, or a language that has a folder. @param {string | null} code  as "es" or "es-MX" */
  const known = (code) => {
    const [base] = (code || "").toLowerCase().split("-");
    return base === "en" || languages.split(" ").includes(base) ? base : "";
  };

  /** What was chosen in this tab or at an earlier visit. @returns {string | null} */
  const chosen = () => {
    try {
      return sessionStorage.getItem("language") || localStorage.getItem("language");
    } catch {
      return null;
    }
  };

  /** An address says it with "lang=es", or by its folder; else it is the reader's. */
  const wanted = () => {
    const asked = known((WORD.exec(location.hash) || WORD.exec(location.search) || [])[2]);
    if (asked || folder) return asked || folder;
    return known(chosen()) || (navigator.languages || []).map(known).find(Boolean) || "en";
  };

  /**
   * Goes to the folder of the language, and takes the word for it off the address.
   * @param {Event} [event]  of an address that was changed in the page, which need not follow it
   */
  const speak = (event) => {
    const [search, hash] = [location.search, location.hash].map((words) =>
      words.replace(WORD, "$1").replace(/[#&?]$/, ""),
    );
    const language = wanted();
    const there = (folder ? "../" : "./") + (language === "en" ? "" : `${language}/`);
    const isHere = language === (folder || "en");
    if (isHere && search === location.search && hash === location.hash) return;
    if (isHere) {
      // Another page of this tab goes by what this address says.
      try {
        sessionStorage.setItem("language", language);
      } catch {}
      history.replaceState(history.state, "", location.pathname + search + hash);
    } else {
      if (event) event.stopImmediatePropagation();
      location.replace(new URL(there, location.href.split(/[?#]/)[0]).href + search + hash);
    }
  };

  if (languages && self.origin !== "null") {
    speak();
    addEventListener("popstate", speak);
  }

  const page = /** @type {HTMLElement} */ (document.getElementById("page"));
  const start = /** @type {HTMLElement} */ (document.getElementById("start"));

  /**
   * The first reason is what the others come from.
   * @param {string} reason @param {string} [detail]
   */
  const tell = (reason, detail = "") => {
    if (start.className) return;
    start.className = "trouble";
    for (const words of start.querySelectorAll("[data-reason]")) {
      words.toggleAttribute("hidden", words.getAttribute("data-reason") !== reason);
    }
    /** @type {HTMLElement} */ (start.querySelector("small")).textContent = detail;
  };

  /** Past the browser's cache, since what is wrong may be in it. */
  const reload = async () => {
    const elements = document.querySelectorAll(
      "script, link[rel=modulepreload], link[rel=stylesheet]",
    );
    const fetched = [...elements].map((element) => {
      const { src, href } = /** @type {HTMLScriptElement & HTMLLinkElement} */ (element);
      return fetch(src || href, { cache: "reload" });
    });
    await Promise.allSettled(fetched);
    location.reload();
  };

  addEventListener(
    "error",
    (event) => {
      if (page.firstElementChild) return;
      if (event.target instanceof HTMLScriptElement) tell("file", event.target.src);
      else if (event instanceof ErrorEvent) tell("file", event.message);
    },
    true,
  );
  for (const button of start.querySelectorAll("button")) button.addEventListener("click", reload);

  if (location.protocol === "file:") tell("disk");
  else if (self.origin === "null") tell("frame");
  else if (!("noModule" in HTMLScriptElement.prototype)) tell("browser");
}
