"use strict";
// What pages share. Every page works without it; this makes it pleasant.

// Menus made of <details> close when the visitor goes elsewhere.
document.addEventListener("click", (event) => {
  document.querySelectorAll("details.visitor[open]").forEach((menu) => {
    if (!menu.contains(event.target)) menu.removeAttribute("open");
  });
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.querySelectorAll("details.visitor[open]").forEach((menu) => {
    menu.removeAttribute("open");
    menu.querySelector("summary").focus();
  });
});
