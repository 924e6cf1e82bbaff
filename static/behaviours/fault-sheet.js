// A fault in at most three taps: Fault, the kind, the end. The sheet is one <dialog> for all rows.
import { newId } from "../outbox/number.js";
import { keep, soon } from "../outbox/send.js";
import { turn } from "../walk/kept.js";
import { goOn, rowOf, rowsAt, say } from "../walk/rows.js";
import { closable, isPassing } from "../walk/sheets.js";
// these concern the whole wire and need no choice of an end
const WHOLE_WIRE = ["missing", "wrong_colour", "wrong_size"];

export default function faultSheet(sheet) {
  const walk = document.querySelector("[data-walk]");
  const form = sheet.querySelector("form");
  const passing = isPassing(sheet);
  let row = null;

  const choice = (name) => form.querySelector(`[name=${name}]:checked`)?.value;

  function open(of) {
    row = of;
    form.reset();
    sheet.dataset.kind = "";
    sheet.querySelector("[data-part=row]").textContent = row.dataset.title;
    for (const end of ["from", "to"]) sheet.querySelector(`[data-end-name=${end}]`).textContent = row.dataset[`${end}End`];
    say(sheet, "");
    sheet.showModal();
  }

  function ask() {
    const kind = choice("kind");
    const both = form.querySelector("[name=end][value=both]");
    if (WHOLE_WIRE.includes(sheet.dataset.kind)) both.checked = false;
    sheet.dataset.kind = kind || "";
    if (kind === "missing_part") {
      for (const end of ["from", "to"]) {
        const held = rowsAt(row.dataset[`${end}Device`]).length;
        sheet.querySelector(`[data-holds=${end}]`).textContent = sheet.dataset.holds.replace("{count}", held);
      }
    }
    if (WHOLE_WIRE.includes(kind)) {
      both.checked = true;
      maybeSave();
    }
  }

  // what needs words first is saved by the button; everything else by the tap on the end
  function maybeSave() {
    if (passing() || !choice("kind") || !choice("end")) return;
    if (choice("kind") === "wrong" || choice("kind") === "other") {
      form.querySelector(choice("kind") === "wrong" ? "[name=found_device]" : "[name=note]").focus();
    } else save();
  }

  async function save() {
    const { csrf_token: _token, id: _id, next: _next, ...fields } = Object.fromEntries(new FormData(form));
    const top = row.getBoundingClientRect().top;
    const id = newId();
    turn(row, id, "mark_faulty"); // before it is sent, as a quick answer would find a row that has not turned
    const { settled } = await keep(`${walk.dataset.path}/mark_faulty`, { id, ...fields, wire: row.dataset.wire });
    form.dispatchEvent(new CustomEvent("raised", { detail: id }));
    const outcome = await soon(settled);
    if (!outcome || outcome.accepted) {
      sheet.close();
      goOn(row, top);
    } else say(sheet, row.querySelector("[data-message]").textContent);
  }

  walk.addEventListener("click", (event) => {
    if (!event.target.closest("[data-act=fault]")) return;
    event.preventDefault();
    open(rowOf(event.target));
  });
  form.addEventListener("change", (event) => {
    ({ kind: ask, end: maybeSave })[event.target.name]?.();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save();
  });
  closable(sheet);
}
