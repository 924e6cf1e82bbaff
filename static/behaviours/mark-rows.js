// OK in one tap, and taking one's own mark back: the row turns at once and settles when the server answers.
import { newId } from "../outbox/number.js";
import { keep, send, soon } from "../outbox/send.js";
import { follow, turn } from "../walk/kept.js";
import { goOn, rowOf, say } from "../walk/rows.js";

const confirmed = (row) => [...row.querySelectorAll("[name=confirmed]:checked")].map((box) => box.value);

async function ok(walk, row) {
  const left = row.querySelectorAll("[name=confirmed]:not(:checked)");
  if (left.length) {
    say(row, walk.dataset.confirmFirst);
    left[0].focus();
    return;
  }
  const id = newId();
  const top = row.getBoundingClientRect().top;
  const wide = row.hasAttribute("data-wide");
  turn(row, id, "mark_ok");
  if (!wide) goOn(row, top);
  const { settled } = await keep(`${walk.dataset.path}/mark_ok`, { id, wire: row.dataset.wire, confirmed: confirmed(row) });
  if (!wide) return;
  // without a network the second person stands there as well
  const outcome = await soon(settled, 1500);
  if (!outcome || outcome.accepted) row.dispatchEvent(new CustomEvent("second-person-needed", { bubbles: true }));
}

function undo(walk, row) {
  const id = newId();
  turn(row, id, "take_back_mark");
  send(`${walk.dataset.path}/take_back_mark`, { id, wire: row.dataset.wire });
}

export default function markRows(walk) {
  walk.addEventListener("click", (event) => {
    const act = event.target.closest("[data-act]");
    const row = act && rowOf(act);
    if (!row) return;
    if (act.dataset.act === "ok" || act.dataset.act === "undo") {
      event.preventDefault();
      (act.dataset.act === "ok" ? ok : undo)(walk, row);
    }
  });
  walk.addEventListener("click", (event) => {
    const fold = event.target.closest("[data-fold]");
    if (fold) fold.setAttribute("aria-expanded", rowOf(fold).toggleAttribute("data-open"));
  });
  return follow(walk);
}
