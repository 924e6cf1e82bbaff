// OK in one tap, and taking one's own mark back: the row turns at once and settles when the server answers.
import { send } from "../acts/send.js";
import { count, goOn, rowOf, say, show } from "../walk/rows.js";

const confirmed = (row) => [...row.querySelectorAll("[name=confirmed]:checked")].map((box) => box.value);

async function ok(walk, row) {
  const left = row.querySelectorAll("[name=confirmed]:not(:checked)");
  if (left.length) {
    say(row, walk.dataset.confirmFirst);
    left[0].focus();
    return;
  }
  const before = row.dataset.state;
  const top = row.getBoundingClientRect().top;
  const wide = row.hasAttribute("data-wide");
  say(row, "");
  row.dataset.state = wide ? "second_person" : "in_order";
  count();
  if (!wide) goOn(row, top);
  const outcome = await send(`${walk.dataset.path}/mark_ok`, { wire: row.dataset.wire, confirmed: confirmed(row) });
  settle(row, before, outcome);
  if (wide && outcome.accepted) row.dispatchEvent(new CustomEvent("second-person-needed", { bubbles: true }));
}

async function undo(walk, row) {
  const outcome = await send(`${walk.dataset.path}/take_back_mark`, { wire: row.dataset.wire });
  settle(row, row.dataset.state, outcome);
}

function settle(row, before, outcome) {
  if (outcome.accepted) {
    show(outcome.answer);
  } else {
    row.dataset.state = before;
    say(row, outcome.message);
    count();
    row.scrollIntoView({ block: "nearest" });
  }
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
}
