// The groups of a round that were confirmed on this tablet and that the server has not taken: each number with its act.
import { acts } from "../outbox/store.js";

export async function keptGroups(path, round) {
  const [, , cabinet, type] = path.split("/");
  const all = await acts().catch(() => []);
  const ours = all.filter((act) => act.cabinet === cabinet && act.type === type && act.data.round === round);
  return new Map(ours.map((act) => [act.data.group, act]));
}
