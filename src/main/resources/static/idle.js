"use strict";
// On sensitive screens: keeps what is typed in this tab, warns before the screen locks, covers it when nothing was done
// for long, and opens it again with the password, in place. The server asks by itself too; this only makes it gentle.
(() => {
  const cover = document.getElementById("idle-cover");
  const warning = document.getElementById("idle-warning");
  if (!cover) return;

  // ---- what is typed ----
  const unkept = (field) => !field.name || field.name === "_csrf" || ["password", "hidden", "file", "submit"].includes(field.type)
    || field.autocomplete === "one-time-code" || "secret" in field.dataset;
  const keyOf = (form) => "binhdang-form:" + cover.dataset.account + ":" + location.pathname + ":" + form.getAttribute("action");
  const forms = [...document.querySelectorAll("form[method=post]:not([data-unkept]):not([data-confirm]):not([data-draft]):not([data-autosave])")]
    .filter((form) => [...form.elements].some((field) => !unkept(field) && field.tagName !== "BUTTON"));
  const fieldsOf = (form) => [...form.elements].filter((field) => !unkept(field) && field.tagName !== "BUTTON");
  const picks = (field) => field.type === "radio" || field.type === "checkbox";
  const keep = (form, sent) => {
    const typed = fieldsOf(form).map((field) => [field.name, picks(field) ? field.value : "", picks(field) ? field.checked : field.value]);
    try { sessionStorage.setItem(keyOf(form), JSON.stringify({ typed, sent })); } catch { /* a full store loses only the copy */ }
  };
  const restore = (form) => {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(form)));
    if (!kept) return;
    const places = new Map();
    kept.typed.forEach(([name, choice, value]) => {
      const fit = fieldsOf(form).filter((field) => field.name === name && (!picks(field) || field.value === choice));
      const place = places.get(name + choice) || 0;
      places.set(name + choice, place + 1);
      const field = fit[picks(fit[0] || {}) ? 0 : place];
      if (!field) return;
      if (picks(field)) field.checked = value; else field.value = value;
    });
    form.closest("details")?.setAttribute("open", "");
  };
  const changed = new Set();
  if (!document.querySelector("main [role=alert]:not(:empty)")) forms.forEach(restore);
  forms.forEach((form) => {
    form.addEventListener("input", () => { changed.add(form); keep(form, false); });
    form.addEventListener("submit", () => { if (changed.has(form) || sessionStorage.getItem(keyOf(form))) keep(form, true); });
  });

  // ---- time ----
  const idle = Number(cover.dataset.seconds) * 1000;
  const notice = Math.min(120000, idle / 3);
  let deed = Date.now();
  let told = Date.now();
  const tell = async () => {
    told = Date.now();
    try {
      const reply = await fetch("/account/sessions/alive", { headers: { "HX-Request": "true" }, credentials: "same-origin" });
      if (reply.status === 401) lock();
    } catch { /* no network: the next deed tries again */ }
  };
  const done = () => {
    if (cover.open) return;
    deed = Date.now();
    warning.hidden = true;
    if (deed - told > idle / 10) tell();
  };
  ["input", "keydown", "pointerdown"].forEach((event) => document.addEventListener(event, done));
  const lock = () => {
    warning.hidden = true;
    if (!cover.open) cover.showModal();
  };
  setInterval(() => {
    const rest = idle - (Date.now() - deed);
    if (rest <= 0) lock();
    else if (rest <= notice && !cover.open) warning.hidden = false;
  }, Math.min(5000, idle / 20));

  // ---- the cover ----
  const password = document.getElementById("idle-password");
  const problem = document.getElementById("idle-problem");
  cover.addEventListener("cancel", (event) => event.preventDefault());
  cover.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    problem.textContent = "";
    const body = new URLSearchParams(new FormData(event.target));
    password.value = "";
    let page;
    try {
      const reply = await fetch("/sign-in/again", { method: "POST", body, credentials: "same-origin" });
      if (new URL(reply.url).pathname === "/sign-in") { location.assign("/sign-in?expired"); return; }
      page = new DOMParser().parseFromString(await reply.text(), "text/html");
    } catch {
      problem.textContent = cover.dataset.failed;
      return;
    }
    const fresh = page.querySelector("input[name=_csrf]");
    if (fresh) {
      document.querySelectorAll("input[name=_csrf]").forEach((field) => { field.value = fresh.value; });
      document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRF-TOKEN": fresh.value }));
    }
    if (page.querySelector("form[data-confirm]")) {
      problem.textContent = page.querySelector("main [role=alert]")?.textContent || cover.dataset.failed;
      return;
    }
    deed = told = Date.now();
    cover.close();
  });
})();
