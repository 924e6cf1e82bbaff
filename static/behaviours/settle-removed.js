// A removed wire is confirmed gone in place: it leaves the list when the server has it.
import { reason } from "../outbox/reason.js";
import { keep, soon } from "../outbox/send.js";
import { words } from "../outbox/state.js";
import { acts } from "../outbox/store.js";
import { say } from "../walk/rows.js";

const ACT = "confirm_removed_wire";

function formOf(list, { cabinet, data }) {
  return [...list.querySelectorAll(`form[action="/c/${cabinet}/${ACT}"]`)].find(
    (form) => form.wire.value === String(data.wire) && form.revision.value === data.revision,
  );
}

function hold(form, message) {
  form.querySelector("button").disabled = Boolean(message);
  say(form, message);
}

export default async function settleRemoved(list) {
  document.addEventListener("settled", ({ detail: { act, outcome } }) => {
    const form = act.type === ACT && formOf(list, act);
    if (!form) return;
    hold(form, "");
    if (!outcome.accepted) say(form, reason(outcome));
    else form.closest("article").remove();
    if (!list.querySelector("article")) list.remove();
  });
  list.addEventListener("submit", async (event) => {
    event.preventDefault();
    const form = event.target;
    form.querySelector("button").disabled = true;
    const { settled } = await keep(new URL(form.action).pathname, { wire: form.wire.value, revision: form.revision.value });
    if (!(await soon(settled))) hold(form, words("onTablet"));
  });
  for (const act of await acts().catch(() => [])) {
    const form = act.type === ACT && formOf(list, act);
    if (form && act.refused) say(form, reason(act.refused));
    else if (form) hold(form, words("onTablet"));
  }
}
