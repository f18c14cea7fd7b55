"use strict";
// Links what was understood with its place in the source: an element with data-lines="3-7" lights up lines 3 to 7.
(() => {
  const clear = () => document.querySelectorAll(".is-linked").forEach((element) => element.classList.remove("is-linked"));
  const rangeOf = (element) => element.dataset.lines.split("-").map(Number);

  const light = (element) => {
    clear();
    const [from, to] = rangeOf(element);
    for (let n = from; n <= to; n++) document.getElementById("line-" + n)?.classList.add("is-linked");
    const first = document.getElementById("line-" + from);
    const list = first?.closest(".source-lines");
    // Scrolls the source only, never the page under the hands of who types.
    if (list) list.scrollTo({ top: first.offsetTop - list.offsetTop - 24 });
  };

  document.addEventListener("focusin", (event) => {
    const element = event.target.closest("[data-lines]");
    if (element) light(element);
  });
  document.addEventListener("click", (event) => {
    const line = event.target.closest(".source-lines li");
    if (!line) return;
    const n = Number(line.id.slice("line-".length));
    const fits = [...document.querySelectorAll("[data-lines]")]
      .map((element) => [element, ...rangeOf(element)])
      .filter(([, from, to]) => from <= n && n <= to)
      .sort((a, b) => (a[2] - a[1]) - (b[2] - b[1]));
    if (!fits.length) return;
    const target = fits[0][0];
    target.scrollIntoView({ block: "center" });
    (target.matches("input, textarea, select, button, a, [tabindex]") ? target : target.querySelector("input, textarea, select, button, a"))?.focus({ preventScroll: true });
    light(target);
  });
})();
