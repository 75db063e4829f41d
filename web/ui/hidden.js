/** Parts of the page that are hidden, as the labs are that are not open. */

/**
 * Calls back once no part of the page that holds the element is hidden: at once, or else before
 * what has been shown is painted.
 * @param {Element} element @param {() => void} callback
 */
export function whenShown(element, callback) {
  const place = element.closest("[hidden]");
  if (!place) return callback();
  const observer = new MutationObserver(() => {
    observer.disconnect();
    whenShown(element, callback);
  });
  observer.observe(place, { attributeFilter: ["hidden"] });
}
