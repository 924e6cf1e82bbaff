// Who has signed in on this tablet, to go on without a network: each one's token, locked by their PIN.
// A person is {id, name, role, salt, iv, locked, tries}. A short PIN protects little against who takes the tablet apart;
// what they would find only lets them enter marks, and only until the tablet is revoked.
import { openDB } from "../vendor/idb/idb.js";

const ROUNDS = 300000;
const MOST_TRIES = 5;
let opened = null;

function database() {
  opened ??= openDB("wiring-qa-people", 1, { upgrade(db) { db.createObjectStore("people", { keyPath: "name" }); } });
  opened.catch(() => { opened = null; });
  return opened;
}

export const canLock = () => Boolean(globalThis.crypto?.subtle);
export const people = async () => (await database()).getAll("people");

async function keyOf(pin, salt) {
  // a Chinese keyboard may type digits in full width; they mean the same
  const material = new TextEncoder().encode(pin.normalize("NFKC"));
  const key = await crypto.subtle.importKey("raw", material, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS };
  return crypto.subtle.deriveKey(how, key, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

export async function keep({ id, person: name, role, author }, pin) {
  if (!canLock()) return;
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const locked = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await keyOf(pin, salt), new TextEncoder().encode(author));
  await (await database()).put("people", { id, name, role, salt, iv, locked, tries: 0 });
}

const same = (one, other) => one.normalize("NFKC").trim().toLowerCase() === other.normalize("NFKC").trim().toLowerCase();

// Whose badge it is, of those known here: its text begins with the person's number, as people/badges.py writes it.
// That it is no older one the server finds out; their PIN is asked for all the same.
export async function nameOnBadge(badge) {
  try {
    const [id] = JSON.parse(atob(badge.split("/").at(-1).split(".")[0].replace(/-/g, "+").replace(/_/g, "/")));
    return (await people()).find((each) => each.id === String(id))?.name || "";
  } catch {
    return "";
  }
}

// Resolves to {id, person, role, author}, or to {problem}: "unsafe", "notKnown", "tooMany" or "wrong".
export async function unlock(name, pin) {
  if (!canLock()) return { problem: "unsafe" };
  const found = (await people()).find((each) => same(each.name, name));
  if (!found) return { problem: "notKnown" };
  if (found.tries >= MOST_TRIES) return { problem: "tooMany" };
  // counted before it is tried: closing the page in between gives no more tries
  await (await database()).put("people", { ...found, tries: found.tries + 1 });
  try {
    const opened = await crypto.subtle.decrypt({ name: "AES-GCM", iv: found.iv }, await keyOf(pin, found.salt), found.locked);
    await (await database()).put("people", { ...found, tries: 0 });
    return { id: found.id, person: found.name, role: found.role, author: new TextDecoder().decode(opened) };
  } catch {
    return { problem: "wrong" };
  }
}
