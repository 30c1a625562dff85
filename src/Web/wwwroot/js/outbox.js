// A form marked data-outbox is kept on this device the moment it is sent, and sent until the server has taken it: in order, once, and in
// nobody else's name. What is kept is sealed with a key that only pages of the same person carry, so that nothing readable stays behind.
const box = document.getElementById("outbox");
const { actor, key, one, many, kept: keptHere, signIn, refused, again, discard } = box.dataset;
const place = `outbox:${actor}`;
const bytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)));
const lock = crypto.subtle?.importKey("raw", bytes(key), "AES-GCM", false, ["encrypt", "decrypt"]);

const read = () => { try { return JSON.parse(localStorage.getItem(place)) ?? []; } catch { return []; } };
const write = list => list.length > 0 ? localStorage.setItem(place, JSON.stringify(list)) : localStorage.removeItem(place);

async function seal(act) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { id: act.id, iv: text(iv), sealed: text(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await lock, new TextEncoder().encode(JSON.stringify(act)))) };
}

async function unseal(entry) {
  try { return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes(entry.iv) }, await lock, bytes(entry.sealed)))); } catch { return null; }
}

const acts = async () => (await Promise.all(read().map(unseal))).filter(Boolean);
const drop = id => write(read().filter(entry => entry.id !== id));

// Another tab may write at the same time: changes are made to what is there now.
async function put(act) {
  const entry = await seal(act);
  const list = read();
  const at = list.findIndex(known => known.id === act.id);
  at < 0 ? list.push(entry) : list[at] = entry;
  write(list);
}

function version7() {
  const id = crypto.getRandomValues(new Uint8Array(16));
  const now = Date.now();
  for (let i = 0; i < 6; i++) id[i] = Math.floor(now / 2 ** (8 * (5 - i))) & 255;
  id[6] = id[6] & 15 | 112;
  id[8] = id[8] & 63 | 128;
  return [...id].map(b => b.toString(16).padStart(2, "0")).join("").replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}

// In the words of the page, for whoever has to be told that it could not be taken.
function words(form, pressed) {
  const said = [...form.elements].filter(e => e.name && e.type !== "hidden" && e.type !== "submit" && (!["radio", "checkbox"].includes(e.type) || e.checked)).map(e => ["radio", "checkbox"].includes(e.type) ? e.labels[0]?.textContent : e.value);
  return [...said, pressed?.textContent].map(part => part?.trim()).filter(Boolean).join(" · ");
}

document.addEventListener("submit", async event => {
  const form = event.target;
  if (!lock || event.defaultPrevented || !form.matches("[data-outbox]")) return;
  event.preventDefault();
  const act = { id: version7(), at: Date.now(), url: new URL(form.action).pathname, title: form.dataset.outbox, fields: [...new FormData(form, event.submitter)], words: words(form, event.submitter) };
  await put(act);
  form.dispatchEvent(new CustomEvent("cox:kept", { bubbles: true }));
  send(act.id);
});

let turn = Promise.resolve();
const send = id => turn = turn.then(() => navigator.locks.request(place, () => sendAll(id)));

async function sendAll(id) {
  let next, stopped;
  for (const act of await acts()) {
    if (act.refused) continue;
    const answer = await post(act);
    if (!answer || answer.status === 401 || answer.status === 429 || answer.status >= 500) { stopped = answer?.status ?? 0; break; }
    if (answer.ok) {
      drop(act.id);
      if (act.id === id) next = answer.headers.get("HX-Redirect");
    } else await put({ ...act, refused: told(await answer.text()) });
  }
  await draw(stopped);
  if (next && stopped === undefined) location.assign(next);
  else if (stopped !== undefined) setTimeout(send, 30000);
}

async function post(act) {
  const body = new URLSearchParams(act.fields);
  for (const [name, value] of Object.entries({ _act: act.id, _actor: actor, _at: act.at, _sent: Date.now() })) body.set(name, value);
  try { return await fetch(act.url, { method: "POST", body, headers: { "HX-Request": "true" }, signal: AbortSignal.timeout(20000) }); } catch { return null; }
}

function told(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  return (page.querySelector(".notice .grow, .errors li") ?? page.querySelector("[data-notice], .wrong span") ?? page.body).textContent.trim().slice(0, 300);
}

async function draw(stopped) {
  const all = await acts();
  const waiting = all.filter(act => !act.refused);
  const parts = all.filter(act => act.refused).map(refusal);
  if (waiting.length > 0) parts.unshift(notice("", waiting.length === 1 ? one : many.replace("{0}", waiting.length), stopped === 401 ? signIn : keptHere));
  box.replaceChildren(...parts);
  box.hidden = parts.length === 0;
}

function notice(tone, title, ...lines) {
  const whole = Object.assign(document.createElement("div"), { className: `notice ${tone}` });
  const grow = whole.appendChild(Object.assign(document.createElement("div"), { className: "grow" }));
  grow.append(Object.assign(document.createElement("b"), { textContent: title }), ...lines.map(line => Object.assign(document.createElement("div"), { textContent: line })));
  return whole;
}

function refusal(act) {
  const whole = notice("bad", `${refused} ${act.title}`, act.words, act.refused);
  whole.append(button(again, async () => { await put({ ...act, refused: null }); send(act.id); }), button(discard, () => { drop(act.id); draw(); }));
  return whole;
}

function button(label, press) {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "btn small", textContent: label });
  made.addEventListener("click", press);
  return made;
}

addEventListener("online", () => send());
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible" && read().length > 0) send(); });
if (lock) draw().then(() => { if (read().length > 0) send(); });
