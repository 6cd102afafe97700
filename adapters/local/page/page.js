// What only the browser can do: keep unsent words, tell a finished Enter from one that chooses a Chinese character, read a form.
window.measured = {
  LONGEST: 200000,

  values(form) {
    return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  },

  // Begin at what is wrong, else at the first field, unless somebody is in a field already.
  focusForm(form) {
    const wrong = form.querySelector("[aria-invalid=true]");
    setTimeout(() => {
      if (wrong) wrong.focus();
      else if (!form.contains(document.activeElement)) form.querySelector("input, textarea, select")?.focus();
    }, 60);
  },

  // What is typed into a form outlives Escape, a reload and a server that is away, until the form is sent or cancelled.
  keepForm(form) {
    localStorage.setItem("measured:form:" + form.dataset.key, JSON.stringify(this.values(form)));
  },

  // The dialog comes a moment after it was asked for; until then there is nothing to fill.
  restoreForm(id, tries = 100) {
    const form = document.getElementById("c" + id);
    if (!form) {
      if (tries > 0) setTimeout(() => this.restoreForm(id, tries - 1), 20);
      return;
    }
    const kept = JSON.parse(localStorage.getItem("measured:form:" + form.dataset.key) ?? "{}");
    for (const field of form.elements) if (field.name in kept) field.value = kept[field.name];
    this.focusForm(form);
  },

  forgetForm(key) {
    localStorage.removeItem("measured:form:" + key);
  },

  keyOf(box) {
    return "measured:unsent:" + box.dataset.key;
  },

  grow(box) {
    box.style.height = "auto";
    box.style.height = Math.min(box.scrollHeight, 240) + "px";
  },

  typed(box) {
    localStorage.setItem(this.keyOf(box), box.value);
    document.querySelector(".too-long").hidden = true;
    this.grow(box);
  },

  enter(event, emit) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.send(emit);
  },

  send(emit) {
    const box = document.querySelector(".box textarea");
    if (!box.value.trim()) return;
    if (box.value.length > this.LONGEST) {
      document.querySelector(".too-long").hidden = false;
      return;
    }
    emit({ key: box.dataset.key, text: box.value });
  },

  // The server has it: only now is it gone from the box, and only if nothing was typed meanwhile.
  taken(key, text) {
    const box = document.querySelector(".box textarea");
    if (localStorage.getItem("measured:unsent:" + key) === text) localStorage.removeItem("measured:unsent:" + key);
    if (box && box.dataset.key === key && box.value === text) {
      box.value = "";
      this.grow(box);
    }
  },

  restore() {
    const box = document.querySelector(".box textarea");
    if (!box) return;
    box.value = localStorage.getItem(this.keyOf(box)) ?? "";
    this.grow(box);
    if (matchMedia("(min-width: 768px)").matches) box.focus();
  },

  // What the page says by itself while the server is away, in its person's language.
  sayWhenLost(words) {
    document.querySelectorAll("#popup span").forEach((span, number) => (span.textContent = words[number]));
  },

  fill(text) {
    const box = document.querySelector(".box textarea");
    box.value = text;
    this.typed(box);
    box.focus();
  },
};
