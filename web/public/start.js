/**
 * What comes before the page: it goes to the page in its reader's language, and says in plain HTML
 * why the page does not come, and what to do; see #start in index.html. The built page runs this
 * file as it is, and it may be all that an old browser can run.
 */
{
  const { folder = "", languages = "" } = document.documentElement.dataset;
  /** As it is written, and as mail programs pass it on. */
  const WORD = /(^|[#?]|&(?:amp;)*|%26)lang(?:=|%3d)([a-z-]*)&?/i;

  /** English, or a language that has a folder. @param {string | null | undefined} code  "es-MX" */
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

  /** For other pages of this tab. @param {string} language @returns {boolean} whether it is kept */
  const choose = (language) => {
    try {
      sessionStorage.setItem("language", language);
      return true;
    } catch {
      return false;
    }
  };

  /**
   * Its reader's, for who comes to English, where no other language is named: not for who is there
   * already, nor without a network.
   * @param {Event | undefined} event
   */
  const readers = (event) => {
    if (event || history.state || !navigator.onLine) return "en";
    return known(chosen()) || (navigator.languages || []).map(known).find(Boolean) || "en";
  };

  /**
   * Goes to the folder of the language, and takes the word for it off the address.
   * @param {Event} [event]  of an address that was changed in the page, which need not follow it
   */
  const speak = (event) => {
    const { search, hash, pathname, href } = location;
    const asked = known((WORD.exec(hash) || WORD.exec(search) || [])[2]);
    const language = asked || folder || readers(event);
    const isHere = language === (folder || "en");
    if (isHere && !asked) return;
    const [ownSearch, ownHash] = [search, hash].map((words) =>
      words.replace(WORD, "$1").replace(/([#?]|&(amp;)*)$/, ""),
    );
    // Where nothing is kept, the address says it for as long as the tab is open.
    const isKept = !asked || choose(language);
    const said = isKept ? ownSearch : `?lang=${language}${ownSearch.replace("?", "&")}`;
    // With its host: a path alone that begins with "//" would be read as one.
    const [whole] = href.split(/[?#]/);
    if (isHere) {
      history.replaceState(history.state, "", whole + said + ownHash);
      return;
    }
    if (event) event.stopImmediatePropagation();
    // Some hosts want "index.html" to be named.
    const [file] = /** @type {RegExpExecArray} */ (/[^/]*$/.exec(pathname));
    const there = (folder ? "../" : "./") + (language === "en" ? "" : `${language}/`);
    location.replace(new URL(there + file, whole).href + said + ownHash);
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
