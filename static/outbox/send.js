// Every act goes into the outbox first and from there to the server, in order, until the server has it: again
// after a reload, a crash or a week. What the server refuses stays, with its reason, and holds nothing else up.
import { direct } from "./direct.js";
import { noteSettled } from "./missed.js";
import { newId } from "./number.js";
import { changed, words } from "./state.js";
import { acts, add, alone, refuse, remove } from "./store.js";

const AT_ONCE = 100;
const LONGEST_PAUSE = 10000;
const WATCHED = 5000;
const heard = new Map();
const unproved = new Set();
let size = AT_ONCE;
let pause = 1000;
let working = false;
let again = false;
let wake = () => {};

// Resolves when the act is on this tablet: to its id and to a promise of what the server says.
// `actor` is the token or badge of another than who has the tablet: of the second person, say.
export async function keep(path, { id = newId(), actor, ...fields }) {
  const [, , cabinet, type] = path.split("/");
  const data = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== ""));
  const { person, author = person, revision } = document.body.dataset;
  // a row is a place in one revision of the table, and the cabinet may have moved to another when this arrives
  if (data.wire && revision) data.revision ??= revision;
  const act = { id, type, cabinet, data, place: placeOf(data), person, actor: actor || author, at: new Date().toISOString() };
  const settled = new Promise((resolve) => { heard.set(id, resolve); });
  try {
    await add(act);
    await changed();
    work();
  } catch {
    changed({ storage: "broken" });
    direct(path, { id, ...data }).then((outcome) => {
      tell(act, outcome.lost ? { ...outcome, message: words("notKept") } : outcome);
    });
  }
  return { id, settled };
}

// The row in words, as the page shows it: the list of what is on this tablet has no table to look it up in.
function placeOf({ wire, finding }) {
  const row = document.getElementById(wire ? `row-${wire}` : `finding-${finding}`);
  const shown = row?.dataset.title || row?.querySelector(".row-what")?.textContent.replace(/\s+/g, " ").trim();
  return shown && finding ? `${finding} · ${shown}` : shown;
}

export async function send(path, fields) {
  return (await keep(path, fields)).settled;
}

// What the server said, if it says it soon; whoever taps does not wait for a bad network.
export const soon = (settled, longest = 400) =>
  Promise.race([settled, new Promise((late) => { setTimeout(late, navigator.onLine ? longest : 0); })]);

// The server hears of it first: left half way, by a page that is gone, it would be open there and nowhere here.
export async function forget(id, letGo = remove) {
  const { lost } = await direct("/plant/dismiss_rejected", { id: newId(), rejected: id });
  if (!lost) await letGo([id]);
  changed();
}

export async function work() {
  again = true;
  wake();
  if (working) return;
  working = true;
  while (again) {
    again = false;
    const went = await alone(batch).catch(() => false);
    if (went) {
      pause = 1000;
    } else {
      await changed({ failing: true });
      await new Promise((woken) => {
        wake = woken;
        setTimeout(() => {
          pause = Math.min(pause * 2, LONGEST_PAUSE);
          woken();
        }, pause * (1 + Math.random() / 4));
      });
      again = true;
    }
  }
  working = false;
}

// false if the server did not take it
async function batch() {
  const waiting = (await acts()).filter((act) => !act.refused && !unproved.has(proofOf(act))).slice(0, size);
  if (!waiting.length) return changed({ failing: false });
  const response = await fetch("/sync", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify({
      sent_at: new Date().toISOString(),
      operations: waiting.map((act) => ({ ...act, actor: proofOf(act) })).map(({ id, type, cabinet, at, actor, data }) => ({ id, type, cabinet, at, actor, data })),
    }),
    signal: AbortSignal.timeout(30000),
  });
  if (response.status === 413 && size > 1) size = Math.ceil(size / 2);
  else if (response.status === 413) await refuse(waiting[0].id, { message: words("tooLarge") });
  else if (!response.ok) return false;
  else await settle(waiting, (await response.json()).results);
  again = true;
  return true;
}

// Who entered it proves it by the token of then, or by the present one where the server no longer knows that.
function proofOf({ actor, person }) {
  const { person: here, author = here } = document.body.dataset;
  return unproved.has(actor) && person === here ? author : actor;
}

async function settle(sent, results) {
  const done = [];
  for (const [index, { result, answer, code, message, errors }] of results.entries()) {
    const act = sent[index];
    const accepted = result !== "rejected";
    if (code === "sign_in") {
      unproved.add(proofOf(act));
      changed({ signIn: act.person });
      continue;
    }
    // who still looks at it is told in its place; what comes back later waits in the outbox for who can mend it
    if (accepted) done.push(act.id);
    else if (heard.has(act.id) && Date.now() - Date.parse(act.at) < WATCHED) await forget(act.id);
    else await refuse(act.id, { code, message, errors });
    tell(act, { accepted, answer, code, message, errors });
  }
  noteSettled();
  await remove(done);
  await changed({ failing: false });
}

const others = "BroadcastChannel" in globalThis ? new BroadcastChannel("outbox") : null;
others?.addEventListener("message", ({ data }) => {
  if (data) announce(data.act, data.outcome);
  changed();
});

function tell(act, outcome) {
  announce(act, outcome);
  others?.postMessage({ act, outcome });
}

function announce(act, outcome) {
  document.dispatchEvent(new CustomEvent("settled", { detail: { act, outcome } }));
  heard.get(act.id)?.(outcome);
  heard.delete(act.id);
}

addEventListener("online", work);
document.addEventListener("visibilitychange", () => { if (!document.hidden) work(); });
