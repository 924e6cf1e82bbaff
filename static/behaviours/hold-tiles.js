// Groups that were confirmed on this tablet say so until the server has them; then the page is drawn anew.
import { keptGroups } from "../tightening/kept.js";

export default function holdTiles(list) {
  let before = 0;

  async function draw() {
    const kept = await keptGroups(list.dataset.path, list.dataset.round);
    let waiting = 0;
    for (const tile of list.querySelectorAll("[data-group]")) {
      const act = kept.get(tile.dataset.group);
      const waits = Boolean(act) && !act.refused;
      tile.toggleAttribute("data-kept", waits);
      waiting += waits;
    }
    if (before && !waiting) location.reload();
    before = waiting;
  }

  // what the server took before this page had drawn it as waiting
  document.addEventListener("settled", ({ detail: { act } }) => {
    if (list.dataset.path === `/c/${act.cabinet}/${act.type}`) before += 1;
  });
  document.addEventListener("outbox", draw);
  return draw();
}
