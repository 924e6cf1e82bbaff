// A fault in at most three taps: Fault, the kind, the end. The sheet is one <dialog> for all rows.
import { send } from "../acts/send.js";
import { count, goOn, rowAt, rowsAt, say, show } from "../walk/rows.js";
import { closable, isPassing } from "../walk/sheets.js";

// kinds that concern the whole wire need no choice of an end
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
    const fields = Object.fromEntries([...new FormData(form)].filter(([name]) => !["csrf_token", "id", "next"].includes(name)));
    const top = row.getBoundingClientRect().top;
    const outcome = await send(`${walk.dataset.path}/mark_faulty`, { ...fields, wire: row.dataset.wire });
    if (!outcome.accepted) {
      say(sheet, [outcome.message, ...Object.values(outcome.errors || {}).flat()].join(" "));
      return;
    }
    sheet.close();
    show(outcome.answer);
    count();
    goOn(row, top);
  }

  walk.addEventListener("click", (event) => {
    const act = event.target.closest("[data-act=fault]");
    if (!act) return;
    event.preventDefault();
    open(rowAt(act.closest("[data-wire]").dataset.wire));
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
