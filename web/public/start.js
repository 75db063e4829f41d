/**
 * Says in plain HTML why the page does not come, and what to do; see #start in index.html. The
 * built page runs this file as it is, and it may be all that an old browser can run.
 */
{
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
