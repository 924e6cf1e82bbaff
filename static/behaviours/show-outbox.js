// The list of what is on this tablet only; what was refused can be mended in its place, or dismissed.
import { reason } from "../outbox/reason.js";
import { forget, work } from "../outbox/send.js";
import { acts, askAgain } from "../outbox/store.js";
import { drop, photos } from "../photos/store.js";

const camel = (type) => type.replace(/_(.)/g, (_all, letter) => letter.toUpperCase());

export default function showOutbox(page) {
  const part = (name, within = page) => within.querySelector(`[data-part="${name}"]`);
  const list = part("list");
  const pattern = page.querySelector("template").content.firstElementChild;

  const fields = JSON.parse(page.dataset.fields);

  // what was entered, in the reader's words and in the order that it is asked for
  function entered({ type, data, place }) {
    const asked = (fields[type] || []).filter(({ name }) => name in data && name !== "revision");
    return asked.map(({ name, label, answers, isTick }) => {
      const said = isTick ? "✓" : [data[name]].flat().map((each) => answers[each] || each).join(", ");
      return `${label}: ${["wire", "finding"].includes(name) && place ? place : said}`;
    });
  }

  function drawn(act) {
    const item = pattern.cloneNode(true);
    const at = new Date(act.at).toLocaleString(document.documentElement.lang);
    item.dataset.keptAct = act.id;
    part("what", item).textContent = page.dataset[camel(act.type)] || act.type;
    part("details", item).textContent = [act.person, at, ...entered(act)].join(" · ");
    part("place", item).href = `/c/${act.cabinet}${act.data.wire ? `/walk#row-${act.data.wire}` : ""}`;
    if (act.refused) {
      part("reason", item).textContent = reason(act.refused);
      part("reason", item).hidden = false;
      part("dismiss", item).hidden = false;
      part("dismiss", item).addEventListener("click", () => (act.blob ? forget(act.id, drop) : forget(act.id)));
    }
    if (act.blob) {
      part("photo", item).hidden = false;
      part("photo", item).src = URL.createObjectURL(act.blob);
    }
    return item;
  }

  const asAct = (photo) => ({ ...photo, type: "attach_photo", data: {} });

  document.addEventListener("outbox", async ({ detail: { storage } }) => {
    const kept = (await photos().catch(() => [])).filter((photo) => !photo.draft);
    const all = [...(await acts().catch(() => [])), ...kept.map(asAct)];
    list.replaceChildren(...all.sort((one, other) => Boolean(other.refused) - Boolean(one.refused)).map(drawn));
    part("empty").hidden = all.length > 0;
    part("refused").hidden = storage !== "refused";
  });

  if (navigator.onLine) askAgain().then(work, () => {});
}
