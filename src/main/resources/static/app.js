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

// A second press on the same button within a moment is the same press: what it asks for is done once.
document.addEventListener("submit", (event) => {
  const MOMENT = 5000;
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  const pressed = (event.submitter?.name ?? "") + (event.submitter?.value ?? "");
  if (form.dataset.pressed === pressed && Date.now() - form.dataset.sent < MOMENT) return event.preventDefault();
  form.dataset.pressed = pressed;
  form.dataset.sent = Date.now();
});

// Text that a form kept in this browser is forgotten when the page after it says that it was stored, and only then: a page
// that asks for a new sign-in, or says no, stores nothing.
Object.keys(sessionStorage).filter((key) => key.startsWith("binhdang.") && sessionStorage.getItem(key) === "sent").forEach((key) => {
  if (document.querySelector("[data-stored]")) localStorage.removeItem(key);
  sessionStorage.removeItem(key);
});

// What was typed on a sensitive screen stays in this tab while somebody is asked again who they are. The page after that
// is the one that took it in; signing out forgets it.
(() => {
  const kept = () => Object.keys(sessionStorage).filter((key) => key.startsWith("binhdang-form:"));
  const interrupted = location.pathname.startsWith("/sign-in") || document.querySelector(".notice-page");
  kept().forEach((key) => {
    const form = JSON.parse(sessionStorage.getItem(key));
    if (!form.sent) return;
    if (interrupted) sessionStorage.setItem(key, JSON.stringify({ ...form, sent: false }));
    else sessionStorage.removeItem(key);
  });
  document.addEventListener("submit", (event) => {
    if (event.target.getAttribute("action") === "/sign-out") kept().forEach((key) => sessionStorage.removeItem(key));
  });
})();

// Figures that wait in this browser for a connection are not left to whoever sits here next: signing out says so, and deletes
// them when the person goes on.
document.addEventListener("submit", (event) => {
  if (event.target.getAttribute("action") !== "/sign-out" || event.defaultPrevented) return;
  const waiting = Object.keys(localStorage).filter((key) => key.startsWith("binhdang.figures:"));
  if (!waiting.length) return;
  if (confirm(document.body.dataset.unsent)) waiting.forEach((key) => localStorage.removeItem(key));
  else event.preventDefault();
}, { capture: true });

// A field with data-suggest asks that address for what was typed and shows the names it gives below itself; one that is
// chosen is typed in. Without it the name is typed in full, and the answer to a wrong one says which there are.
(() => {
  let waiting = 0;
  document.addEventListener("input", (event) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || !("suggest" in field.dataset)) return;
    const shown = field.parentElement.querySelector(".suggested");
    const words = field.value.trim();
    clearTimeout(waiting);
    if (words.length < 2) return shown.replaceChildren();
    waiting = setTimeout(async () => {
      const day = field.form.elements.namedItem("on")?.value ?? "";
      const answer = await fetch(field.dataset.suggest + encodeURIComponent(words) + "&on=" + encodeURIComponent(day), { headers: { "HX-Request": "true" } });
      if (answer.ok && !answer.redirected && field.value.trim() === words) shown.innerHTML = await answer.text();
    }, 250);
  });
  document.addEventListener("click", (event) => {
    const chosen = event.target.closest(".suggested button");
    if (!chosen) return;
    const shown = chosen.parentElement;
    const field = shown.parentElement.querySelector("[data-suggest]");
    field.value = chosen.value;
    shown.replaceChildren();
    field.focus();
  });
})();
