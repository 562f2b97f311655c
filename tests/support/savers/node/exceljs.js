// node exceljs.js MODULES FOLDER FILE...: load and save by ExcelJS, as a web service does it.
const path = require("path");
const [modules, folder, ...sources] = process.argv.slice(2);
const ExcelJS = require(path.join(modules, "exceljs"));
(async () => {
  for (const source of sources) {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(source);
    await book.xlsx.writeFile(path.join(folder, path.basename(source)));
  }
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
