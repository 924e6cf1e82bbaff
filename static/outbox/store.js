// What was entered and the server does not have yet, kept in the tablet's own database until it does.
// An act is {seq, id, type, cabinet, data, place, at, person, actor, refused}; `seq` is the order they were entered in,
// `place` the row in words.
import { openDB } from "../vendor/idb/idb.js";
import { giveRoom } from "./reserve.js";

// Why something waits for a lead's judgement, who finds it on the server.
export const FOR_LEADS = ["tablet_revoked", "person_left"];
let opened = null;

function database() {
  opened ??= openDB("wiring-qa", 1, {
    upgrade(db) {
      db.createObjectStore("acts", { keyPath: "seq", autoIncrement: true }).createIndex("id", "id", { unique: true });
      db.createObjectStore("turns");
    },
    blocking(_now, _wanted, event) {
      event.target.close();
      opened = null;
    },
    terminated() { opened = null; },
  });
  opened.catch(() => { opened = null; });
  return opened;
}

// resolves when it is on the disk, so that neither a crash nor an empty battery takes it away
export async function add(act) {
  try {
    await write(act);
  } catch (error) {
    if (error.name !== "QuotaExceededError") throw error;
    await giveRoom();
    await write(act);
  }
}

async function write(act) {
  const change = (await database()).transaction("acts", "readwrite", { durability: "strict" });
  try {
    await Promise.all([change.store.add(act), change.done]);
  } catch (error) {
    // sent twice from one form: it is here already
    if (error.name !== "ConstraintError") throw error;
  }
}

export async function acts() {
  return (await database()).getAll("acts");
}

export async function remove(ids) {
  const change = (await database()).transaction("acts", "readwrite", { durability: "strict" });
  for (const id of ids) {
    const seq = await change.store.index("id").getKey(id);
    if (seq !== undefined) change.store.delete(seq);
  }
  await change.done;
}

export async function refuse(id, why) {
  const change = (await database()).transaction("acts", "readwrite", { durability: "strict" });
  const act = await change.store.index("id").get(id);
  if (act) change.store.put({ ...act, refused: why });
  await change.done;
}

// What waits for a lead's judgement is asked about once more: what they recorded after all is then on the server.
export async function askAgain() {
  const change = (await database()).transaction("acts", "readwrite");
  for (const act of await change.store.getAll()) {
    if (FOR_LEADS.includes(act.refused?.code)) change.store.put({ ...act, refused: undefined });
  }
  await change.done;
}

// One sender at a time over all windows: by a lock where the browser has them, else by a turn that runs out.
export async function alone(work) {
  if (navigator.locks) return navigator.locks.request("outbox", work);
  while (!(await takeTurn())) await new Promise((later) => { setTimeout(later, 500); });
  try {
    return await work();
  } finally {
    await (await database()).delete("turns", "sender");
  }
}

const LONGEST = 60000;

async function takeTurn() {
  const change = (await database()).transaction("turns", "readwrite");
  const until = await change.store.get("sender");
  const free = !until || until < Date.now() || until > Date.now() + LONGEST;
  if (free) change.store.put(Date.now() + LONGEST, "sender");
  await change.done;
  return free;
}
