// node sheetjs.js MODULES FOLDER FILE...: load and save by SheetJS with everything that it can keep.
const path = require("path");
const [modules, folder, ...sources] = process.argv.slice(2);
const XLSX = require(path.join(modules, "xlsx"));
for (const source of sources) {
  const book = XLSX.readFile(source, {
    cellStyles: true,
    cellNF: true,
    cellFormula: true,
    bookVBA: true,
    sheetStubs: true,
  });
  XLSX.writeFile(book, path.join(folder, path.basename(source)), {
    bookType: path.extname(source).slice(1),
    bookVBA: true,
    cellStyles: true,
    bookSST: true,
  });
}
