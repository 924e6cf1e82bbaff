// What a row of the walk shows of its wire.
const textOf = (row, selector) => row.querySelector(selector)?.textContent.trim() || "";

function end(row, side) {
  const device = row.dataset[`${side}Device`];
  return { device, terminal: row.dataset[`${side}End`].slice(device.length + 1) };
}

export function wireOf(row) {
  const back = row.hasAttribute("data-back");
  return {
    near: end(row, back ? "to" : "from"),
    far: end(row, back ? "from" : "to"),
    back,
    colours: [...row.querySelectorAll(".chip .c")].map((patch) => patch.classList[1]).filter(Boolean),
    colour: textOf(row, ".chip"),
    size: textOf(row, ".row-size"),
    checks: [...row.querySelectorAll(".check")].map((check) => check.textContent.trim()),
    wide: row.hasAttribute("data-wide"),
  };
}
