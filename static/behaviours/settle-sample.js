// Held and Moved in place: the row says what was recorded and the next one comes under the thumb.
import { reason } from "../outbox/reason.js";
import { keep, soon } from "../outbox/send.js";
import { words } from "../outbox/state.js";
import { acts } from "../outbox/store.js";
import { say } from "../walk/rows.js";

export default function settleSample(list) {
  list.addEventListener("submit", async (event) => {
    const form = event.target;
    const row = form.closest("[data-wire]");
    event.preventDefault();
    const button = event.submitter;
    const fields = new FormData(form, button);
    const path = new URL(button.getAttribute("formaction") || form.action, location.href).pathname;
    for (const each of form.querySelectorAll("button")) each.disabled = true;
    const { settled } = await keep(path, {
      wire: fields.get("wire"),
      torque_nm: fields.get("torque_nm"),
      end: fields.get("end"),
    });
    if (!(await soon(settled))) {
      say(form, words("onTablet"));
      goOn(list, row);
    }
    const outcome = await settled;
    for (const each of form.querySelectorAll("button")) each.disabled = false;
    if (!outcome.accepted) {
      say(form, reason(outcome));
      return;
    }
    const { result, state } = outcome.answer;
    row.dataset.state = result;
    // a round that has ended, and a row that moved, change more of the page than this row
    if (state !== "spot_check" || result !== "held") {
      location.reload();
      return;
    }
    settle(form, button);
    goOn(list, row);
  });
  return replay(list);
}

async function replay(list) {
  for (const act of await acts().catch(() => [])) {
    const form = list.querySelector(`[data-wire="${CSS.escape(act.data.wire)}"] form[action^="/c/${act.cabinet}/spot_check"]`);
    if (!form || !act.type.startsWith("spot_check") || act.data.revision !== document.body.dataset.revision) continue;
    say(form, act.refused ? reason(act.refused) : words("onTablet"));
    for (const each of form.querySelectorAll("button")) each.disabled = !act.refused;
  }
}

function settle(form, button) {
  const said = document.createElement("p");
  said.className = "sample-result";
  const badge = document.createElement("span");
  badge.className = "badge done";
  badge.append(...button.cloneNode(true).childNodes);
  said.append(badge, ` ${document.body.dataset.person}`);
  form.replaceWith(said);
}

function goOn(list, row) {
  const top = row.getBoundingClientRect().top;
  const bar = document.querySelector("progress");
  const words = bar?.parentElement.querySelector("b");
  if (bar) bar.value += 1;
  if (words) words.textContent = String(bar.value);
  const rows = [...list.querySelectorAll("[data-wire]")];
  const left = rows.filter((each) => each.querySelector('[data-act="held"]:enabled'));
  const next = left.find((each) => rows.indexOf(each) > rows.indexOf(row)) || left[0];
  if (!next) return;
  next.querySelector('[data-act="held"]').focus({ preventScroll: true });
  scrollBy({ top: next.getBoundingClientRect().top - top, behavior: "instant" });
}
