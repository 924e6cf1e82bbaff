// Room that is taken while there is some, and given up for marks when there is none: browsers no longer tell how much is
// left. Where it cannot be taken the tablet is nearly full.
import { deleteDB, openDB } from "../vendor/idb/idb.js";

const NAME = "wiring-qa-reserve";
const CHUNK = 65536; // as much as the browser gives at once of what it cannot press together
const CHUNKS = 64;

export async function holdRoom() {
  const db = await openDB(NAME, 1, { upgrade(made) { made.createObjectStore("room"); } });
  try {
    if (await db.getKey("room", 1)) return true;
    const room = new Uint8Array(CHUNK * CHUNKS);
    for (let at = 0; at < room.length; at += CHUNK) crypto.getRandomValues(room.subarray(at, at + CHUNK));
    await db.put("room", room, 1);
    return true;
  } finally {
    db.close();
  }
}

export const giveRoom = () => deleteDB(NAME);
