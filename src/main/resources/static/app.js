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

// Text that a form kept in this browser is forgotten once the page after it has arrived.
Object.keys(sessionStorage).filter((key) => key.startsWith("binhdang.") && sessionStorage.getItem(key) === "sent").forEach((key) => {
  if (!document.querySelector("[role=alert]")) localStorage.removeItem(key);
  sessionStorage.removeItem(key);
});
