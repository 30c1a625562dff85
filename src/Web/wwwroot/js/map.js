// A relationship map by hand: nearer and farther, walking along its lines by keys, cards put elsewhere, and the picture as PNG.
// Without it the picture is there all the same, each card a link.
const steps = [.35, .5, .65, .8, 1, 1.25, 1.5, 2];
const step = 16, slack = 5, sharp = 2;
let kept, back;

export function arrange() {
  for (const map of document.querySelectorAll("[data-map]:not([data-ready])")) ready(map);
}

function ready(map) {
  map.dataset.ready = "1";
  map.querySelectorAll("[data-map-script], [data-png]").forEach(part => part.hidden = false);
  const view = map.querySelector("[data-map-view]");
  zoom(map, kept?.scale ?? whole(map));
  if (kept) view.scrollTo(kept.left, kept.top);
  else bring(map, map.querySelector("[aria-current]"));
  map.addEventListener("click", event => pressed(map, event));
  map.addEventListener("keydown", event => keyed(map, event));
  view.addEventListener("wheel", event => wheeled(map, event), { passive: false });
  view.addEventListener("pointerdown", event => held(map, event));
  view.addEventListener("dragstart", event => event.preventDefault());
  pinched(map, view);
  if (back) document.getElementById(back)?.focus();
  kept = back = null;
}

const drawing = map => map.querySelector("[data-map-view] > svg");
const scaleOf = map => Number(map.dataset.scale);
const size = map => drawing(map).viewBox.baseVal;

// Small maps stand as they are; a large one begins whole, as long as it can be read.
function whole(map) {
  const view = map.querySelector("[data-map-view]");
  const small = matchMedia("(max-width: 700px)").matches;
  return Math.max(small ? .8 : .65, Math.min(1, (view.clientWidth - 2) / size(map).width));
}

function zoom(map, scale, x, y) {
  const view = map.querySelector("[data-map-view]");
  const before = scaleOf(map) || 1;
  x ??= view.clientWidth / 2;
  y ??= view.clientHeight / 2;
  const [left, top] = [(view.scrollLeft + x) / before, (view.scrollTop + y) / before];
  map.dataset.scale = scale;
  const { width, height } = size(map);
  drawing(map).setAttribute("width", Math.round(width * scale));
  drawing(map).setAttribute("height", Math.round(height * scale));
  view.scrollTo(left * scale - x, top * scale - y);
  view.classList.toggle("pan", view.scrollWidth > view.clientWidth || view.scrollHeight > view.clientHeight);
}

function nearer(map, by) {
  const now = scaleOf(map);
  zoom(map, by > 0 ? steps.find(s => s > now + .01) ?? now : steps.findLast(s => s < now - .01) ?? now);
}

const zooms = { in: map => nearer(map, 1), out: map => nearer(map, -1), fit: map => zoom(map, Math.min(1, (map.querySelector("[data-map-view]").clientWidth - 2) / size(map).width)) };

function pressed(map, event) {
  const button = event.target.closest("[data-zoom]");
  if (button) zooms[button.dataset.zoom](map);
  if (event.target.closest("[data-png]")) png(map).catch(() => document.dispatchEvent(new CustomEvent("cox:say", { detail: { text: document.getElementById("texts")?.dataset.refused } })));
}

function wheeled(map, event) {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  const box = event.currentTarget.getBoundingClientRect();
  zoom(map, Math.min(2, Math.max(.35, scaleOf(map) * Math.exp(-event.deltaY / 300))), event.clientX - box.left, event.clientY - box.top);
}

// Two fingers: their distance is the scale, what is between them stays between them.
function pinched(map, view) {
  let from;
  const apart = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  view.addEventListener("touchstart", event => { if (event.touches.length === 2) from = { apart: apart(event.touches), scale: scaleOf(map) }; }, { passive: true });
  view.addEventListener("touchmove", event => {
    if (!from || event.touches.length !== 2) return;
    event.preventDefault();
    const box = view.getBoundingClientRect(), [a, b] = event.touches;
    zoom(map, Math.min(2, Math.max(.35, from.scale * apart(event.touches) / from.apart)), (a.clientX + b.clientX) / 2 - box.left, (a.clientY + b.clientY) / 2 - box.top);
  }, { passive: false });
  view.addEventListener("touchend", event => { if (event.touches.length < 2) from = null; });
}

const keys = { "+": "in", "=": "in", "-": "out", 0: "fit" };
const ways = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

function keyed(map, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (keys[event.key]) {
    event.preventDefault();
    event.stopPropagation();
    return zooms[keys[event.key]](map);
  }
  const card = event.target.closest?.("[data-node]");
  const way = ways[event.key];
  if (!card || !way) return;
  event.preventDefault();
  if (event.shiftKey) return nudge(map, card, way);
  const next = along(map, card, way);
  next?.focus({ preventScroll: true });
  bring(map, next);
}

const place = card => ({ x: Number(card.dataset.x), y: Number(card.dataset.y) });

