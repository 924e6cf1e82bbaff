// The second person of a wide-span row: a touch of their name and their PIN once, then the name alone; or their badge.
// Without a network they are known by what this tablet keeps of them, and the server proves it when it arrives.
import { direct } from "../outbox/direct.js";
import { newId } from "../outbox/number.js";
import { keep } from "../outbox/send.js";
import { unlock } from "../people/kept.js";
import { turn } from "../walk/kept.js";
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

  async function confirm(person, badge = "") {
    const path = `${walk.dataset.path}/confirm_as_second_person`;
    const top = row.getBoundingClientRect().top;
    const { revision } = document.body.dataset;
    const fields = { id: newId(), revision, wire: row.dataset.wire };
    const outcome = await direct(path, { ...fields, person: person?.value, pin: pin.value, badge });
    const problem = outcome.lost ? await confirmLater(path, fields, person, badge) : outcome.accepted ? "" : outcome.message;
    if (problem) {
      say(sheet, problem);
      pin.focus();
      return;
    }
    if (!outcome.lost) {
      person?.closest("label").setAttribute("data-proved", "");
      show(outcome.answer);
    }
    sheet.close();
    goOn(row, top);
  }

  // under the same number: what the server took though its answer was lost is there once
  async function confirmLater(path, fields, person, badge) {
    const name = person?.closest("label").textContent.trim();
    const proof = badge ? { author: badge } : await unlock(name, pin.value);
    if (!proof.author) return sheet.dataset[proof.problem];
    turn(row, fields.id, "confirm_as_second_person");
    await keep(path, { ...fields, actor: proof.author });
    return "";
  }

  walk.addEventListener("second-person-needed", (event) => open(event.target));
  walk.addEventListener("click", (event) => {
    const act = event.target.closest("[data-act=second-person]");
    if (!act || !rowOf(act)) return;
    event.preventDefault();
    open(rowOf(act));
  });
  sheet.addEventListener("badge", ({ detail }) => confirm(null, detail.badge));
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
