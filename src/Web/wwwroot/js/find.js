// The finder: what is typed is searched while typing; arrows choose, Enter goes there, Escape closes.
const dialog = document.getElementById("finder");
const input = dialog.querySelector("input");
const hits = document.getElementById("hits");
const said = document.getElementById("hits-said");
const texts = document.getElementById("texts").dataset;

export function open(text = "") {
  if (text && input.value !== text) {
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (hits.childElementCount === 0) input.dispatchEvent(new Event("find"));
  else if (!chosen()) ready();
}

const options = () => [...hits.querySelectorAll("[role=option]")];
// Which words the hits answer: Enter waits for the answer to those that stand there, and is let go with the next letter.
// What was chosen by hand stays chosen when a later answer holds it too, and Enter goes there without waiting.
let asked, answered, goes = false, picked = null;
const chosen = () => hits.querySelector("[aria-selected=true]");

function choose(option) {
  chosen()?.setAttribute("aria-selected", "false");
  option?.setAttribute("aria-selected", "true");
  option?.scrollIntoView({ block: "nearest" });
  if (option) input.setAttribute("aria-activedescendant", option.id);
  else input.removeAttribute("aria-activedescendant");
}

function pick(option) {
  choose(option);
  picked = option.id;
}

function move(by) {
  const all = options();
  if (all.length > 0) pick(all[(all.indexOf(chosen()) + by + all.length) % all.length]);
}

input.addEventListener("keydown", event => {
  if (event.isComposing) return;
  if (event.key === "ArrowDown") move(1);
  else if (event.key === "ArrowUp") move(-1);
  else if (event.key === "Enter" && answered !== input.value && picked !== chosen()?.id) goes = true;
  else if (event.key === "Enter" && chosen()) chosen().querySelector("a").click();
  else return;
  event.preventDefault();
});

hits.addEventListener("pointermove", event => {
  const option = event.target.closest("[role=option]");
  if (option && option !== chosen()) pick(option);
});

// What was answered for an older query has been replaced by htmx already; here the first hit is made ready.
function ready() {
  const all = options();
  input.setAttribute("aria-expanded", String(all.length > 0));
  choose(all.find(option => option.id === picked) ?? all[0]);
  said.textContent = all.length > 0 ? texts.found.replace("{0}", all.length) : texts.nothing;
  if (!goes || answered !== input.value) return;
  goes = false;
  chosen()?.querySelector("a").click();
}

input.addEventListener("input", () => {
  goes = false;
  picked = null;
});

document.addEventListener("htmx:before:request", event => {
  if (event.detail.ctx.sourceElement === input) asked = input.value;
});

// A page behind goes on answering its own fields.
document.addEventListener("htmx:after:swap", event => {
  if (event.detail.ctx.sourceElement !== input) return;
  answered = asked;
  if (dialog.open) ready();
});

dialog.addEventListener("click", event => {
  if (event.target === dialog) dialog.close();
});
