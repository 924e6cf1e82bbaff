// The rows of the walk as they stand on the page: what an act changed, what comes next, how many are left.

const LEFT = ["todo", "second_person"];

export const rowOf = (element) => element.closest("[data-wire]");
export const rowAt = (wire) => document.querySelector(`[data-wire="${CSS.escape(String(wire))}"]`);
export const allRows = () => [...document.querySelectorAll("[data-wire]")];
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

export function count() {
  const rows = allRows();
  const left = rows.filter(isLeft).length;
  const done = rows.filter((row) => !isLeft(row) && row.dataset.state !== "waiting_part").length;
  set("left", left);
  set("checked", done);
  set("findings", rows.filter((row) => ["faulty", "fixed"].includes(row.dataset.state)).length);
  const bar = document.querySelector("[data-progress]");
  if (bar) bar.value = done;
  for (const section of document.querySelectorAll("[data-section]")) {
    const inside = [...section.querySelectorAll("[data-wire]")];
    section.querySelector("[data-done]").textContent = inside.filter((row) => row.dataset.state === "in_order").length;
  }
}

function set(name, value) {
  for (const place of document.querySelectorAll(`[data-count="${name}"]`)) place.textContent = value;
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