// Up to whom they report to, down to who reports to them, else to the nearest card that way.
function along(map, card, [across, down]) {
  const all = [...map.querySelectorAll("[data-node]")].filter(other => other !== card);
  const at = place(card);
  const far = other => Math.hypot(place(other).x - at.x, place(other).y - at.y);
  const near = cards => cards.sort((a, b) => far(a) - far(b))[0];
  if (down < 0 && card.dataset.above) return all.find(other => other.dataset.node === card.dataset.above);
  if (down > 0) {
    const below = near(all.filter(other => other.dataset.above === card.dataset.node));
    if (below) return below;
  }
  return near(all.filter(other => {
    const [dx, dy] = [place(other).x - at.x, place(other).y - at.y];
    return across ? dx * across > 0 && Math.abs(dy) <= Math.abs(dx) : dy * down > 0;
  }));
}

function bring(map, card) {
  if (!card) return;
  const view = map.querySelector("[data-map-view]"), box = card.getBoundingClientRect(), frame = view.getBoundingClientRect();
  if (box.left < frame.left || box.right > frame.right) view.scrollLeft += box.left - frame.left - (frame.width - box.width) / 2;
  if (box.top < frame.top || box.bottom > frame.bottom) view.scrollTop += box.top - frame.top - (frame.height - box.height) / 2;
}

// A card is dragged by whoever may change the map; beside the cards the picture itself is moved.
function held(map, event) {
  // Fingers scroll the picture of themselves; a card they touch is opened.
  if (event.button !== 0 || event.pointerType === "touch") return;
  const card = event.target.closest("[data-node]");
  const view = event.currentTarget;
  if (card && !map.querySelector("[data-place]")) return;
  const from = { x: event.clientX, y: event.clientY, left: view.scrollLeft, top: view.scrollTop, ...(card && { at: place(card) }) };
  let moved = false;
  const move = now => {
    const [dx, dy] = [now.clientX - from.x, now.clientY - from.y];
    if (!moved && Math.hypot(dx, dy) < slack) return;
    moved = true;
    if (card) put(map, card, from.at.x + dx / scaleOf(map), from.at.y + dy / scaleOf(map));
    else view.scrollTo(from.left - dx, from.top - dy);
    (card ?? view).classList.add(card ? "dragging" : "panning");
  };
  const end = () => {
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", end);
    removeEventListener("pointercancel", end);
    (card ?? view).classList.remove("dragging", "panning");
    if (!moved) return;
    // What was a drag is no click.
    const stop = click => click.preventDefault();
    addEventListener("click", stop, { capture: true });
    setTimeout(() => removeEventListener("click", stop, { capture: true }), 0);
    if (card) save(map, card);
  };
  addEventListener("pointermove", move);
  addEventListener("pointerup", end);
  addEventListener("pointercancel", end);
}

const high = 78, wide = 196;

function put(map, card, x, y) {
  [card.dataset.x, card.dataset.y] = [Math.max(0, Math.round(x)), Math.max(0, Math.round(y))];
  card.setAttribute("transform", `translate(${card.dataset.x} ${card.dataset.y})`);
  const id = card.dataset.node;
  for (const line of map.querySelectorAll(`[data-from="${id}"], [data-to="${id}"]`)) {
    const [above, below] = [line.dataset.from, line.dataset.to].map(key => place(map.querySelector(`[data-node="${key}"]`)));
    const top = above.y + high;
    line.setAttribute("d", `M${above.x + wide / 2} ${top}V${(top + below.y) / 2}H${below.x + wide / 2}V${below.y}`);
  }
  map.querySelectorAll(`[data-tie="${id}"], [data-with="${id}"]`).forEach(tie => tie.classList.add("faint"));
}

let saving;
function nudge(map, card, [across, down]) {
  if (!map.querySelector("[data-place]")) return;
  const at = place(card);
  put(map, card, at.x + across * step, at.y + down * step);
  clearTimeout(saving);
  saving = setTimeout(() => save(map, card), 600);
}

function save(map, card) {
  const form = map.querySelector("[data-place]");
  const view = map.querySelector("[data-map-view]");
  Object.assign(form.elements.Person, { value: card.dataset.node });
  form.elements.X.value = card.dataset.x;
  form.elements.Y.value = card.dataset.y;
  kept = { scale: scaleOf(map), left: view.scrollLeft, top: view.scrollTop };
  back = document.activeElement === card ? card.id : null;
  form.requestSubmit();
}

// The file of the server, which carries its colours, painted twice as sharp.
async function png(map) {
  const answer = await fetch(map.querySelector("[data-svg]").href);
  if (!answer.ok) throw new Error(String(answer.status));
  const { width, height } = size(map);
  const image = new Image();
  image.src = "data:image/svg+xml," + encodeURIComponent(await answer.text());
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: width * sharp, height: height * sharp });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await new Promise(resolve => canvas.toBlob(resolve, "image/png")));
  link.download = `${map.dataset.name.replace(/[\\/:*?"<>|\s]+/g, " ").trim()}.png`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
