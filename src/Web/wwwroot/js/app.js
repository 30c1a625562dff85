// Around htmx: refusals and faults are told, never swapped in; progress is shown; the focus goes where the eye goes.
const texts = document.getElementById("texts")?.dataset ?? {};
const notices = document.getElementById("notices");
const toasts = document.getElementById("toasts");

export function say(text, tone = "bad") {
  if (!notices) return;
  const notice = document.createElement("div");
  notice.className = `notice ${tone}`;
  notice.append(words(text), closer("notice"));
  notices.replaceChildren(notice);
}

function words(text) {
  const box = document.createElement("div");
  box.className = "grow";
  box.textContent = text;
  return box;
}

function closer(what) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "btn bare-btn small", textContent: texts.close });
  button.dataset.close = what;
  return button;
}

function byStatus(status) {
  if (status === 401) return texts.signedOut;
  if (status === 403) return texts.forbidden;
  if (status === 404) return texts.missing;
  return status >= 500 ? texts.fault : texts.refused;
}

// The server's own words win, when it sent a notice.
function told(html) {
  if (!html) return null;
  const page = new DOMParser().parseFromString(html, "text/html");
  return (page.querySelector(".notice .grow, .errors li") ?? page.querySelector("[data-notice]"))?.textContent.trim() || null;
}

const notSwapped = status => [401, 403, 404].includes(status) || status >= 500;

document.addEventListener("htmx:response:error", event => {
  const { ctx } = event.detail;
  const status = ctx.response.status;
  const refused = ctx.sourceElement.matches?.("[data-move]");
  if (!notSwapped(status) && !refused) return;
  say(told(ctx.text) || byStatus(status));
});

document.addEventListener("htmx:error", event => {
  if (event.detail.ctx && !event.detail.ctx.response) say(texts.offline);
});

// Progress: a line at the top, only for what takes longer than a blink.
let running = 0, blink;
document.addEventListener("htmx:before:request", () => {
  if (++running === 1) blink = setTimeout(() => document.body.classList.add("busy"), 250);
});
document.addEventListener("htmx:finally:request", () => {
  running = Math.max(0, running - 1);
  if (running > 0) return;
  clearTimeout(blink);
  document.body.classList.remove("busy");
});

// A second press while the first is under way does nothing.
document.addEventListener("submit", event => {
  const form = event.target;
  if (form.method !== "post" || form.matches("[hx-post], [data-outbox]")) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "1";
}, true);
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(form => delete form.dataset.sent));

// After a swap the focus goes to what asks for it, or back to where it was.
let last;
document.addEventListener("htmx:before:swap", event => {
  const { ctx } = event.detail;
  // An empty refusal would erase the form it answers.
  if (ctx.response?.status >= 400 && !ctx.text?.trim()) {
    event.preventDefault();
    say(byStatus(ctx.response.status));
    return;
  }
  last = document.activeElement?.id || document.activeElement?.getAttribute("name");
});
document.addEventListener("htmx:after:swap", event => {
  const asked = document.querySelector("[data-focus]:not([data-focused])");
  if (asked) focusOn(asked);
  else if (document.activeElement === document.body && last) refind(last)?.focus({ preventScroll: true });
  if (event.detail.ctx.response?.status < 400) notices?.replaceChildren();
  settle();
});

// Morphing leaves typed values alone. Once saved, the form shows what was stored, unless more was typed meanwhile.
document.addEventListener("htmx:after:swap", event => {
  const { ctx } = event.detail;
  const { form, body } = ctx.request ?? {};
  if (!form?.isConnected || !body || !(ctx.response?.status < 400)) return;
  const untouched = [...form.elements].every(field => !field.name || !field.matches("textarea, input:not([type=checkbox], [type=radio], [type=file], [type=hidden])") || field.value === field.defaultValue || body.getAll(field.name).includes(field.value));
  if (untouched) form.reset();
});

function focusOn(element) {
  element.dataset.focused = "1";
  element.focus();
}

const refind = name => document.getElementById(name) ?? document.querySelector(`[name="${CSS.escape(name)}"]`);

