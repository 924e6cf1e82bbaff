// Where the ends of the row at hand sit: the row that has the focus, or else the one in the middle of the screen. A
// touch shows the drawing large; so does the drawing's button of a device's heading.
import { around, drawEnds } from "../drawing/ends.js";
import { isLeft, rowOf } from "../walk/rows.js";
import { closable } from "../walk/sheets.js";

const endsOf = (row) => [row.dataset.fromDevice, row.dataset.toDevice];
const inSight = ({ bottom, top }) => bottom > 0 && top < innerHeight;

export default function showEnds(inset) {
  const points = JSON.parse(inset.dataset.points);
  const longest = Math.max(inset.dataset.width, inset.dataset.height);
  const sheet = document.getElementById("drawing-sheet");
  const small = inset.querySelector("[data-part=small]");
  let at = null;

  function show(row) {
    if (!row || row === at) return;
    at = row;
    const ends = endsOf(row);
    inset.hidden = !ends.some((device) => points[device]);
    if (inset.hidden) return;
    const box = around(points, ends, longest);
    drawEnds(small, points, ends, Math.max(box[2], box[3]) * 0.055);
    small.setAttribute("viewBox", box.join(" "));
    inset.querySelector("[data-part=row]").textContent = row.dataset.title;
  }

  function open(devices, title) {
    drawEnds(sheet.querySelector("[data-part=large]"), points, devices, longest * 0.018);
    sheet.querySelector("[data-part=row]").textContent = title;
    sheet.showModal();
  }

  function look() {
    if (at?.isConnected && !at.hidden && isLeft(at) && inSight(at.getBoundingClientRect())) return;
    const row = document.elementFromPoint(innerWidth / 2, innerHeight * 0.45)?.closest("[data-wire]");
    show(row || [...document.querySelectorAll("[data-wire]")].find((each) => !each.hidden && isLeft(each)));
  }

  for (const type of ["focusin", "pointerdown"]) document.addEventListener(type, ({ target }) => show(rowOf(target)));
  document.addEventListener("scrollend", look);
  document.querySelector("[data-walk]").addEventListener("click", (event) => {
    const link = event.target.closest("a[href*='/drawing?device=']");
    if (!link) return;
    event.preventDefault();
    const device = new URL(link.href).searchParams.get("device");
    open([device], device);
  });
  inset.querySelector("button").addEventListener("click", () => open(endsOf(at), at.dataset.title));
  closable(sheet);
  look();
}
