// What the walk's sheets share.

// Arrow keys choose each radio button that they pass; only a touch, Space or Enter means the choice.
export function isPassing(sheet) {
  let passing = false;
  sheet.addEventListener("keydown", (event) => { passing = event.key.startsWith("Arrow"); });
  sheet.addEventListener("pointerdown", () => { passing = false; });
  return () => passing;
}

// A touch beside the sheet closes it, as its button does; what was unfolded in it is folded for the next row.
export function closable(sheet) {
  sheet.addEventListener("click", (event) => {
    if (event.target === sheet || event.target.closest("[data-close]")) sheet.close();
  });
  sheet.addEventListener("close", () => {
    for (const unfolded of sheet.querySelectorAll("details[open]")) unfolded.open = false;
  });
}
