"use strict";

// Sorting: every column head of a sortable table becomes a button. 自评表!H9 comes before 自评表!H12.
const collator = new Intl.Collator("zh", { numeric: true });

function keyOf(row, column) {
  const cell = row.cells[column];
  return cell.dataset.key ?? cell.textContent.trim();
}

function numeric(key) {
  const number = Number.parseFloat(key);
  return Number.isNaN(number) ? -Infinity : number;
}

function sortBy(head) {
  const body = head.closest("table").tBodies[0];
  const column = head.cellIndex;
  const falling = head.ariaSort === "ascending";
  const ascending = head.classList.contains("number")
    ? (a, b) => numeric(keyOf(a, column)) - numeric(keyOf(b, column)) || 0
    : (a, b) => collator.compare(keyOf(a, column), keyOf(b, column));
  for (const other of head.parentNode.cells) other.ariaSort = null;
  head.ariaSort = falling ? "descending" : "ascending";
  body.append(...[...body.rows].sort((a, b) => (falling ? ascending(b, a) : ascending(a, b))));
}

for (const head of document.querySelectorAll(".sortable thead th")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = head.textContent;
  button.addEventListener("click", () => sortBy(head));
  head.replaceChildren(button);
}

// Filtering: a finding stays when it has every word that was typed and every choice that was made.
const filter = document.querySelector("#filter");

if (filter) {
  const rows = [...document.querySelectorAll("#findings tbody tr")];
  const contents = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  const selects = [...filter.querySelectorAll("select")];
  const shown = filter.querySelector("output b");

  const stays = (row, words) =>
    words.every((word) => contents.get(row).includes(word)) &&
    selects.every((select) => !select.value || row.dataset[select.name] === select.value);

  const narrow = () => {
    const words = filter.elements.text.value.toLowerCase().split(/\s+/);
    for (const row of rows) row.hidden = !stays(row, words);
    shown.textContent = rows.filter((row) => !row.hidden).length;
  };

  filter.hidden = false;
  filter.addEventListener("input", narrow);
  filter.addEventListener("submit", (event) => event.preventDefault());
}

// Printing: the button prints the notices alone, one unit per sheet; the browser's own command prints all.
const print = document.querySelector("#print");

if (print) {
  print.hidden = false;
  print.addEventListener("click", () => {
    document.body.classList.add("notices-only");
    window.print();
  });
  window.addEventListener("afterprint", () => document.body.classList.remove("notices-only"));
}
