// A figure of the page as one SVG that needs nothing else: words become text where they stand, colours are resolved.
const space = "http://www.w3.org/2000/svg";
const air = 16;
const kept = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity", "paint-order", "vector-effect", "font-size", "font-weight", "text-anchor", "overflow"];

export function drawn(figure) {
  const frame = figure.querySelector("[data-picture]");
  const parts = [figure.querySelector(".said"), frame, figure.querySelector("figcaption")].filter(Boolean);
  const boxes = parts.map(part => part.getBoundingClientRect());
  const [left, top] = [Math.min(...boxes.map(b => b.left)) - air, Math.min(...boxes.map(b => b.top)) - air - 26];
  const width = Math.ceil(Math.max(frame.scrollWidth, ...boxes.map(b => b.width)) + 2 * air);
  const height = Math.ceil(Math.max(...boxes.map(b => b.bottom)) - top + air);
  const svg = make("svg", { xmlns: space, width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "font-family": "Inter, system-ui, sans-serif" });
  const title = make("title", {});
  title.textContent = figure.dataset.name;
  const heading = make("text", { x: air, y: air + 14, "font-size": 14, "font-weight": 600, fill: getComputedStyle(figure).color });
  heading.textContent = figure.dataset.name;
  svg.append(title, make("rect", { width, height, fill: ground(figure) }), heading);
  for (const part of parts) put(part, svg, left, top);
  return { text: new XMLSerializer().serializeToString(svg), width, height };
}

function put(element, svg, left, top) {
  const look = getComputedStyle(element);
  if (look.display === "none" || element.matches(".hear")) return;
  const box = element.getBoundingClientRect();
  if (element.localName === "svg") return svg.append(copied(element, box.left - left, box.top - top, box));
  if (!clear(look.backgroundColor)) svg.append(make("rect", { x: box.left - left, y: box.top - top, width: box.width, height: box.height, fill: look.backgroundColor }));
  for (const node of element.childNodes)
    if (node.nodeType === Node.TEXT_NODE) svg.append(...lines(node, look, left, top));
    else if (node.nodeType === Node.ELEMENT_NODE) put(node, svg, left, top);
}

// An svg of the page at its place, with what its classes mean written into it.
function copied(source, x, y, { width, height }) {
  const copy = source.cloneNode(true);
  const froms = [source, ...source.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((to, i) => resolve(froms[i], to));
  for (const [name, value] of Object.entries({ x, y, width, height })) copy.setAttribute(name, value);
  if (!getComputedStyle(source).transform.startsWith("matrix(-1")) return copy;
  const turned = make("g", { transform: `translate(${2 * x + width} 0) scale(-1 1)` });
  turned.append(copy);
  return turned;
}

function resolve(from, to) {
  const look = getComputedStyle(from);
  for (const name of kept) {
    const value = look.getPropertyValue(name);
    if (value) to.setAttribute(name, value);
  }
  to.removeAttribute("class");
}

// One text for each line a word was broken into, as wide as it is on the page, whatever font opens the file.
function lines(node, look, left, top) {
  const found = [];
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    const range = document.createRange();
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const box = range.getBoundingClientRect();
    const last = found.at(-1);
    if (last && Math.abs(last.bottom - box.bottom) < 3) Object.assign(last, { text: `${last.text} ${word}`, right: Math.max(last.right, box.right), left: Math.min(last.left, box.left) });
    else if (box.width > 0) found.push({ text: word, left: box.left, right: box.right, top: box.top, bottom: box.bottom });
  }
  return found.map(line => {
    const text = make("text", { x: line.left - left, y: line.top - top + (line.bottom - line.top) * .78, fill: look.color, "font-size": look.fontSize, "font-weight": look.fontWeight, textLength: line.right - line.left, lengthAdjust: "spacingAndGlyphs" });
    text.textContent = line.text;
    return text;
  });
}

function ground(element) {
  for (let at = element; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (!clear(colour)) return colour;
  }
  return "#fff";
}

const clear = colour => colour === "transparent" || /^rgba\(.*, 0\)$/.test(colour);

function make(name, attributes) {
  const element = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, typeof value === "number" ? Math.round(value * 100) / 100 : value);
  return element;
}
