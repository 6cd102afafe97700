"use strict";
// Teams tells who looks at the page; the page asks for what they see, and sends what they press.
const main = document.querySelector("main");
const box = document.querySelector("form");
const said = JSON.parse(main.dataset.said);
const LONGEST = 10000;
let locale = navigator.language;
let busy = false;

const language = () => main.querySelector("article[lang]")?.lang || (/^zh/i.test(locale) ? "zh" : "en");
const words = (name) => said[language()][name];

function line(text, role) {
  const box = document.createElement("article");
  box.textContent = text;
  box.setAttribute("role", role);
  return box;
}

function show(name) {
  const again = document.createElement("div");
  again.className = "buttons";
  if (name !== "outside") again.append(home());
  main.replaceChildren(line(words(name), "status"), again);
}

const within = (promise) => Promise.race([promise, new Promise((_, no) => setTimeout(no, LONGEST, new Error("too late")))]);

async function token() {
  try {
    return await microsoftTeams.authentication.getAuthToken();
  } catch (error) {
    console.error(error);
    return null;
  }
}

async function answered(what) {
  const signed = await token();
  if (!signed) return "unsigned";
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const answer = await fetch("/teams/tab/do", {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${signed}` },
    body: JSON.stringify({ id: crypto.randomUUID(), ...what, locale, zone }),
  });
  if (answer.status === 401) return "unsigned";
  if (answer.status === 403) return "stranger";
  if (!answer.ok) throw new Error(String(answer.status));
  const { html } = await answer.json();
  if (!html && what.data) return answered({});
  main.innerHTML = html;
  if (what.data || what.text) main.append(home());
  if (what.text) box.reset();
  greet();
  window.scrollTo(0, 0);
  return null;
}

function greet() {
  document.documentElement.lang = language();
  box.hidden = false;
  box.elements.text.placeholder = words("say");
  box.elements.text.setAttribute("aria-label", words("say"));
  box.querySelector("button").textContent = words("send");
}

// What is there, and what was typed into it, is kept where this does not get through.
async function ask(what) {
  if (busy) return;
  const kept = Boolean(main.querySelector("article[lang]"));
  busy = true;
  main.setAttribute("aria-busy", "true");
  try {
    const trouble = await answered(what);
    if (trouble) fail(trouble, kept);
  } catch (error) {
    console.error(error);
    fail(kept ? "again" : "trouble", kept);
  } finally {
    busy = false;
    main.removeAttribute("aria-busy");
  }
}

// Said on the page: a frame of another origin may open no alert.
function fail(name, kept) {
  if (!kept) return show(name);
  main.querySelectorAll(".notice").forEach((one) => one.remove());
  const notice = line(words(name), "alert");
  notice.classList.add("notice");
  main.append(notice);
  notice.scrollIntoView({ block: "nearest" });
}

function home() {
  const button = document.createElement("button");
  button.textContent = words("home");
  button.addEventListener("click", () => ask({}));
  return button;
}

function press(from) {
  const data = JSON.parse(from.dataset.press);
  for (const field of from.closest("article").querySelectorAll("input,textarea,select")) if (field.value) data[field.name] = field.value;
  ask({ data });
}

function reveal(more) {
  const rows = [...more.closest("article").querySelectorAll("[data-row]")];
  for (const [name, shown] of Object.entries(JSON.parse(more.dataset.shows))) {
    const row = rows.find((one) => one.dataset.row === name);
    if (!row) continue;
    row.hidden = !shown;
    if (shown) row.querySelector("input")?.focus();
  }
}

main.addEventListener("click", (event) => {
  const from = event.target.closest("[data-press]");
  if (from) press(from);
  const more = event.target.closest("[data-shows]");
  if (more) reveal(more);
});
main.addEventListener("keydown", (event) => {
  if (!event.target.matches(".opens") || (event.key !== "Enter" && event.key !== " ")) return;
  event.preventDefault();
  press(event.target);
});

box.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = box.elements.text.value.trim();
  if (text) ask({ text });
});

const theme = (name) => document.documentElement.setAttribute("data-theme", name);

(async () => {
  if (typeof microsoftTeams === "undefined") return show("trouble");
  try {
    await within(microsoftTeams.app.initialize());
    const context = await within(microsoftTeams.app.getContext());
    locale = context.app.locale || locale;
    theme(context.app.theme);
    microsoftTeams.app.registerOnThemeChangeHandler(theme);
  } catch (error) {
    console.error(error);
    return show("outside");
  }
  await ask({});
})();
