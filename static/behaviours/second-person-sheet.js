// The second person of a wide-span row: a touch of their name and their PIN once, then the name alone.
import { direct } from "../outbox/direct.js";
import { newId } from "../outbox/number.js";
import { words } from "../outbox/state.js";
import { goOn, rowOf, say, show } from "../walk/rows.js";
import { closable, isPassing } from "../walk/sheets.js";

export default function secondPersonSheet(sheet) {
  const walk = document.querySelector("[data-walk]");
  const form = sheet.querySelector("form");
  const pin = form.querySelector("[name=pin]");
  const passing = isPassing(sheet);
  let row = null;

  function open(of) {
    row = of;
    form.reset();
    say(sheet, "");
    sheet.querySelector("[data-part=row]").textContent = row.dataset.title;
    sheet.showModal();
  }

  async function confirm(person) {
    const top = row.getBoundingClientRect().top;
    const { revision } = document.body.dataset;
    const fields = { id: newId(), revision, wire: row.dataset.wire, person: person.value, pin: pin.value };
    const outcome = await direct(`${walk.dataset.path}/confirm_as_second_person`, fields);
    if (!outcome.accepted) {
      say(sheet, outcome.lost ? words("noConnection") : outcome.message);
      pin.focus();
      return;
    }
    person.closest("label").setAttribute("data-proved", "");
    sheet.close();
    show(outcome.answer);
    goOn(row, top);
  }

  walk.addEventListener("second-person-needed", (event) => open(event.target));
  walk.addEventListener("click", (event) => {
    const act = event.target.closest("[data-act=second-person]");
    if (!act || !rowOf(act)) return;
    event.preventDefault();
    open(rowOf(act));
  });
  form.addEventListener("change", (event) => {
    if (event.target.name !== "person" || passing()) return;
    if (event.target.closest("label").hasAttribute("data-proved")) confirm(event.target);
    else pin.focus();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const person = form.querySelector("[name=person]:checked");
    if (person) confirm(person);
  });
  closable(sheet);
}
