"use strict";
// The slider leads to the day it stands on; without this script its button does.
(() => {
  const slider = document.querySelector("#stop[data-days]");
  if (!slider) return;
  const days = slider.dataset.days.split(",");
  const words = slider.dataset.words.split(",");
  const shown = document.querySelector(".tree-stop");
  document.querySelectorAll(".tree-without-script").forEach((button) => { button.hidden = true; });
  slider.addEventListener("input", () => {
    shown.textContent = words[slider.value];
    slider.setAttribute("aria-valuetext", words[slider.value]);
  });
  slider.addEventListener("change", () => {
    location.assign("/units/tree?on=" + days[slider.value] + "&open=" + slider.dataset.open);
  });
})();
