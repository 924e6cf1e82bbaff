// A button that reads a badge and tells what stands around it: the event "badge" has its text and, where the server
// can be asked, whose it is.
import { scan } from "../scanning/scan.js";

const badgeIn = (text) => text.match(/\/badge\/[^/]+$/)?.[0];

export default function scanBadge(button) {
  const sheet = document.getElementById(button.dataset.sheet);
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = await scan(sheet, badgeIn);
    if (!text) return;
    const badge = badgeIn(text);
    const asked = fetch(badge, { headers: { Accept: "application/json" }, signal: AbortSignal.timeout(4000) });
    const { person = "" } = await asked.then((said) => said.json()).catch(() => ({}));
    button.dispatchEvent(new CustomEvent("badge", { bubbles: true, detail: { badge, person } }));
  });
  sheet.addEventListener("click", ({ target }) => {
    if (target === sheet || target.closest("[data-close], [data-act=type]")) sheet.close();
  });
}
