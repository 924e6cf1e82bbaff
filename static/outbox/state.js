// How the outbox stands, told to the page by the event "outbox" whenever it may have changed.
import { photos } from "../photos/store.js";
import { holdRoom } from "./reserve.js";
import { acts } from "./store.js";

const LEAST_FREE = 20e6;
let known = { failing: false, storage: "unknown" };

export const words = (name) => document.querySelector(".saved")?.dataset[name] || "";

export async function changed(news = {}) {
  known = { ...known, ...news };
  try {
    const all = [...(await acts()), ...(await photos()).filter((photo) => !photo.draft)];
    const waiting = all.filter((each) => !each.refused);
    const oldest = waiting.map(({ at }) => at).sort()[0];
    known = { ...known, count: waiting.length, rejected: all.length - waiting.length, oldest };
  } catch {
    known = { ...known, storage: "broken" };
  }
  if (!known.count) known.failing = false;
  document.dispatchEvent(new CustomEvent("outbox", { detail: known }));
  return true;
}

// Asks the browser to keep what is here, and finds out whether there is room for it.
export async function askForRoom() {
  let storage = "unknown";
  if (navigator.storage?.estimate) {
    const { usage, quota } = await navigator.storage.estimate();
    const safe = (await navigator.storage.persisted()) || (await navigator.storage.persist());
    const isFull = quota - usage < LEAST_FREE || usage > quota * 0.9 || !(await holdRoom().catch(() => false));
    storage = isFull ? "full" : safe ? "safe" : "refused";
  }
  await changed({ storage });
}
