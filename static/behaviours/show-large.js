// A photo that is touched is shown large, in a sheet.
import { closable } from "../walk/sheets.js";

export default function showLarge(sheet) {
  const large = sheet.querySelector("[data-part=picture]");
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-large]");
    if (!link) return;
    event.preventDefault();
    const { alt } = link.querySelector("img");
    large.src = link.href;
    large.alt = alt;
    sheet.querySelector("[data-part=about]").textContent = alt;
    sheet.showModal();
  });
  closable(sheet);
}
