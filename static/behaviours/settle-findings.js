// Fixed, Passed and Not fixed in place: the card says how it ended and leaves; what was entered stays if refused.
import { send } from "../acts/send.js";
import { say } from "../walk/rows.js";

export default function settleFindings(list) {
  list.addEventListener("submit", async (event) => {
    const form = event.target;
    const card = form.closest("[data-finding]");
    if (!card) return;
    event.preventDefault();
    const button = form.querySelector("button[type=submit]");
    button.disabled = true;
    const fields = new FormData(form);
    const outcome = await send(new URL(form.action).pathname, {
      id: fields.get("id"),
      finding: fields.get("finding"),
      note: fields.get("note"),
      confirmed: fields.getAll("confirmed"),
    });
    button.disabled = false;
    if (!outcome.accepted) {
      say(form, outcome.message);
      return;
    }
    const section = card.parentElement;
    const following = card.nextElementSibling;
    card.remove();
    (following?.matches("[data-finding]") ? following : section).querySelector("button[type=submit]")?.focus();
    if (!section.querySelector("[data-finding]")) section.remove();
    if (!list.querySelector("[data-finding]")) location.reload();
  });
}
