"use strict";
// The form of a report: what was typed stays in this browser until it has been stored, and fields that the chosen state
// does not need step aside. Without it the form shows all fields and works the same.
document.querySelectorAll("form[data-draft]").forEach((form) => {
  const key = form.dataset.draft;
  const fields = [...form.elements].filter((field) =>
    field.name && field.type !== "file" && field.name !== "_csrf" && !("undrafted" in field.dataset));
  // A form that came back with problems holds what was typed already.
  const typedAgain = form.querySelector("[role=alert]") !== null;

  const showFitting = () => {
    const state = form.querySelector("input[name=state]:checked");
    form.querySelectorAll("[data-for]").forEach((part) => {
      part.hidden = state !== null && !part.dataset.for.split(" ").includes(state.value);
    });
  };

  const keep = () => {
    const typed = {};
    fields.forEach((field) => {
      if (field.type !== "radio") typed[field.name] = field.value;
      else if (field.checked) typed[field.name] = field.value;
    });
    try { localStorage.setItem(key, JSON.stringify(typed)); } catch { /* a full or closed store loses only the copy */ }
  };

  const restore = () => {
    let typed = null;
    try { typed = JSON.parse(localStorage.getItem(key)); } catch { /* not ours, or unreadable */ }
    if (!typed) return;
    let differs = false;
    fields.forEach((field) => {
      if (!(field.name in typed)) return;
      if (field.type === "radio") {
        const chosen = field.value === typed[field.name];
        differs = differs || chosen !== field.checked;
        field.checked = chosen;
      } else {
        differs = differs || field.value !== typed[field.name];
        field.value = typed[field.name];
      }
    });
    if (!differs) return;
    const notice = form.querySelector("[data-restored]");
    if (notice) notice.hidden = false;
    const folded = form.closest("details");
    if (folded) folded.open = true;
  };

  if (typedAgain) keep(); else restore();
  showFitting();
  form.addEventListener("input", () => { keep(); showFitting(); });
  // app.js forgets the copy when the next page says that it was stored.
  form.addEventListener("submit", () => {
    keep();
    sessionStorage.setItem(key, "sent");
    form.querySelector("button.btn-primary").disabled = true;
  });
});
