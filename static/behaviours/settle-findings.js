// Fixed, Passed and Not fixed in place: the card leaves when the server has it; what was entered stays if refused.
import { reason } from "../outbox/reason.js";
import { keep, soon } from "../outbox/send.js";
import { words } from "../outbox/state.js";
import { acts } from "../outbox/store.js";
import { say } from "../walk/rows.js";

const ACTS = ["confirm_fix", "pass_recheck", "fail_recheck"];
const cardOf = (list, act) =>
  [...list.querySelectorAll(`[data-finding="${CSS.escape(act.data.finding)}"] form[action="/c/${act.cabinet}/${act.type}"]`)][0]?.closest("article");

function hold(card, message) {
  card.toggleAttribute("data-kept", Boolean(message));
  for (const button of card.querySelectorAll("button[type=submit]")) button.disabled = Boolean(message);
  for (const form of card.querySelectorAll("form")) say(form, message);
}

function leave(list, card) {
  const section = card.parentElement;
  const following = card.nextElementSibling;
  const focused = card.contains(document.activeElement) || document.activeElement === document.body;
  card.remove();
  if (focused) (following?.matches("[data-finding]") ? following : section).querySelector("button[type=submit]")?.focus();
  if (!section.querySelector("[data-finding]")) section.remove();
  if (!list.querySelector("[data-finding]")) location.reload();
}

export default function settleFindings(list) {
  document.addEventListener("settled", ({ detail: { act, outcome } }) => {
    const card = ACTS.includes(act.type) && cardOf(list, act);
    if (!card) return;
    hold(card, "");
    if (outcome.accepted) leave(list, card);
    else say(card.querySelector(`form[action$="/${act.type}"]`), reason(outcome));
  });
  list.addEventListener("submit", async (event) => {
    const form = event.target;
    const card = form.closest("[data-finding]");
    if (!card) return;
    event.preventDefault();
    const button = form.querySelector("button[type=submit]");
    button.disabled = true;
    const fields = new FormData(form);
    const { settled } = await keep(new URL(form.action).pathname, {
      finding: fields.get("finding"),
      note: fields.get("note"),
      confirmed: fields.getAll("confirmed"),
    });
    if (!(await soon(settled))) hold(card, words("onTablet"));
  });
  return acts().then((all) => {
    for (const act of all.filter((each) => ACTS.includes(each.type))) {
      const card = cardOf(list, act);
      if (card && act.refused) say(card.querySelector(`form[action$="/${act.type}"]`), reason(act.refused));
      else if (card) hold(card, words("onTablet"));
    }
  }, () => {});
}
