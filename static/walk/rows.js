// The rows of the walk as they stand on the page: what an act changed, what comes next, how many are left.

const LEFT = ["todo", "second_person"];
// kept by the browser itself: to look for them anew among the parts of thousands of rows takes longer than a tap may
const rows = document.getElementsByClassName("row");

export const rowOf = (element) => element.closest("[data-wire]");
export const rowAt = (wire) => document.getElementById(`row-${wire}`);
export const allRows = () => [...rows];
export const rowsAt = (device) =>
  allRows().filter((row) => [row.dataset.fromDevice, row.dataset.toDevice].includes(device));
export const isLeft = (row) => LEFT.includes(row.dataset.state);

export function show(answer) {
  for (const { wire, state, at, by } of answer.rows) {
    const row = rowAt(wire);
    if (!row) continue;
    row.dataset.state = state;
    delete row.dataset.open;
    const time = at ? new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false }) : "";
    const mark = row.querySelector("[data-mark]");
    if (mark) mark.textContent = at ? `${time} ${by}` : "";
    row.toggleAttribute("data-mine", by === document.body.dataset.person);
  }
  count();
}

// The numbers follow in the frame after: whoever taps waits for the row, and a table may have thousands.
let counting = false;

export function count() {
  if (counting) return;
  counting = true;
  requestAnimationFrame(() => setTimeout(() => {
    counting = false;
    recount();
  }));
}

function recount() {
  const standing = {};
  const settled = new Map();
  for (const row of rows) {
    const state = row.getAttribute("data-state");
    standing[state] = (standing[state] || 0) + 1;
    if (state === "in_order") settled.set(row.parentElement, (settled.get(row.parentElement) || 0) + 1);
  }
  const of = (...states) => states.reduce((sum, state) => sum + (standing[state] || 0), 0);
  const done = of("in_order", "faulty", "fixed");
  const bar = document.querySelector(".walk-bar");
  const set = (name, value) => bar?.querySelectorAll(`[data-count="${name}"]`).forEach((place) => write(place, value));
  set("left", of(...LEFT));
  set("checked", done);
  set("findings", of("faulty", "fixed"));
  const progress = bar?.querySelector("[data-progress]");
  if (progress) progress.value = done;
  for (const list of document.getElementsByClassName("rows")) {
    const place = list.closest("[data-section]")?.querySelector("[data-done]");
    if (place) write(place, settled.get(list) || 0);
  }
}

// what is written anew is laid out anew, though it says the same
function write(place, value) {
  if (place.textContent !== String(value)) place.textContent = value;
}

export function next(row) {
  const rows = allRows().filter((each) => !each.hidden && (isLeft(each) || each === row));
  const at = rows.indexOf(row);
  return rows[at + 1] || rows.find((each) => each !== row) || null;
}

// brings the next row to where the thumb already is
export function goOn(row, top) {
  const following = next(row);
  (following || row).dispatchEvent(new CustomEvent(following ? "row-reached" : "rows-ended", { bubbles: true }));
  if (!following) return;
  const act = following.querySelector('[data-act="ok"]');
  act?.focus({ preventScroll: true });
  scrollBy({ top: following.getBoundingClientRect().top - top, behavior: "instant" });
}

export function say(row, message) {
  const place = row.querySelector("[data-message]");
  place.textContent = message || "";
  place.hidden = !message;
}
