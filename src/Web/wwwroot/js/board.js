// Moving cards. However a card is moved, its own Move form is filled in and posted; refused, it goes back.
let sortable;

export async function arrange() {
  sortable ??= import(document.body.dataset.sortable);
  await sortable;
  for (const list of document.querySelectorAll("[data-board] [data-column]:not([data-ready])")) {
    list.dataset.ready = "1";
    window.Sortable.create(list, {
      group: list.closest("[data-board]").id, draggable: "[data-card]", filter: "form, select, button, summary", preventOnFilter: false,
      delay: 180, delayOnTouchOnly: true, animation: still() ? 0 : 120, ghostClass: "ghost",
      onStart: event => remember(event.item),
      onEnd: event => event.to === event.from ? putBack(event.item) : post(event.item, event.to.dataset.column),
    });
  }
}

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const places = new WeakMap();
let refocus;

function remember(card) {
  places.set(card, { list: card.parentElement, before: card.nextElementSibling });
}

function putBack(card) {
  const place = places.get(card);
  if (place?.list.isConnected) place.list.insertBefore(card, place.before?.parentElement === place.list ? place.before : null);
}

function post(card, column) {
  const form = card.querySelector("[data-move]");
  const select = form?.querySelector("select");
  if (!select || ![...select.options].some(option => option.value === column)) return putBack(card);
  select.value = column;
  form.requestSubmit();
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
  const card = ctx.sourceElement.closest?.("[data-card]");
  if (card?.isConnected && !(ctx.response?.status < 400)) {
    putBack(card);
    ctx.sourceElement.reset?.();
  }
  const back = refocus && document.getElementById(refocus);
  if (back) back.querySelector("[data-item]").focus();
  refocus = null;
});
