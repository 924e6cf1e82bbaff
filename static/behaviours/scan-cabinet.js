// A button that reads a cabinet's QR label and opens the cabinet; no network is needed to find it.
import { scan } from "../scanning/scan.js";

// a label names its plant's address as it was when it was printed; the code after it stays the same
const codeIn = (text) => text.match(/\/c\/([0-9A-Za-z-]+)\/?$/)?.[1];

export default function scanCabinet(button) {
  const sheet = document.getElementById("scan-sheet");
  const typed = document.getElementById("cabinet-code");
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = await scan(sheet, codeIn);
    if (text) location.assign(`/c/${codeIn(text)}`);
  });
  sheet.addEventListener("click", ({ target }) => {
    if (target === sheet || target.closest("[data-close], [data-act=type]")) sheet.close();
    if (target.closest("[data-act=type]")) typed.focus();
  });
}
