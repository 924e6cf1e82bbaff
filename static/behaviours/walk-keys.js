// The keyboard: Enter marks OK, F opens the fault sheet, arrows move, / searches.
import { isForOthers } from "../walk/keys.js";
import { allRows, rowOf } from "../walk/rows.js";

const rows = () => allRows().filter((row) => !row.hidden);

function move(from, step) {
  const shown = rows();
  const at = shown.indexOf(from);
  const to = shown[at < 0 ? 0 : Math.max(0, Math.min(shown.length - 1, at + step))];
  const targets = to ? [...to.querySelectorAll("[data-act=ok], [data-fold]")] : [];
  targets.find((target) => target.offsetParent)?.focus();
  to?.scrollIntoView({ block: "nearest" });
}

export default function walkKeys(walk) {
  document.addEventListener("keydown", (event) => {
    if (isForOthers(event)) return;
    const row = rowOf(document.activeElement);
    if (event.key === "/") document.querySelector("[name=q]").focus();
    else if (event.key === "ArrowDown") move(row, 1);
    else if (event.key === "ArrowUp") move(row, -1);
    else if (event.key.toLowerCase() === "f" && row) row.querySelector("[data-act=fault]").click();
    else return;
    event.preventDefault();
  });
  walk.dataset.keys = "on";
}
