"use strict";
// Entering figures as in a spreadsheet. What is typed waits in this browser until the server says that it stands there; the
// page itself works without any of this, with one button.
(() => {
  const form = document.getElementById("entry");
  const words = form.dataset;
  const AFTER = 700;
  const FIRST_WAIT = 2000;
  const LONGEST_WAIT = 30000;
  const key = "binhdang.figures:" + words.account + ":" + words.id;

  // ---- figures as people write them: FigureText.java reads in the same way ----
  const MOST = 1e15;
  const read = (typed, decimals) => {
    let text = typed.replace(/[\s\u00a0\u202f]+/g, "").replace(/\u2212/g, "-");
    if (text === "") return { state: "missing" };
    if (/^x$/i.test(text)) return { state: "not-applicable" };
    if (/^\(.+\)$/.test(text)) text = "-" + text.slice(1, -1);
    let digits;
    if (/^-?\d+$/.test(text)) digits = text;
    else if (/^-?[1-9]\d{0,2}(\.\d{3})+$/.test(text)) {
      if (decimals >= 3 && text.indexOf(".") === text.lastIndexOf(".")) return { state: "unclear" };
      digits = text.replace(/\./g, "");
    } else if (/^-?[1-9]\d{0,2}(,\d{3}){2,}$/.test(text)) digits = text.replace(/,/g, "");
    else if (/^-?(\d+|[1-9]\d{0,2}(\.\d{3})+),\d+$/.test(text)) {
      if (decimals < 3 && /^-?[1-9]\d{0,2},\d{3}$/.test(text)) return { state: "unclear" };
      digits = text.replace(/\./g, "").replace(",", ".");
    } else if (/^-?(\d+|[1-9]\d{0,2}(,\d{3})+)\.\d+$/.test(text)) digits = text.replace(/,/g, "");
    else return { state: "unclear" };
    const [whole, fraction = ""] = digits.split(".");
    const kept = fraction.replace(/0+$/, "");
    if (kept.length > decimals) return { state: "unclear" };
    const value = Number(whole.replace("-", "") + kept.padEnd(decimals, "0"));
    if (value > MOST) return { state: "unclear" };
    return { state: "value", value: whole.startsWith("-") ? -value : value };
  };
  const [group, point] = document.documentElement.lang === "en" ? [",", "."] : [".", ","];
  const print = (value, decimals) => {
    const digits = String(Math.abs(value)).padStart(decimals + 1, "0");
    const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, group);
    const fraction = decimals ? digits.slice(-decimals).replace(/0+$/, "") : "";
    return (value < 0 ? "-" : "") + whole + (fraction ? point + fraction : "");
  };
  window.binhdangFigures = { read };

  const inputs = [...form.querySelectorAll(".entry-input")];
  const bySlot = new Map(inputs.map((input) => [input.name.slice(1), input]));
  const slotOf = (input) => input.name.slice(1);
  const decimalsOf = (input) => Number(input.dataset.decimals);
  const cellOf = (input) => input.closest("td");
  const nameOf = (input) => input.getAttribute("aria-labelledby").split(" ").map((id) => document.getElementById(id).textContent.trim()).join(" · ");
  const stateLine = document.getElementById("entry-state");
  const say = (sentence, state = "") => {
    if (stateLine.textContent !== sentence) stateLine.textContent = sentence;
    stateLine.dataset.state = state;
  };

  // ---- what waits in this browser: slot to what was known to stand there, and what is to stand there ----
  const waiting = { cells: {}, notes: {} };
  const kept = (() => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } })();
  const keep = () => {
    try {
      if (Object.keys(waiting.cells).length || Object.keys(waiting.notes).length) localStorage.setItem(key, JSON.stringify(waiting));
      else localStorage.removeItem(key);
    } catch { /* a full or forbidden store: the figures are sent all the same */ }
  };

  // ---- below a cell: why it was not stored, what is unusual ----
  const remark = (input, kind, className, sentence) => {
    const id = kind + slotOf(input);
    let line = document.getElementById(id);
    if (!sentence) line?.remove();
    else {
      if (!line) {
        line = document.createElement("p");
        line.id = id;
        line.className = className;
        cellOf(input).querySelector("input[type=hidden]").after(line);
      }
      line.textContent = sentence;
    }
    const ids = [...cellOf(input).querySelectorAll("p[id]")].map((one) => one.id).join(" ");
    if (ids) input.setAttribute("aria-describedby", ids); else input.removeAttribute("aria-describedby");
  };
  const invalid = (input, sentence) => {
    remark(input, "m", "field-problem", sentence);
    if (sentence) input.setAttribute("aria-invalid", "true"); else input.removeAttribute("aria-invalid");
  };
  const knownAs = (input, text) => {
    input.dataset.was = text;
    cellOf(input).querySelector("input[type=hidden]").value = text;
  };

  // ---- sums, shares and rules, while one types ----
  const valueIn = (input) => {
    const figure = input && read(input.value, decimalsOf(input));
    return figure && figure.state === "value" ? figure.value : null;
  };
  const percent = (part, whole) => part === null || !whole ? "" : (Math.round(1000 * part / whole) / 10).toFixed(1).replace(".", point);
  const countTable = (table) => {
    const heads = [...table.querySelectorAll("thead th")].slice(1);
    const rows = [...table.querySelectorAll("tbody tr")].map((row) => [...row.children].slice(1));
    const inputIn = (cell) => cell.querySelector(".entry-input");
    const sumOf = (column) => rows.reduce((sum, row) => sum + (valueIn(inputIn(row[column])) ?? 0), 0);
    const isFilled = (column) => rows.some((row) => valueIn(inputIn(row[column])) !== null);
    const decimals = (column) => Number(rows.map((row) => inputIn(row[column])).find((input) => input)?.dataset.decimals ?? 0);
    heads.forEach((head, column) => {
      if (!head.dataset.share) return;
      const [part, whole] = head.dataset.share.split("/").map(Number);
      rows.forEach((row) => { row[column].textContent = percent(valueIn(inputIn(row[part])), valueIn(inputIn(row[whole]))); });
    });
    const foot = table.querySelector("tfoot tr");
    if (foot) [...foot.children].slice(1).forEach((cell, column) => {
      const share = heads[column].dataset.share?.split("/").map(Number);
      cell.textContent = share ? percent(sumOf(share[0]), sumOf(share[1])) : isFilled(column) ? print(sumOf(column), decimals(column)) : "";
    });
  };
  const rules = JSON.parse(words.rules || "[]");
  const holds = (rule) => {
    let sum = 0, any = false;
    for (let i = 0; i < rule.slots.length; i++) {
      const input = bySlot.get(String(rule.slots[i]));
      const figure = input ? read(input.value, decimalsOf(input)) : { state: "missing" };
      if (figure.state === "missing" || figure.state === "unclear") return true;
      if (figure.state === "value") { any = true; sum += rule.factors[i] * figure.value; }
    }
    if (!any) return true;
    switch (rule.sign) {
      case "<=": return sum <= rule.constant;
      case "<": return sum < rule.constant;
      case ">=": return sum >= rule.constant;
      case ">": return sum > rule.constant;
      default: return sum === rule.constant;
    }
  };
  const panel = document.getElementById("entry-findings");
  const explained = {};
  panel.querySelectorAll("input").forEach((field) => { explained[field.name.slice(1)] = field.value; });
  let fromServer = [...panel.querySelectorAll("[data-mark]")].map((box) => ({
    mark: box.dataset.mark, error: box.classList.contains("finding-error"),
    words: box.querySelector("a").textContent, slot: Number(box.querySelector("a").hash.slice(2)),
  }));
  const sayFindings = () => {
    const broken = rules.filter((rule) => !holds(rule));
    const marks = new Set(rules.map((rule) => rule.mark));
    const others = fromServer.filter((one) => !marks.has(one.mark) && !(one.mark.startsWith("required:") && bySlot.get(String(one.slot))?.value.trim()));
    const all = [...broken.map((rule) => ({ mark: rule.mark, error: rule.error, words: rule.words, slot: rule.slots[0] })), ...others];
    const slots = new Set(broken.flatMap((rule) => rule.slots.map(String)));
    inputs.forEach((input) => cellOf(input).classList.toggle("is-broken", slots.has(slotOf(input))));
    const shown = all.map((one) => one.mark).join("|");
    if (panel.dataset.shown === shown) return;
    panel.dataset.shown = shown;
    const inside = panel.contains(document.activeElement) ? document.activeElement.name : null;
    panel.replaceChildren(...(all.length ? all.map(findingBox) : [Object.assign(document.createElement("p"), { className: "text-secondary", textContent: words.none })]));
    if (inside) panel.querySelector("[name=\"" + CSS.escape(inside) + "\"]")?.focus();
  };
  const findingBox = (one) => {
    const box = document.createElement("div");
    box.className = "finding " + (one.error ? "finding-error" : "finding-warning");
    const line = document.createElement("p");
    const kind = document.createElement("b");
    kind.textContent = one.error ? words.error : words.warning;
    const link = document.createElement("a");
    link.href = "#c" + one.slot;
    link.textContent = one.words;
    line.append(kind, " ", link);
    box.append(line);
    if (!one.error) {
      const label = document.createElement("label");
      label.className = "form-label";
      label.htmlFor = "r" + one.mark;
      label.textContent = words.why;
      const field = document.createElement("input");
      Object.assign(field, { className: "form-control", id: "r" + one.mark, name: "r" + one.mark, maxLength: 2000, autocomplete: "off", value: explained[one.mark] ?? "" });
      field.lang = "vi";
      box.append(label, field);
    }
    return box;
  };
  panel.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const input = link && document.getElementById(link.hash.slice(1));
    if (!input) return;
    event.preventDefault();
    input.focus();
  });
  const count = () => {
    form.querySelectorAll(".entry-table").forEach(countTable);
    sayFindings();
  };

  // ---- sending ----
  let timer = 0, wait = FIRST_WAIT, sending = false, last = "", onTheWay = new Set();
  const sendable = () => Object.entries(waiting.cells).filter(([, cell]) => !cell.refused && !cell.conflict);
  const unsent = () => Object.keys(waiting.cells).length;
  const later = (millis) => { clearTimeout(timer); timer = setTimeout(send, millis); };
  const settle = () => {
    inputs.forEach((input) => cellOf(input).classList.toggle("is-waiting", slotOf(input) in waiting.cells));
    keep();
  };
  const send = async (confirm) => {
    clearTimeout(timer);
    const cells = sendable();
    const notes = Object.entries(waiting.notes);
    if (sending) return later(AFTER);
    if (!cells.length && !notes.length && !confirm) return;
    sending = true;
    onTheWay = new Set(cells.map(([slot]) => slot));
    say(words.saving);
    const body = new URLSearchParams();
    cells.forEach(([slot, cell]) => { body.append("c" + slot, cell.now); body.append("w" + slot, cell.was); });
    notes.forEach(([name, text]) => body.append(name, text));
    if (confirm) body.append("confirm", confirm);
    let answer = null, standing = 0;
    try {
      const response = await fetch(form.getAttribute("action") + "/cells", {
        method: "POST", body, credentials: "same-origin", redirect: "manual",
        headers: { "X-CSRF-TOKEN": form.querySelector("input[name=_csrf]").value, Accept: "application/json" },
      });
      standing = response.type === "opaqueredirect" ? 403 : response.status;
      if (response.ok) answer = await response.json();
    } catch { /* the line is down */ }
    sending = false;
    onTheWay.clear();
    if (answer) return taken(answer, cells, notes, confirm);
    if (standing === 401 || standing === 403) return say(words.signedOut, "unsaved");
    if (standing === 404 || standing === 409) return say(words.closed, "unsaved");
    say(words.broken.replace("{0}", unsent()), "unsaved");
    later(wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  };
  const taken = (answer, cells, notes, confirm) => {
    wait = FIRST_WAIT;
    notes.forEach(([name, text]) => { if (waiting.notes[name] === text) delete waiting.notes[name]; });
    cells.forEach(([slot, sent]) => {
      const input = bySlot.get(slot);
      const now = waiting.cells[slot];
      const stands = answer.stands[slot];
      if (!input || !now) return;
      if (answer.mistakes[slot]) {
        if (now.now === sent.now) { now.refused = true; invalid(input, answer.mistakes[slot]); }
      } else if (answer.conflicts.includes(Number(slot))) {
        now.conflict = true;
        now.theirs = stands;
      } else {
        knownAs(input, stands);
        if (now.now === sent.now) {
          delete waiting.cells[slot];
          invalid(input, null);
          if (document.activeElement !== input) input.value = stands;
        } else if (now.now === stands) delete waiting.cells[slot];
        else now.was = stands;
      }
    });
    // Others may have filled in other cells meanwhile.
    Object.entries(answer.stands).forEach(([slot, text]) => {
      const input = bySlot.get(slot);
      if (!input || slot in waiting.cells || text === input.dataset.was) return;
      knownAs(input, text);
      if (document.activeElement !== input || confirm) input.value = text;
    });
    inputs.forEach((input) => remark(input, "h", "entry-hint", answer.hints[slotOf(input)]));
    fromServer = answer.findings;
    document.querySelectorAll("input[data-edition]").forEach((field) => { field.value = answer.edition; });
    if (confirm) confirmed(confirm);
    settle();
    count();
    sayConflicts();
    const refused = Object.values(waiting.cells).filter((cell) => cell.refused || cell.conflict).length;
    last = words.saved.replace("{0}", new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" }));
    if (sendable().length || Object.keys(waiting.notes).length) later(AFTER);
    else if (refused) say(words.refused.replace("{0}", refused), "unsaved");
    else say(last, "saved");
  };
  // Handing in: what still waits goes first.
  document.querySelectorAll("form[data-settles]").forEach((other) => other.addEventListener("submit", async (event) => {
    if (!unsent()) return;
    event.preventDefault();
    await send();
    if (!unsent()) other.requestSubmit();
  }));
  const confirmed = (which) => {
    form.querySelectorAll(".entry-source").forEach((line) => {
      const button = line.querySelector("button");
      const input = cellOf(line).querySelector(".entry-input");
      if (!button || (which !== "all" && which !== button.value) || input.dataset.was !== line.dataset.computed) return;
      const mark = document.createElement("span");
      mark.className = "entry-confirmed";
      mark.textContent = "✓ " + words.confirmed;
      if (document.activeElement === button) input.focus();
      button.replaceWith(mark);
    });
    if (which === "all") form.querySelector(".entry-computed")?.remove();
  };

  // ---- somebody else has changed the same cell: both are shown, the person chooses ----
  const conflicts = document.getElementById("entry-conflicts");
  const sayConflicts = () => {
    const open = Object.entries(waiting.cells).filter(([, cell]) => cell.conflict);
    const shown = JSON.stringify(open);
    if (conflicts.dataset.shown === shown) return;
    conflicts.dataset.shown = shown;
    conflicts.replaceChildren();
    if (!open.length) return;
    const title = document.createElement("p");
    title.textContent = words.conflict;
    conflicts.append(title);
    open.forEach(([slot, cell]) => {
      const input = bySlot.get(slot);
      const line = document.createElement("div");
      line.className = "entry-conflict";
      const name = document.createElement("p");
      name.textContent = nameOf(input) + ":";
      const choice = (text, value, take) => {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "btn btn-sm";
        button.textContent = text.replace("{0}", value || words.emptied);
        button.addEventListener("click", () => { take(); settle(); count(); sayConflicts(); input.focus(); });
        return button;
      };
      line.append(name,
        choice(words.mine, cell.now, () => { waiting.cells[slot] = { was: cell.theirs, now: cell.now }; later(0); }),
        choice(words.theirs, cell.theirs, () => { delete waiting.cells[slot]; knownAs(input, cell.theirs); input.value = cell.theirs; invalid(input, null); }));
      conflicts.append(line);
      input.setAttribute("aria-invalid", "true");
    });
  };

  // ---- a change of a cell, and taking it back ----
  const done = [];
  const put = (input, text) => {
    input.value = text;
    const slot = slotOf(input);
    const before = waiting.cells[slot];
    const was = before ? (before.conflict ? before.theirs : before.was) : input.dataset.was;
    // While a figure is on its way, what stands there is about to change: what is typed now has to follow it.
    if (text.trim() === was && !onTheWay.has(slot)) delete waiting.cells[slot];
    else waiting.cells[slot] = { was, now: text.trim() };
    invalid(input, null);
  };
  const changed = (steps) => {
    done.push(steps);
    settle();
    count();
    sayConflicts();
    if (unsent()) say(words.waiting.replace("{0}", unsent()));
    later(AFTER);
  };
  let held = "";
  form.addEventListener("focusin", (event) => {
    if (!event.target.classList.contains("entry-input")) return;
    held = event.target.value;
    event.target.select();
    document.getElementById("noteCell").value = slotOf(event.target);
  });
  form.addEventListener("input", (event) => {
    const field = event.target;
    if (field.classList.contains("entry-input")) {
      put(field, field.value);
      settle();
      count();
      if (unsent()) say(words.waiting.replace("{0}", unsent()));
      later(AFTER);
    } else if (/^[nr]/.test(field.name) && field.name !== "noteCell" && field.name !== "noteText") {
      waiting.notes[field.name] = field.value;
      if (field.name.startsWith("r")) explained[field.name.slice(1)] = field.value;
      keep();
      later(AFTER);
    }
  });
  form.addEventListener("focusout", (event) => {
    const input = event.target;
    if (!input.classList.contains("entry-input") || input.value === held) return;
    done.push([[input, held, input.value]]);
    held = input.value;
  });
  const undo = () => {
    const steps = done.pop();
    if (!steps) return;
    steps.forEach(([input, before]) => put(input, before));
    settle();
    count();
    sayConflicts();
    const [first] = steps[0];
    first.focus();
    held = first.value;
    first.select();
    later(AFTER);
  };

  // ---- moving ----
  const tables = [...form.querySelectorAll(".entry-table")];
  const grid = (table) => [...table.querySelectorAll("tbody tr")].map((row) => [...row.children].slice(1).map((cell) => cell.querySelector(".entry-input")));
  const place = (input) => {
    const table = input.closest("table");
    const rows = grid(table);
    const row = rows.findIndex((line) => line.includes(input));
    return { table, rows, row, column: rows[row].indexOf(input) };
  };
  const move = (input, down, right) => {
    const { table, rows, row, column } = place(input);
    if (right) {
      const line = rows.flat().filter((one) => one);
      return line[line.indexOf(input) + right];
    }
    for (let at = row + down; rows[at]; at += down) if (rows[at][column]) return rows[at][column];
    const next = tables[tables.indexOf(table) + down];
    if (!next) return null;
    const lines = grid(next);
    const ordered = down > 0 ? lines : [...lines].reverse();
    return ordered.map((line) => line[column] ?? line.find((one) => one)).find((one) => one);
  };
  let editing = null;
  form.addEventListener("keydown", (event) => {
    const input = event.target;
    if (!input.classList.contains("entry-input") || event.isComposing) return;
    const all = input.selectionStart === 0 && input.selectionEnd === input.value.length;
    const go = (target) => { event.preventDefault(); editing = null; target?.focus(); };
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.shiftKey) {
      event.preventDefault();
      if (input.value !== held) { const before = held; put(input, before); settle(); count(); later(AFTER); input.select(); } else undo();
    } else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === "F2" && event.shiftKey) { event.preventDefault(); document.getElementById("noteText").focus(); }
    else if (event.key === "F2") { event.preventDefault(); editing = input; input.setSelectionRange(input.value.length, input.value.length); }
    else if (event.key === "Enter") go(move(input, event.shiftKey ? -1 : 1, 0));
    else if (event.key === "ArrowDown") go(move(input, 1, 0));
    else if (event.key === "ArrowUp") go(move(input, -1, 0));
    else if (event.key === "ArrowLeft" && editing !== input && (all || input.selectionEnd === 0)) go(move(input, 0, -1));
    else if (event.key === "ArrowRight" && editing !== input && (all || input.selectionStart === input.value.length)) go(move(input, 0, 1));
    else if (event.key === "Escape") { event.preventDefault(); put(input, held); settle(); count(); input.select(); }
  });

  // ---- a block from Excel ----
  form.addEventListener("paste", (event) => {
    const input = event.target;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!input.classList.contains("entry-input") || !/[\t\n]/.test(text.replace(/\r?\n$/, ""))) return;
    event.preventDefault();
    const { rows, row, column } = place(input);
    const steps = [], outside = [];
    text.replace(/\r?\n$/, "").split(/\r?\n/).forEach((line, down) => line.split("\t").forEach((value, right) => {
      const target = rows[row + down]?.[column + right];
      const shown = rows[row + down] && column + right < rows[row + down].length && !target;
      if (target) {
        steps.push([target, target === input ? held : target.value, value.trim()]);
        put(target, value.trim());
      } else if (value.trim() && !shown) outside.push(value.trim());
    }));
    held = input.value;
    changed(steps);
    say(words.pasted.replace("{0}", steps.length) + (outside.length ? " " + words.outside.replace("{0}", outside.join("; ")) : ""), outside.length ? "unsaved" : "");
    // What cannot be read is marked at once; the server says why.
    steps.forEach(([target]) => { if (read(target.value, decimalsOf(target)).state === "unclear") target.setAttribute("aria-invalid", "true"); });
  });

  // ---- buttons ----
  form.addEventListener("submit", (event) => {
    if (document.getElementById("noteText").value.trim()) return; // a new note makes a new page
    event.preventDefault();
    const which = event.submitter?.name === "confirm" ? event.submitter.value : null;
    Object.values(waiting.cells).forEach((cell) => { delete cell.refused; });
    if (which || sendable().length || Object.keys(waiting.notes).length) send(which);
    else if (!unsent() && last) say(last, "saved");
  });
  addEventListener("online", () => { wait = FIRST_WAIT; send(); });
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible" && unsent()) send(); });

  // ---- what was left here the last time ----
  if (kept) {
    Object.entries(kept.cells ?? {}).forEach(([slot, cell]) => {
      const input = bySlot.get(slot);
      if (!input || input.dataset.was === cell.now) return;
      waiting.cells[slot] = { was: cell.was, now: cell.now };
      input.value = cell.now;
    });
    Object.assign(waiting.notes, kept.notes ?? {});
    Object.entries(waiting.notes).forEach(([name, text]) => { const field = form.elements.namedItem(name); if (field) field.value = text; });
    settle();
    if (unsent()) { say(words.restored.replace("{0}", unsent())); send(); }
  }
  count();
})();
