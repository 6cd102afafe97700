// Draws Block Kit as a page: `node draw.mjs PAYLOADS.json PAGE.html light|dark`. PAYLOADS holds messages, modals and homes by name.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [, , payloads, page, theme, modules] = process.argv;
const require = createRequire(join(modules, "package.json"));
const { createElement } = require("react");
const { renderToStaticMarkup } = require("react-dom/server");
const { Message } = require("slack-blocks-to-jsx");

const LOGO =
  "data:image/svg+xml;utf8," +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="36" height="36"><rect width="36" height="36" rx="8" fill="#1f7a5c"/>' +
      '<path d="M10 25V11h4l4 7 4-7h4v14" fill="none" stroke="#fff" stroke-width="3"/></svg>',
  );

// This drawing leaves chosen options out: they stand in for the placeholder here.
function chosen(block) {
  const element = block.element;
  return element?.initial_option ? { ...block, element: { ...element, placeholder: element.initial_option.text } } : block;
}

function drawn(payload) {
  return renderToStaticMarkup(
    createElement(Message, {
      blocks: payload.blocks.map(chosen),
      logo: LOGO,
      name: "Measured",
      theme,
      time: new Date("2026-11-23T09:00:00"),
      withoutWrapper: payload.type === "modal" || payload.type === "home",
    }),
  );
}

const text = (one) => one.text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function framed(name, payload) {
  const inner = `<div class="${payload.type === "modal" ? "body" : "all"}">${drawn(payload)}</div>`;
  const title = payload.title ? `<header>${text(payload.title)}</header>` : "";
  const foot = payload.submit
    ? `<footer><b>${text(payload.close)}</b><b class="submit">${text(payload.submit)}</b></footer>`
    : "";
  return `<section id="${name}" class="${payload.type ?? "message"}">${title}${inner}${foot}</section>`;
}

const style = readFileSync(join(modules, "node_modules/slack-blocks-to-jsx/dist/style.css"), "utf8");
const dark = theme === "dark";
const own = `
  body { margin: 0; background: ${dark ? "#1a1d21" : "#fff"}; color: ${dark ? "#d1d2d3" : "#1d1c1d"};
         font-family: Lato, "Noto Sans", "DejaVu Sans", "Noto Sans CJK SC", sans-serif; }
  section { width: 380px; padding: 10px; box-sizing: border-box; overflow: hidden; }
  section.modal { border: 1px solid ${dark ? "#565856" : "#ddd"}; border-radius: 8px; margin: 10px; }
  section.home { width: 560px; }
  header { font-weight: 900; font-size: 18px; padding: 4px 0 12px; }
  footer { display: flex; gap: 8px; justify-content: flex-end; padding-top: 12px; }
  footer b { border: 1px solid ${dark ? "#565856" : "#ddd"}; border-radius: 4px; padding: 7px 14px; font-size: 14px; }
  footer b.submit { background: #007a5a; border-color: #007a5a; color: #fff; }`;
const all = JSON.parse(readFileSync(payloads, "utf8"));
const sections = Object.entries(all).map(([name, payload]) => framed(name, payload));
writeFileSync(page, `<!doctype html><meta charset="utf-8"><style>${style}${own}</style>${sections.join("\n")}`);
