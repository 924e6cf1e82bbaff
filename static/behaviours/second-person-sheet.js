// The second person of a wide-span row: a touch of their name and their PIN once, then the name alone; or their badge.
// Without a network they are known by what this tablet keeps of them, and the server proves it when it arrives.
import { direct } from "../outbox/direct.js";
import { newId } from "../outbox/number.js";
import { keep } from "../outbox/send.js";
import { proofs } from "../people/second.js";
import { turn } from "../walk/kept.js";
import { goOn, rowOf, say, show } from "../walk/rows.js";
import { closable, isPassing } from "../walk/sheets.js";

export default function secondPersonSheet(sheet) {
  const walk = document.querySelector("[data-walk]");
  const form = sheet.querySelector("form");
  const pin = form.querySelector("[name=pin]");
  const passing = isPassing(sheet);
  const proofOf = proofs(sheet.dataset.minutes);
  let row = null;

  function open(of) {
    row = of;
    form.reset();
    say(sheet, "");
    // a kept page may be another's by now
    for (const label of form.querySelectorAll("[data-name]")) {
      label.hidden = label.dataset.name === document.body.dataset.person;
      label.querySelector("input").disabled = label.hidden;
    }
    sheet.querySelector("[data-part=row]").textContent = row.dataset.title;
    sheet.showModal();
  }

  async function confirm(person, badge = "") {
    const path = `${walk.dataset.path}/confirm_as_second_person`;
    const top = row.getBoundingClientRect().top;
    const { revision } = document.body.dataset;
    const fields = { id: newId(), revision, wire: row.dataset.wire };
    const outcome = await direct(path, { ...fields, person: person?.value, pin: pin.value, badge });
    const problem = outcome.accepted ? "" : await confirmLater(path, fields, person, badge, outcome);
    person?.closest("label").toggleAttribute("data-proved", !problem);
    if (problem) {
      say(sheet, problem);
      pin.focus();
      return;
    }
    if (outcome.accepted) show(outcome.answer);
    sheet.close();
    goOn(row, top);
  }

  // Under the same number: what the server took though its answer was lost is there once. A sign-in that ended while
  // the page was open keeps nobody from confirming either.
  async function confirmLater(path, fields, person, badge, { lost, code, message }) {
    if (!lost && !["sign_in", "csrf", "pin_needed"].includes(code)) return message;
    const proof = await proofOf(person?.closest("label").dataset.name, pin.value, badge);
    if (!proof.author) return (lost && sheet.dataset[proof.problem]) || message || sheet.dataset.pinNeeded;
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
