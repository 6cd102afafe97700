"use strict";
// Teams tells who looks at the page; the page asks for what they see, and sends what they press.
const main = document.querySelector("main");
const words = main.dataset;
let locale = navigator.language;
let busy = false;

const show = (text) => {
  const line = document.createElement("article");
  line.textContent = text;
  main.replaceChildren(line);
};

async function ask(data, kept) {
  if (busy) return;
  busy = true;
  main.setAttribute("aria-busy", "true");
  try {
    const token = await microsoftTeams.authentication.getAuthToken();
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const answer = await fetch("/teams/tab/do", {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` },
      body: JSON.stringify({ id: crypto.randomUUID(), data, locale, zone }),
    });
    if (!answer.ok) throw new Error(String(answer.status));
    const { html } = await answer.json();
    main.innerHTML = html;
    if (data) main.append(home());
    window.scrollTo(0, 0);
  } catch (error) {
    if (kept) alert(words.again); // what was typed stays where it is
    else show(words.trouble);
    console.error(error);
  } finally {
    busy = false;
    main.removeAttribute("aria-busy");
  }
}

function home() {
  const button = document.createElement("button");
  button.textContent = words.home;
  button.addEventListener("click", () => ask(null, false));
  return button;
}

function press(from) {
  const data = JSON.parse(from.dataset.press);
  for (const field of from.closest("article").querySelectorAll("input,textarea,select")) if (field.value) data[field.name] = field.value;
  ask(data, true);
}

main.addEventListener("click", (event) => {
  const from = event.target.closest("[data-press]");
  if (from) press(from);
});
main.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches(".opens")) press(event.target);
});

const theme = (name) => document.documentElement.setAttribute("data-theme", name);

(async () => {
  try {
    await microsoftTeams.app.initialize();
    const context = await microsoftTeams.app.getContext();
    locale = context.app.locale || locale;
    theme(context.app.theme);
    microsoftTeams.app.registerOnThemeChangeHandler(theme);
  } catch (error) {
    return show(words.outside);
  }
  await ask(null, false);
})();
