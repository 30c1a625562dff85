// A chart as a file, made from what is on the page: its picture with the colours of the page resolved, and the rows behind it.
import { drawn } from "./picture.js";

export async function save(button) {
  const figure = button.closest(".chart");
  return makers[button.dataset.save](figure, button.parentElement.dataset.decimal);
}

const makers = {
  svg: figure => keep(new Blob([drawn(figure).text], { type: "image/svg+xml" }), figure, "svg"),
  png: async figure => keep(await painted(drawn(figure)), figure, "png"),
  csv: (figure, decimal) => keep(new Blob(["\uFEFF" + rows(figure.querySelector("table"), decimal)], { type: "text/csv" }), figure, "csv"),
};

const sharp = 2;

async function painted({ text, width, height }) {
  const image = new Image();
  image.src = "data:image/svg+xml," + encodeURIComponent(text);
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: width * sharp, height: height * sharp });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise(resolve => canvas.toBlob(resolve, "image/png"));
}

// Where a comma parts the decimals, a semicolon parts the fields.
function rows(table, decimal) {
  const separator = decimal === "," ? ";" : ",";
  const field = cell => {
    const figure = cell.dataset.v;
    const text = figure ? figure.replace(".", decimal) : guarded(cell.textContent.trim());
    return /["\r\n;,]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [...table.rows].map(row => [...row.cells].map(field).join(separator) + "\r\n").join("");
}

// Text that begins like a formula is not to be run by a spreadsheet.
const guarded = text => /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^-[\d.,]*\d$/.test(text) ? "'" + text : text;

function keep(blob, figure, kind) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${figure.dataset.name.replace(/[\\/:*?"<>|\s]+/g, " ").trim()}.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
