"use strict";
// Files go in parts as soon as they are chosen, and after a break go on where they were: also when the page was closed and the
// same file is chosen again. The form then only names them. Without this they go with the form.
(() => {
  const words = document.currentScript.dataset;
  const PART = 256 * 1024;
  const FIRST_WAIT = 1000;
  const LONGEST_WAIT = 30000;

  // Which file is known to the server under which id, so that it goes on after the page was closed.
  const known = {
    key: (file) => ["binhdang.arriving", file.name, file.size, file.lastModified].join("|"),
    get: (file) => { try { return localStorage.getItem(known.key(file)); } catch { return null; } },
    set: (file, id) => { try { localStorage.setItem(known.key(file), id); } catch { /* it only begins anew then */ } },
    // app.js forgets it when the next page says that the form was stored; until then the file is there when it is chosen again.
    sent: (file) => { try { sessionStorage.setItem(known.key(file), "sent"); } catch { /* the server lets go of it in time */ } },
    forget: (file) => { try { localStorage.removeItem(known.key(file)); } catch { /* the server lets go of it in time */ } },
  };

  const pause = (millis) => new Promise((go) => {
    const timer = setTimeout(go, millis);
    addEventListener("online", () => { clearTimeout(timer); go(); }, { once: true });
  });

  // Null where the line is down. Who is signed out is sent elsewhere, or told that the form is no longer theirs.
  const ask = async (form, address, options = {}) => {
    try {
      const token = form.querySelector("input[name=_csrf]").value;
      const response = await fetch(words.address + address, {
        credentials: "same-origin", redirect: "manual", ...options, headers: { ...options.headers, "X-CSRF-TOKEN": token },
      });
      if (response.status >= 500) return null;
      const json = response.headers.get("Content-Type")?.includes("json");
      return { signedOut: response.type === "opaqueredirect" || response.status === 403, status: response.status, ...(json ? await response.json() : {}) };
    } catch { return null; }
  };

  const forget = (form, id) => ask(form, "/" + id + "/forget", { method: "POST" });

  const removeButton = (name, remove) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-sm";
    button.textContent = words.remove;
    button.setAttribute("aria-label", words.remove + ": " + name);
    button.addEventListener("click", remove);
    return button;
  };

  /** One file on its way: its line in the list, and where it stands. */
  class Arriving {
    constructor(field, file) {
      this.field = field;
      this.file = file;
      this.state = "sending";
      this.id = null;
      this.line = document.createElement("li");
      this.word = document.createElement("span");
      this.bar = document.createElement("progress");
      const name = document.createElement("span");
      name.textContent = file.name;
      this.word.textContent = words.sending;
      this.bar.max = 100;
      this.bar.value = 0;
      this.bar.setAttribute("aria-label", file.name);
      this.line.append(name, " ", this.word, " ", this.bar, " ", removeButton(file.name, () => this.remove()));
      this.field.list.append(this.line);
    }

    ask(address, options) { return ask(this.field.form, address, options); }

    // Only what is new is said: it is read out.
    say(sentence) { if (this.word.textContent !== sentence) this.word.textContent = sentence; }

    begin() {
      return this.ask("", { method: "POST", body: new URLSearchParams({ name: this.file.name, size: this.file.size }) });
    }

    part(from) {
      return this.ask("/" + this.id + "/parts?from=" + from, {
        method: "POST", body: this.file.slice(from, from + PART), headers: { "Content-Type": "application/octet-stream" },
      });
    }

    async send() {
      let wait = FIRST_WAIT;
      let standing = null;
      this.id = known.get(this.file);
      while (this.state === "sending") {
        const answer = !this.id ? await this.begin() : standing ? await this.part(standing.arrived) : await this.ask("/" + this.id);
        if (this.state !== "sending") {
          if (answer?.id && !this.id) forget(this.field.form, answer.id); // removed before it was known here
          return;
        }
        if (answer === null) {
          this.say(words.broken);
          standing = null; // how far it came is asked anew
          await pause(wait);
          wait = Math.min(wait * 2, LONGEST_WAIT);
        } else if (answer.status === 404) {
          known.forget(this.file);
          this.id = standing = null;
        } else if (answer.id) {
          wait = FIRST_WAIT;
          standing = answer;
          this.id = answer.id;
          known.set(this.file, answer.id);
          this.say(words.sending);
          this.bar.value = Math.floor(100 * answer.arrived / answer.size);
          if (answer.arrived === answer.size) this.done();
        } else {
          this.refuse(answer.signedOut ? words.signedOut : answer.sentence || words.broken);
        }
      }
    }

    done() {
      const named = document.createElement("input");
      named.type = "hidden";
      named.name = "arrived";
      named.value = this.id;
      this.line.append(named);
      this.bar.remove();
      this.say(words.arrived);
      this.end("arrived");
    }

    refuse(sentence) {
      this.bar.remove();
      this.word.className = "field-problem";
      this.say(sentence);
      this.end("refused");
    }

    remove() {
      known.forget(this.file);
      if (this.id) forget(this.field.form, this.id);
      this.line.remove();
      this.field.input.focus();
      this.end("removed");
    }

    end(state) {
      this.state = state;
      this.field.settle();
    }
  }

  /** A field for files, and those chosen with it. */
  class Field {
    constructor(input) {
      this.input = input;
      this.form = input.form;
      this.list = input.parentElement.querySelector(".arriving");
      this.files = [];
      this.waiting = false;
      this.note = document.createElement("p");
      this.note.className = "form-hint";
      this.note.setAttribute("role", "status");
      this.form.querySelector("button:not([type=button])").before(this.note); // where the eye is when it says so
      // Those that came before a form that is shown again: one of them may be what was wrong with it.
      this.list.querySelectorAll("li").forEach((line) => {
        line.append(" ", removeButton(line.querySelector("[lang]").textContent, () => {
          forget(this.form, line.querySelector("input").value);
          line.remove();
          input.focus();
        }));
      });
      input.addEventListener("change", () => {
        // An empty file goes with the form, which says what is wrong with it.
        if ([...input.files].some((file) => file.size === 0)) return;
        const before = [...this.list.querySelectorAll("button")];
        const added = [...input.files].filter((file) => this.add(file));
        // Where one file is asked for, another takes its place; after it was added, so that a form that waits goes on waiting.
        if (!input.multiple && added.length) before.forEach((remove) => remove.click());
        input.value = "";
      });
      // Before task.js, which takes the form as sent.
      this.form.addEventListener("submit", (event) => {
        if (this.are("sending") || this.are("refused")) {
          event.preventDefault();
          event.stopImmediatePropagation();
          this.waiting = this.are("sending");
          if (this.waiting) this.note.textContent = words.wait;
          else this.look();
        } else {
          this.files.forEach((one) => known.sent(one.file));
        }
      }, { capture: true });
    }

    are(state) {
      return this.files.some((one) => one.state === state);
    }

    add(file) {
      const there = (one) => known.key(one.file) === known.key(file) && ["sending", "arrived"].includes(one.state);
      if (this.files.some(there)) return false;
      const arriving = new Arriving(this, file);
      this.files.push(arriving);
      arriving.send();
      return true;
    }

    // What could not be sent is looked at before the form goes: without it, somebody in a hurry would take it for sent.
    look() {
      this.note.textContent = words.refused;
      this.input.focus();
    }

    settle() {
      if (!this.are("refused") && !this.waiting) this.note.textContent = "";
      if (!this.waiting || this.are("sending")) return;
      this.waiting = false;
      if (this.are("refused")) this.look();
      else this.form.requestSubmit();
    }
  }

  document.querySelectorAll("input[type=file][data-arriving]").forEach((input) => new Field(input));
})();
