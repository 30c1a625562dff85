// What is typed is kept in this tab, per address and form, until saving it succeeded. Never passwords, codes or files.
const texts = document.getElementById("texts")?.dataset ?? {};
const prefix = "draft:";

const kept = form => form.method === "post" && !form.matches("[data-no-draft]");
const nameOf = form => form.id || new URL(form.action, location.href).pathname;
const keyOf = form => `${prefix}${location.pathname}|${nameOf(form)}`;
const fields = form => [...form.elements].filter(field =>
  field.name && field.matches("input, textarea, select") &&
  !field.matches("[type=hidden], [type=password], [type=file], [type=submit], [autocomplete=one-time-code], [data-no-draft]"));

const ticked = field => field.type === "checkbox" || field.type === "radio";
const valueOf = field => ticked(field) ? field.checked : field.value;
const first = field => {
  if (ticked(field)) return field.defaultChecked;
  if (!field.matches("select")) return field.defaultValue;
  return ([...field.options].find(option => option.defaultSelected) ?? field.options[0])?.value ?? "";
};
const slot = field => ticked(field) ? `${field.name}=${field.value}` : field.name;

function store(key, value) {
  try { value ? sessionStorage.setItem(key, JSON.stringify(value)) : sessionStorage.removeItem(key); } catch { /* full or forbidden: typing goes on */ }
}

function read(key) {
  try { return JSON.parse(sessionStorage.getItem(key)); } catch { return null; }
}

function keep(form) {
  const typed = Object.fromEntries(fields(form).filter(field => valueOf(field) !== first(field)).map(field => [slot(field), valueOf(field)]));
  store(keyOf(form), Object.keys(typed).length > 0 ? { typed } : null);
}

function restore(form) {
  // A form the server drew again already holds what was typed.
  if (!kept(form) || form.querySelector("[data-form-errors]")) return;
  const draft = read(keyOf(form));
  if (!draft) return;
  const changed = fields(form).filter(field => slot(field) in draft.typed && valueOf(field) !== draft.typed[slot(field)]);
  for (const field of changed) ticked(field) ? field.checked = draft.typed[slot(field)] : field.value = draft.typed[slot(field)];
  if (changed.length > 0) tell(form);
}

function tell(form) {
  form.querySelector(":scope > .notice[data-restored]")?.remove();
  const notice = document.createElement("div");
  notice.className = "notice";
  notice.dataset.restored = "1";
  notice.setAttribute("role", "status");
  const words = document.createElement("div");
  words.className = "grow";
  words.textContent = texts.restored;
  const discard = document.createElement("button");
  Object.assign(discard, { type: "button", className: "btn small", textContent: texts.discard });
  discard.addEventListener("click", () => { forget(form); form.reset(); notice.remove(); });
  notice.append(words, discard);
  form.prepend(notice);
}

const forget = form => store(keyOf(form), null);

const drafts = () => Object.keys(sessionStorage).filter(key => key.startsWith(prefix));

document.addEventListener("input", event => {
  const form = event.target.form;
  if (form && kept(form)) keep(form);
});

// A plain submit leaves the page: whether it succeeded is known only on the next one.
document.addEventListener("submit", event => {
  const form = event.target;
  if (form.matches("[data-sign-out]")) return drafts().forEach(key => store(key, null));
  if (!kept(form) || event.defaultPrevented || form.matches("[hx-post], [hx-put], [hx-patch], [hx-delete]")) return;
  keep(form);
  const draft = read(keyOf(form));
  if (draft) store(keyOf(form), { ...draft, sent: new URL(form.action, location.href).pathname });
});

document.addEventListener("htmx:after:request", event => {
  const { ctx } = event.detail;
  if (ctx.request.form && ctx.request.method !== "GET" && ctx.response.status < 400) forget(ctx.request.form);
});

document.addEventListener("htmx:after:swap", event => {
  if (event.detail.ctx.response?.status < 400) for (const form of document.forms) if (!form.contains(document.activeElement)) restore(form);
});

function arrive() {
  const { responseStatus: status = 200, redirectCount: led = 0, type } = performance.getEntriesByType("navigation")[0] ?? {};
  for (const key of drafts()) {
    const draft = read(key);
    if (!draft?.sent) continue;
    // Saved is only what was answered: by a page at the form's own address, or by being led on from there. Whoever comes from
    // the browser's own page about a lost network was not.
    const answered = type === "navigate" && status < 400 && (led > 0 || location.pathname === draft.sent) && !/sign-in/.test(location.pathname);
    store(key, answered ? null : { typed: draft.typed });
  }
  for (const form of document.forms) restore(form);
}

arrive();
addEventListener("pageshow", event => { if (event.persisted) arrive(); });
