// Moving cards. However a card is moved, the board's one Move form is filled in and posted; refused, the card goes back.
let sortable;

export async function arrange() {
  sortable ??= import(document.body.dataset.sortable);
  await sortable;
  for (const list of document.querySelectorAll("[data-board] [data-column]:not([data-ready])")) {
    list.dataset.ready = "1";
    window.Sortable.create(list, {
      group: list.closest("[data-board]").id, draggable: "[data-card]", filter: "form, select, button, [data-move-to]", preventOnFilter: false,
      delay: 180, delayOnTouchOnly: true, animation: still() ? 0 : 120, ghostClass: "ghost",
      onStart: event => remember(event.item),
      onEnd: event => event.to === event.from ? putBack(event.item) : post(event.item, event.to.dataset.column),
    });
  }
}

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const places = new WeakMap();
let refocus, moving;

function remember(card) {
  places.set(card, { list: card.parentElement, before: card.nextElementSibling });
}

function putBack(card) {
  const place = places.get(card);
  if (place?.list.isConnected) place.list.insertBefore(card, place.before?.parentElement === place.list ? place.before : null);
}

function post(card, column) {
  const form = filled(card);
  if (!form || ![...form.querySelector("select").options].some(option => option.value === column)) return putBack(card);
  form.querySelector("select").value = column;
  form.requestSubmit();
}

// A card that may not be moved has no version.
function filled(card) {
  const form = card.closest("[data-board]").querySelector("[data-move]");
  if (!form || !card.dataset.version) return null;
  form.elements.id.value = card.id.slice(2);
  form.elements.version.value = card.dataset.version;
  return form;
}

document.addEventListener("submit", event => {
  if (event.target.matches("[data-asked]")) refocus = `c-${event.target.elements.id.value}`;
  if (!event.target.matches("[data-move]")) return;
  moving = document.getElementById(`c-${event.target.elements.id.value}`);
  moving?.classList.add("moving");
});

document.addEventListener("click", event => {
  const link = event.target.closest("[data-move-to]");
  const card = link?.closest("[data-card]");
  const form = card && filled(card);
  if (!form) return;
  event.preventDefault();
  if (!form.hidden && card.contains(form)) return putAway(form);
  card.append(form);
  form.hidden = false;
  const select = form.querySelector("select");
  select.value = card.parentElement.dataset.column;
  select.focus();
});

document.addEventListener("keydown", event => {
  const form = event.target.closest?.("[data-move]");
  if (event.key === "Escape" && form) putAway(form);
});

function putAway(form) {
  form.hidden = true;
  form.closest("[data-card]")?.querySelector("[data-move-to]").focus();
}

document.addEventListener("keydown", event => {
  if (event.key !== "[" && event.key !== "]" || event.target.matches("input, textarea, select")) return;
  const card = event.target.closest("[data-card]");
  if (!card) return;
  const lists = [...card.closest("[data-board]").querySelectorAll("[data-column]")];
  const to = lists[lists.indexOf(card.parentElement) + (event.key === "]" ? 1 : -1)];
  if (!to) return;
  event.preventDefault();
  remember(card);
  refocus = card.id;
  to.append(card);
  card.querySelector("[data-item]").focus();
  post(card, to.dataset.column);
});

document.addEventListener("htmx:finally:request", event => {
  const { ctx } = event.detail;
  if (moving && ctx.sourceElement.matches?.("[data-move]")) {
    moving.classList.remove("moving");
    if (moving.isConnected && !(ctx.response?.status < 400)) putBack(moving);
    moving = null;
  }
  const back = refocus && document.getElementById(refocus);
  // A card that asks is where one goes on, however it was moved.
  if (back) (back.querySelector("[data-focus]") ?? back.querySelector("[data-item]")).focus();
  refocus = null;
});
