"use strict";
// The editor of drafts. Every form of it works by itself with its own button; this script saves while people type, keeps
// what could not be sent, and changes only the part of the page that changed.
(() => {
  const editor = document.getElementById("editor");
  if (!editor) return;
  editor.classList.add("scripted");

  const TYPING_PAUSE = 800;
  const RETRY = 15000;
  const KEPT = "binhdang:" + editor.dataset.account + ":" + editor.dataset.editor + ":";
  const stateLine = document.getElementById("save-state");
  const banner = document.getElementById("editor-banner");
  const stored = new WeakMap();   // form -> its fields as the server has them
  const timers = new WeakMap();
  const sending = new WeakMap();  // form -> promise of the request under way
  const refused = new WeakMap();  // form -> words with a mistake, not sent again until they change

  // ---- what a form says ----
  const fieldsOf = (form) => {
    const fields = new URLSearchParams(new FormData(form));
    fields.delete("_csrf");
    return fields;
  };
  const wordsOf = (form) => {
    const fields = fieldsOf(form);
    fields.delete("version");
    return fields.toString();
  };
  const partOf = (form) => form.closest(".part") || form;
  const say = (state, words) => {
    stateLine.dataset.state = state;
    stateLine.textContent = words || document.body.dataset[state];
  };
  const token = () => editor.querySelector("input[name=_csrf]").value;

  // ---- what a browser keeps until it is stored ----
  const keep = (form) => {
    try { localStorage.setItem(KEPT + form.getAttribute("action"), fieldsOf(form).toString()); } catch (full) { /* typing goes on */ }
  };
  const release = (form) => localStorage.removeItem(KEPT + form.getAttribute("action"));
  const fill = (form, fields) => {
    const places = new Map();
    for (const [name, value] of fields) {
      const place = places.get(name) || 0;
      places.set(name, place + 1);
      const elements = form.querySelectorAll(`[name="${CSS.escape(name)}"]`);
      if (elements[place]) elements[place].value = value;
    }
  };

  // ---- the banner: no sign-in, no network, a refusal ----
  const tell = (words, signIn) => {
    banner.textContent = words;
    if (!signIn) return;
    const link = document.createElement("a");
    link.href = "/sign-in";
    link.target = "_blank";
    link.textContent = editor.dataset.textSignIn;
    banner.append(" ", link);
  };
  const failed = (words, signIn) => {
    say("unsaved");
    tell(words, signIn);
  };
  const refusal = (html) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const lead = page.querySelector(".notice-page .lead");
    return lead ? lead.textContent : editor.dataset.textFailed;
  };

  // ---- sending ----
  /** @returns the answer when the part is stored; null when something else has to happen first, which is then shown */
  const post = async (form, fields) => {
    say("saving");
    let response;
    try {
      response = await fetch(form.getAttribute("action"), {
        method: "POST", body: fields, headers: { "HX-Request": "true", "X-CSRF-TOKEN": token() }, credentials: "same-origin",
      });
    } catch (offline) {
      failed(editor.dataset.textOffline);
      return null;
    }
    const html = await response.text();
    const version = response.headers.get("X-Version");
    if (version && response.ok && form.elements.version) form.elements.version.value = version;
    if (response.status === 401 || response.status === 403) failed(editor.dataset.textExpired, true);
    else if (response.status === 404) failed(editor.dataset.textGone);
    else if (response.status === 422) mistaken(form, version, html);
    else if (response.status === 409 && version) conflict(form, html);
    else if (!response.ok) failed(response.status === 409 ? refusal(html) : editor.dataset.textFailed);
    else {
      banner.textContent = "";
      return { html, shown: response.headers.get("X-Shown") || "", removed: (response.headers.get("X-Remove") || "").split(" ").filter(Boolean) };
    }
    return null;
  };

  const save = (form) => {
    clearTimeout(timers.get(form));
    if (sending.has(form)) return sending.get(form).then(() => save(form));
    const words = wordsOf(form);
    if (words === stored.get(form)) { release(form); return Promise.resolve(true); }
    if (words === refused.get(form)) return Promise.resolve(false);
    const request = post(form, fieldsOf(form)).then((answer) => {
      sending.delete(form);
      if (!answer) return false;
      stored.set(form, words);
      clearMistakes(form);
      if (wordsOf(form) === words) {
        release(form);
        fill(form, new URLSearchParams(answer.shown));
        stored.set(form, wordsOf(form));
      }
      say("saved", answer.html.trim());
      showSummary(form);
      refreshLater(form);
      return true;
    });
    sending.set(form, request);
    return request;
  };
  const saveLater = (form, pause) => {
    clearTimeout(timers.get(form));
    timers.set(form, setTimeout(() => save(form), pause));
  };
  const unsaved = () => [...editor.querySelectorAll("form[data-autosave]")]
    .filter((form) => stored.has(form) && stored.get(form) !== wordsOf(form));
  const saveAll = (but) => Promise.all(unsaved().filter((form) => form !== but).map(save));

  // ---- mistakes beside their fields ----
  const clearMistakes = (form) => {
    form.querySelectorAll(".field-mistake").forEach((mistake) => mistake.remove());
    form.querySelectorAll("[aria-invalid]").forEach((field) => {
      field.removeAttribute("aria-invalid");
      field.removeAttribute("aria-describedby");
    });
  };
  const mistaken = (form, version, html) => {
    clearMistakes(form);
    form.elements.version.value = version;
    refused.set(form, wordsOf(form));
    const answer = document.createElement("template");
    answer.innerHTML = html;
    say("unsaved", answer.content.textContent.trim());
    answer.content.querySelectorAll("[data-mistake]").forEach((mistake) => {
      const field = form.elements[mistake.dataset.mistake];
      mistake.id = "mistake-" + field.id;
      mistake.setAttribute("role", "alert");
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", mistake.id);
      field.after(mistake);
    });
  };

  // ---- two people at the same words ----
  const conflict = (form, html) => {
    const answer = document.createElement("template");
    answer.innerHTML = html;
    const panel = answer.content.querySelector(".conflict");
    partOf(form).querySelectorAll(".conflict").forEach((old) => old.remove());
    form.after(panel);
    say("unsaved", panel.querySelector("b").textContent);
    const version = panel.querySelector("input[name=version]").value;
    panel.querySelector("[data-keep=mine]").addEventListener("click", (event) => {
      event.preventDefault();
      panel.remove();
      form.elements.version.value = version;
      stored.set(form, "");
      save(form);
    });
    panel.querySelector("[data-keep=theirs]").addEventListener("click", (event) => {
      event.preventDefault();
      release(form);
      const theirs = [...panel.querySelectorAll("[data-theirs]")];
      if (theirs.some((words) => form.querySelectorAll(`[name="${words.dataset.theirs}"]`).length !== 1)) {
        location.reload();
        return;
      }
      theirs.forEach((words) => { form.elements[words.dataset.theirs].value = words.dataset.value; });
      form.elements.version.value = version;
      stored.set(form, wordsOf(form));
      panel.remove();
      say("saved");
      showSummary(form);
    });
    panel.querySelector("[data-keep=mine]").focus();
  };

  // ---- parts that come, go and move ----
  const exchange = (old, html, removed) => {
    const answer = document.createElement("template");
    answer.innerHTML = html;
    const nodes = [...answer.content.children];
    removed.map((id) => document.getElementById(id)).forEach((gone) => { if (gone && gone !== old) gone.remove(); });
    const open = old.querySelector("details[data-keep-open][open]");
    if (open) nodes.forEach((node) => node.querySelectorAll("details[data-keep-open]").forEach((d) => d.setAttribute("open", "")));
    old.replaceWith(...nodes);
    nodes.forEach(remember);
    ends();
    return nodes;
  };
  const ends = () => {
    editor.querySelectorAll(".editor-section .card-body").forEach((list) => {
      const parts = list.querySelectorAll(".block, .task");
      parts.forEach((part, i) => {
        const first = i === 0, last = i === parts.length - 1;
        part.querySelectorAll("button[value=up]").forEach((b) => { b.disabled = first; });
        part.querySelectorAll("button[value=down], button[value=join]").forEach((b) => { b.disabled = last; });
      });
    });
  };
  const focusAfter = (nodes, deed) => {
    const again = deed && nodes[0] && nodes[0].querySelector(`button[value="${deed}"]:not(:disabled)`);
    const added = deed && deed.startsWith("add") ? nodes[deed === "add-before" ? 0 : nodes.length - 1] : null;
    const target = added ? added.querySelector("textarea") : again || (nodes[0] && nodes[0].querySelector("textarea, button"));
    if (target) target.closest("details:not([open])")?.setAttribute("open", "");
    if (target) target.focus();
  };

  const perform = async (form, button) => {
    const deed = button && button.name === "do" ? button.value : null;
    if (deed === "save") return save(form);
    if (!(await saveAll(form).then((all) => all.every(Boolean)))) return undefined;
    await sending.get(form);
    const fields = fieldsOf(form);
    if (deed) fields.set("do", deed);
    const text = form.querySelector("textarea[name=text]");
    if (button && button.hasAttribute("data-needs-cursor") && text) fields.set("at", String(text.selectionStart));
    const answer = await post(form, fields);
    if (!answer) return undefined;
    release(form);
    say("saved");
    if (form.hasAttribute("data-mend")) { location.reload(); return undefined; }
    if (form.dataset.append) {
      const end = document.createElement("div");
      document.getElementById(form.dataset.append).append(end);
      focusAfter(exchange(end, answer.html, []), "add-after");
    } else {
      const old = form.dataset.target ? document.getElementById(form.dataset.target)
        : form.hasAttribute("data-undo") && form.closest("#bases") ? document.getElementById("bases") : partOf(form);
      focusAfter(exchange(old, answer.html, answer.removed), deed);
    }
    refreshLater();
    return undefined;
  };

  // ---- findings, summaries ----
  let refreshing;
  const refreshLater = (form) => {
    clearTimeout(refreshing);
    refreshing = setTimeout(refreshNotes, 1500);
    const id = form && form.dataset.refresh;
    if (!id) return;
    fetch(location.pathname).then((r) => r.text()).then((html) => {
      const now = new DOMParser().parseFromString(html, "text/html").getElementById(id);
      if (now) document.getElementById(id).replaceChildren(...now.childNodes);
    });
  };
  const refreshNotes = async () => {
    let response;
    try { response = await fetch(editor.dataset.notesFrom, { headers: { "HX-Request": "true" } }); } catch (offline) { return; }
    if (!response.ok) return;
    const answer = document.createElement("template");
    answer.innerHTML = await response.text();
    const notes = new Map([...answer.content.children].map((slot) => [slot.dataset.notes, slot]));
    editor.querySelectorAll("[data-notes]").forEach((slot) => {
      const now = notes.get(slot.dataset.notes);
      slot.replaceChildren(...(now ? now.childNodes : []));
      const flag = slot.closest(".task")?.querySelector(".task-flag");
      if (!flag) return;
      const worst = slot.querySelector(".finding-error") ? "error" : slot.querySelector(".finding-warning") ? "warning" : "";
      flag.replaceChildren(...(worst ? [document.getElementById("flag-" + worst).content.cloneNode(true)] : []));
    });
  };
  const showSummary = (form) => {
    const task = form.closest(".task");
    if (!task) return;
    task.querySelectorAll("[data-shows]").forEach((place) => {
      place.textContent = form.elements[place.dataset.shows].value || "–";
    });
  };

  // ---- after an expired sign-in or a lost network ----
  const resend = async () => {
    if (!unsaved().length || stateLine.dataset.state !== "unsaved" || editor.querySelector(".conflict")) return;
    let response;
    try { response = await fetch("/account/password", { headers: { "HX-Request": "true" } }); } catch (offline) { return; }
    if (!response.ok || response.redirected) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    // Somebody else signed in at this browser: these words are not theirs to store.
    if (page.querySelector("[data-account]").dataset.account !== editor.dataset.account) return;
    const fresh = page.querySelector("input[name=_csrf]").value;
    document.querySelectorAll("input[name=_csrf]").forEach((input) => { input.value = fresh; });
    document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRF-TOKEN": fresh }));
    if ((await saveAll()).every(Boolean)) say("saved", editor.dataset.textResent);
  };
  const sendKept = () => {
    for (const key of Object.keys(localStorage).filter((k) => k.startsWith(KEPT))) {
      const form = [...editor.querySelectorAll("form[data-autosave]")].find((f) => f.getAttribute("action") === key.slice(KEPT.length));
      const fields = new URLSearchParams(localStorage.getItem(key));
      if (form) {
        fill(form, fields);
        form.closest("details")?.setAttribute("open", "");
        save(form);
      } else {
        tell(editor.dataset.textGone + " " + (fields.get("text") || fields.get("value") || ""));
        localStorage.removeItem(key);
      }
    }
  };

  // ---- wiring ----
  const remember = (root) => {
    const forms = root.matches("form[data-autosave]") ? [root] : root.querySelectorAll("form[data-autosave]");
    forms.forEach((form) => stored.set(form, wordsOf(form)));
  };
  editor.addEventListener("input", (event) => {
    const form = event.target.form;
    if (!form || !form.hasAttribute("data-autosave")) return;
    keep(form);
    if (!event.target.hasAttribute("data-save-on-change")) saveLater(form, TYPING_PAUSE);
  });
  editor.addEventListener("change", (event) => {
    const form = event.target.form;
    if (form && form.hasAttribute("data-autosave")) saveLater(form, 0);
  });
  editor.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-autosave], [data-undo], [data-target], [data-append], [data-mend]")) return;
    event.preventDefault();
    perform(form, event.submitter);
  });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) resend(); });
  window.addEventListener("online", resend);
  window.addEventListener("focus", resend);
  setInterval(resend, RETRY);
  remember(editor);
  sendKept();
})();
