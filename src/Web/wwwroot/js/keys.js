// Single keys for those who live in here. Off while typing, off where the viewer switched them off.
const go = new Map([...document.querySelectorAll("[data-go]")].map(link => [link.dataset.go, link]));
let waiting;

const typing = target => target.matches?.("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
const openDialog = () => document.querySelector("dialog[open]");

document.addEventListener("keydown", event => {
  if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    document.dispatchEvent(new CustomEvent("cox:find"));
    return;
  }
  if (event.key === "Escape") return escape(event);
  if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing || typing(event.target) || openDialog()) return;
  if (press(event.key)) event.preventDefault();
});

function press(key) {
  if (waiting) return second(key);
  switch (key) {
    case "g": waiting = setTimeout(() => waiting = null, 1200); return true;
    case "?": document.getElementById("keys")?.showModal(); return true;
    case "/": document.dispatchEvent(new CustomEvent("cox:find")); return true;
    case "c": return click("[data-quick-add]");
    case "j": return step(1);
    case "k": return step(-1);
    default: return /^[a-z]$/.test(key) && click(`[data-key="${key}"]`);
  }
}

function second(key) {
  clearTimeout(waiting);
  waiting = null;
  const link = go.get(key);
  link?.click();
  return Boolean(link);
}

function click(selector) {
  const target = document.querySelector(selector);
  if (target?.matches("input, textarea, select")) target.focus();
  else target?.click();
  return Boolean(target);
}

function step(by) {
  const items = [...document.querySelectorAll("[data-list] [data-item]")].filter(item => item.checkVisibility());
  if (items.length === 0) return false;
  const at = items.findIndex(item => item === document.activeElement || item.closest("li, tr")?.contains(document.activeElement));
  const next = items[at < 0 ? (by > 0 ? 0 : items.length - 1) : Math.min(Math.max(at + by, 0), items.length - 1)];
  next.focus();
  next.scrollIntoView({ block: "nearest" });
  return true;
}

function escape(event) {
  const leave = event.target.closest?.("form")?.querySelector("[data-leave]");
  if (leave && !openDialog()) return leave.click();
  for (const open of document.querySelectorAll("details[data-pop][open]")) {
    open.open = false;
    if (open.contains(document.activeElement)) open.querySelector("summary").focus();
  }
}

// Reads as the keyboard in front of the person does.
if (!/Mac|iP(hone|ad)/.test(navigator.userAgent))
  for (const kbd of document.querySelectorAll(".find kbd")) if (kbd.textContent.includes("⌘")) kbd.textContent = "Ctrl K";
