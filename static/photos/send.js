// Photos are kept on the tablet first and sent one by one, each after the mark that it belongs to, until the server
// has it: again after a reload, a crash or a week. A photo that is sent twice is there once.
import { newId } from "../outbox/number.js";
import { reason } from "../outbox/reason.js";
import { changed, words } from "../outbox/state.js";
import { acts, FOR_LEADS } from "../outbox/store.js";
import { sha256 } from "./shrink.js";
import { alter, drop, photos, put } from "./store.js";

const PAUSE = 4000;
let working = false;
let notBefore = 0;

export const tell = (type, detail) => document.dispatchEvent(new CustomEvent(type, { detail }));

// Keeps a photo while it is marked up; what is lost now would have to be taken again.
export async function keepDraft(cabinet, about, blob) {
  const { person, author = person } = document.body.dataset;
  const photo = { id: newId(), cabinet, about, person, actor: author, at: new Date().toISOString(), blob, draft: true };
  await put(photo).catch(() => changed({ storage: "broken" }));
  return photo;
}

// The photo as it is to be sent. What the tablet cannot keep is sent at once; false if that fails too.
export async function finish(photo, about, blob) {
  const done = { ...photo, about, blob, sha256: await sha256(blob), draft: false };
  try {
    await drop([photo.id]);
    await put(done);
  } catch {
    changed({ storage: "broken" });
    const { state, message } = await send(done);
    return state === "sent" ? "" : message || words("notKept");
  }
  tell("photo", { photo: done, state: "kept" });
  await changed();
  sendPhotos();
  return "";
}

async function send(photo) {
  const { id, cabinet, about, at, actor } = photo;
  const asked = new URLSearchParams({ about, at, sha256: photo.sha256, sent_at: new Date().toISOString() });
  try {
    const response = await fetch(`/c/${cabinet}/photos/${id}?${asked}`, {
      method: "POST",
      body: photo.blob,
      headers: { "Content-Type": "image/jpeg", Accept: "application/json", "Wiring-QA-Author": encodeURIComponent(actor) },
      signal: AbortSignal.timeout(60000),
    });
    const said = await response.json();
    if (response.ok) return { state: "sent" };
    if (response.status === 401) return { state: "signIn" };
    // damaged on the way: the one thing that is not the photo's own fault
    if (response.status >= 500 || said.code === "damaged") return { state: "lost" };
    const message = reason({ ...said, message: said.message || said.detail });
    // for a lead to judge, and with them already: it takes no more of the tablet's room
    return { state: "refused", isElsewhere: said.kept && FOR_LEADS.includes(said.code), message };
  } catch {
    return { state: "lost" };
  }
}

async function round() {
  // a mark that a lead judges is on the server: its photos are judged there, too
  const marks = new Set((await acts()).filter((act) => !FOR_LEADS.includes(act.refused?.code)).map((act) => act.id));
  const ready = (await photos()).filter((photo) => !photo.draft && !photo.refused && !marks.has(photo.about));
  let went = false;
  for (const photo of ready) {
    const { state, isElsewhere, message } = await send(photo);
    if (state === "lost") {
      notBefore = Date.now() + PAUSE;
      break;
    }
    if (state === "signIn") {
      notBefore = Date.now() + PAUSE; // what is told now would start the next round at once
      changed({ signIn: photo.person });
      continue;
    }
    went = true;
    if (state === "sent" || isElsewhere) await drop([photo.id]);
    else await alter(photo.id, { refused: { message } });
    tell("photo", { photo, state, message });
  }
  if (went) await changed();
}

export async function sendPhotos() {
  if (working || Date.now() < notBefore) return;
  working = true;
  try {
    await (navigator.locks ? navigator.locks.request("photos", { ifAvailable: true }, (lock) => lock && round()) : round());
  } catch {
    notBefore = Date.now() + PAUSE;
  } finally {
    working = false;
  }
}

// What a page that is gone left half done: a photo of a finding is kept as it was taken, one of no finding is not.
export async function resume() {
  const here = new Date(performance.timeOrigin).toISOString();
  for (const photo of await photos().catch(() => [])) {
    if (!photo.draft || photo.at > here) continue; // one of this page is being marked up
    if (photo.about) await finish(photo, photo.about, photo.blob);
    else await drop([photo.id]);
  }
  document.addEventListener("outbox", sendPhotos);
  addEventListener("online", () => { notBefore = 0; sendPhotos(); });
  sendPhotos();
}
