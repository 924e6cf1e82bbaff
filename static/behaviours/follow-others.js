// Rows that others mark turn here too, soon after the server has it, and without moving what one looks at.
import { isLeft, rowAt, show } from "../walk/rows.js";

const OFTEN = 4000;
const SELDOM = 10000;

// what is at the top of the screen, or has the focus, stays where it is
function inPlace(change) {
  const focused = document.activeElement?.closest("[data-wire]");
  const fixed = focused || document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest("[data-wire]");
  const top = fixed?.getBoundingClientRect().top;
  change();
  if (fixed) scrollBy({ top: fixed.getBoundingClientRect().top - top, behavior: "instant" });
}

// a mark of one's own that is still on this tablet stays in sight, but never before another's fault
function take(rows) {
  const free = rows.filter((each) => {
    const row = rowAt(each.wire);
    if (!row?.dataset.kept) return true;
    row.dataset.before = each.state;
    return each.state === "faulty";
  });
  const changed = free.filter((each) => {
    const row = rowAt(each.wire);
    return row && (row.dataset.state !== each.state || isLeft(row) || !row.textContent.includes(each.by || ""));
  });
  if (changed.length) inPlace(() => show({ rows: changed }));
}

export default function followOthers(walk) {
  let since = Number(walk.dataset.position);
  let pause = OFTEN;
  let timer = 0;

  async function ask() {
    clearTimeout(timer);
    if (document.hidden) return;
    try {
      const response = await fetch(`${walk.dataset.path}/changes?since=${since}`, {
        headers: { Accept: "application/json" },
        signal: AbortSignal.timeout(20000),
      });
      if (!response.ok) throw new Error(response.statusText);
      const { position, rows, reload } = await response.json();
      if (reload) location.reload();
      since = position;
      take(rows);
      pause = OFTEN;
    } catch {
      pause = Math.min(pause * 2, SELDOM);
    }
    clearTimeout(timer);
    timer = setTimeout(ask, pause * (1 + Math.random() / 4));
  }

  document.addEventListener("visibilitychange", ask);
  addEventListener("online", ask);
  // a mark that was made by an earlier revision names a row that may stand elsewhere now
  document.addEventListener("settled", ({ detail: { act } }) => {
    if (act.data.revision && act.data.revision !== document.body.dataset.revision) ask();
  });
  ask();
}