// Toasts go by themselves, later when they offer a way back, never while pointed at or focused.
function settle() {
  for (const toast of toasts?.querySelectorAll(".toast:not([data-timed])") ?? []) {
    toast.dataset.timed = "1";
    const leave = () => toast.matches(":hover, :focus-within") ? setTimeout(leave, 2000) : toast.remove();
    setTimeout(leave, toast.querySelector("form") ? 12000 : 5000);
  }
  needed();
}

document.addEventListener("click", event => {
  const close = event.target.closest("[data-close]");
  if (close) close.closest(`.${close.dataset.close}`)?.remove();
  for (const open of document.querySelectorAll("details[data-pop][open]"))
    if (!open.contains(event.target)) open.open = false;
});

// rana@maven-computers.com works at Maven Computers, as long as nobody says otherwise.
const anyones = /^(gmail|googlemail|outlook|hotmail|live|yahoo|icloud|gmx|web|t-online|proton|protonmail|aol|mail|posteo)$/;
document.addEventListener("change", event => {
  const field = event.target.form?.querySelector(`[data-names-after="${event.target.name}"]`);
  const parts = event.target.value?.split("@")[1]?.toLowerCase().split(".") ?? [];
  const home = (parts.length > 2 && parts.at(-2).length <= 3 ? parts.at(-3) : parts.at(-2)) ?? "";
  if (field && field.value === "" && home && !anyones.test(home)) field.value = home.split("-").map(word => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
});

// One act less where choosing says it all: a file that is dropped is looked at.
document.addEventListener("change", event => { if (event.target.matches("[data-goes]")) event.target.form.requestSubmit(); });

// What the next question is depends on this answer: the form is drawn again with it.
document.addEventListener("change", event => {
  const { form, dataset: { asks } } = event.target;
  if (!asks) return;
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "do", value: asks }));
  form.requestSubmit();
});

// An error's link leads into the field, not only to it.
document.addEventListener("click", event => {
  const link = event.target.closest(".errors a[href^='#']");
  if (!link) return;
  const field = document.getElementById(link.hash.slice(1));
  const input = field?.matches("fieldset") ? field.querySelector("input") : field;
  if (!input) return;
  event.preventDefault();
  input.focus();
});

// What few pages need is loaded where it is needed.
let board, outbox, calls, map;
function needed() {
  const box = document.getElementById("outbox");
  if (box && (document.querySelector("[data-outbox]") || localStorage.getItem(`outbox:${box.dataset.actor}`))) outbox ??= import(document.body.dataset.outboxJs);
  if (document.querySelector("[data-call]")) calls ??= import(document.body.dataset.callsJs);
  if (document.querySelector("[data-map]:not([data-ready])")) (map ??= import(document.body.dataset.mapJs)).then(module => module.arrange());
  if (!document.querySelector("[data-board]")) return;
  board ??= import(document.body.dataset.boardJs);
  board.then(module => module.arrange());
}

document.addEventListener("click", async event => {
  const button = event.target.closest("[data-save]");
  if (!button) return;
  const { save } = await import(document.body.dataset.charts);
  save(button).catch(() => say(texts.refused));
});

let finder;
export async function find(text = "") {
  // Opened before its script is here: who types on at once loses no letter.
  const dialog = document.getElementById("finder");
  if (dialog && !dialog.open) {
    dialog.showModal();
    dialog.querySelector("input").select();
  }
  finder ??= import(document.body.dataset.find);
  (await finder).open(text);
}
document.addEventListener("cox:find", () => find());
document.addEventListener("pointerdown", event => {
  const box = event.target.closest("[data-finder] input");
  if (!box || !document.getElementById("finder")) return;
  event.preventDefault();
  find(box.value);
});
document.addEventListener("input", event => {
  if (event.target.closest("[data-finder]")) find(event.target.value);
});
document.addEventListener("cox:say", event => say(event.detail.text, event.detail.tone));

const answered = performance.getEntriesByType("navigation")[0]?.responseStatus ?? 200;
const wrong = answered >= 400 && document.querySelector("[data-focus]");
if (wrong) focusOn(wrong);
settle();
