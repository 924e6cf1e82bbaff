// A group that was confirmed on this tablet is not asked for again, and the way on goes past those that wait with it.
import { reason } from "../outbox/reason.js";
import { words } from "../outbox/state.js";
import { keptGroups } from "../tightening/kept.js";
import { say } from "../walk/rows.js";

export default async function holdGroup(place) {
  const form = place.closest("form");
  const { round, group, next } = form.elements;
  const kept = await keptGroups(new URL(form.action).pathname, round.value);
  const waits = (number) => kept.has(number) && !kept.get(number).refused;
  const left = place.dataset.left.split(" ").filter((number) => number && !waits(number));
  const following = left.find((number) => Number(number) > Number(group.value)) || left[0];
  next.value = following ? `${place.dataset.all}/${following}` : place.dataset.all;
  const act = kept.get(group.value);
  if (!act) return;
  say(form, act.refused ? reason(act.refused) : words("onTablet"));
  form.querySelector("[type=submit]").disabled = !act.refused;
}
