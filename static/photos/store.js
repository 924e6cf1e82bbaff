// Photos that the server does not have yet, in a database of the tablet's own beside the outbox.
// A photo is {seq, id, cabinet, about, person, actor, at, sha256, blob, draft, refused}: `about` is the act that
// raised the finding; a draft is still being marked up.
import { openDB } from "../vendor/idb/idb.js";

let opened = null;

function database() {
  opened ??= openDB("wiring-qa-photos", 1, {
    upgrade(db) {
      db.createObjectStore("photos", { keyPath: "seq", autoIncrement: true }).createIndex("id", "id", { unique: true });
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

const change = async () => (await database()).transaction("photos", "readwrite", { durability: "strict" });

// resolves when it is on the disk
export async function put(photo) {
  const changing = await change();
  await Promise.all([changing.store.put(photo), changing.done]);
}

export async function drop(ids) {
  const changing = await change();
  for (const id of ids) {
    const seq = await changing.store.index("id").getKey(id);
    if (seq !== undefined) changing.store.delete(seq);
  }
  await changing.done;
}

export async function alter(id, news) {
  const changing = await change();
  const photo = await changing.store.index("id").get(id);
  if (photo) changing.store.put({ ...photo, ...news });
  await changing.done;
}

export async function photos() {
  return (await database()).getAll("photos");
}
