// Rows that were marked on this tablet: they turn at once, say so until the server has the mark, and settle then.
import { reason } from "../outbox/reason.js";
import { acts } from "../outbox/store.js";
import { count, rowAt, say, show } from "./rows.js";

const isOfPage = (act) => !act.data.revision || act.data.revision === document.body.dataset.revision;
const PREDICTED = {
  mark_ok: (row) => (row.hasAttribute("data-wide") ? "second_person" : "in_order"),
  mark_faulty: () => "faulty",
  take_back_mark: () => "todo",
  confirm_as_second_person: () => "in_order",
};

export function turn(row, id, type) {
  if (!row.dataset.kept) row.dataset.before = row.dataset.state;
  row.dataset.state = PREDICTED[type](row);
  row.dataset.kept = id;
  row.setAttribute("data-mine", "");
  delete row.dataset.open;
  say(row, "");
  count();
}

// A page that was stored, or drawn before the server had everything, shows what is still in the outbox.
async function replay(cabinet, settled) {
  const { person } = document.body.dataset;
  for (const act of await acts().catch(() => [])) {
    const row = act.cabinet === cabinet && isOfPage(act) && PREDICTED[act.type] && rowAt(act.data.wire);
    if (!row || row.dataset.kept === act.id || settled.has(act.id)) continue;
    if (act.refused) say(row, reason(act.refused));
    else turn(row, act.id, act.type);
    row.toggleAttribute("data-mine", act.person === person);
  }
}

function settle(act, { accepted, answer, ...why }) {
  const row = rowAt(act.data.wire);
  // a later mark of a row that is still on this tablet goes before what the server knows
  const isLater = (wire) => ![undefined, act.id].includes(rowAt(wire)?.dataset.kept);
  if (accepted) {
    for (const each of answer.rows || []) if (isLater(each.wire)) rowAt(each.wire).dataset.before = each.state;
    show({ rows: (answer.rows || []).filter((each) => !isLater(each.wire)) });
  } else if (row) {
    if (!isLater(act.data.wire)) row.dataset.state = row.dataset.before || row.dataset.state;
    say(row, reason(why));
    row.scrollIntoView({ block: "nearest" });
    count();
  }
  if (row?.dataset.kept === act.id) delete row.dataset.kept;
}

export function follow(walk) {
  const cabinet = walk.dataset.path.split("/").at(-1);
  const settled = new Set();
  document.addEventListener("settled", ({ detail: { act, outcome } }) => {
    settled.add(act.id);
    if (act.cabinet === cabinet && isOfPage(act) && PREDICTED[act.type]) settle(act, outcome);
  });
  return replay(cabinet, settled);
}
