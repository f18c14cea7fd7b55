"use strict";
// Bringing a document in: drop a file on the card, keep pasted text until it has been sent.
(() => {
  const form = document.querySelector("form.import-form");
  if (!form) return;
  const area = form.querySelector("[data-drop-area]");
  const input = form.querySelector("#file");
  const hint = form.querySelector(".drop-hint");
  const pasted = form.querySelector("#pasted");
  const key = "binhdang." + form.dataset.keep;

  const show = () => { hint.textContent = input.files.length ? hint.dataset.chosen + " " + input.files[0].name : ""; };
  input.addEventListener("change", show);
  area.addEventListener("dragover", (event) => { event.preventDefault(); area.classList.add("is-over"); });
  area.addEventListener("dragleave", () => area.classList.remove("is-over"));
  area.addEventListener("drop", (event) => {
    event.preventDefault();
    area.classList.remove("is-over");
    if (event.dataTransfer.files.length) { input.files = event.dataTransfer.files; show(); }
  });

  if (!pasted.value) pasted.value = localStorage.getItem(key) || "";
  pasted.addEventListener("input", () => localStorage.setItem(key, pasted.value));
  // Forgotten only once the next page says that it was stored: if the sending fails, the text is still here.
  form.addEventListener("submit", () => sessionStorage.setItem(key, "sent"));
})();
