// Who has the tablet in hand: told to the worker, which shows pages for them; and whether the server knows it yet.
const PLACE = "/who";

export async function who() {
  const kept = await (await caches.open("who")).match(PLACE).catch(() => null);
  return kept ? kept.json().catch(() => null) : null;
}

// `unlocked` is who the server does not know of yet. False where there is no room to note it; nobody is here then, as
// what was noted before is of another.
export async function setWho(found, { unlocked = false } = {}) {
  const here = found && { person: found.id, name: found.person, role: found.role, author: found.author, unlocked };
  const noted = (await caches.open("who")).put(PLACE, new Response(JSON.stringify(here)));
  return noted.then(() => true, () => caches.delete("who").then(() => false));
}

export async function ask(told) {
  const response = await fetch("/sign-in/here", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(told),
    signal: AbortSignal.timeout(10000),
  });
  if (response.status >= 500) throw new Error(response.statusText);
  return { ok: response.ok, ...(await response.json()) };
}

// Who changed without a network is signed in on the server before anything is asked of it in their name.
// Rejects while there is no network; resolves to false if they must sign in again.
export async function becomeMyself() {
  if (!globalThis.caches) return true;
  const here = await who();
  if (!here?.unlocked) return true;
  const said = await ask({ token: here.author });
  if (!said.ok) return false;
  await setWho(said);
  document.querySelector("meta[name=csrf-token]").content = said.csrf;
  return true;
}
