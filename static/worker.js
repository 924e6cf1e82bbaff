// Runs the app where there is no network. The server puts VERSION, OFFLINE and ASSETS before this.
// Assets carry their version in the address and are kept as they are; pages are asked of the server first, and
// kept for each person apart. A kept page finds the assets of its own version, never newer ones.
const KEPT_ASSETS = `assets ${VERSION}`;
const KEPT_PAGES = `pages ${VERSION}`;
const KEPT_PICTURES = "pictures"; // they are named by what they show, and never change
const MOST_PICTURES = 600;
const PATIENCE = 4000;
const FRESH = 10 * 60 * 1000;
const PLACES = /^\/($|outbox$|my-fixes$|c\/[^/]+(\/(walk(\/extra-wire)?|findings|fixes|rechecks|tightening(\/\d+)?|spot-check))?$)/;
const OWN = ["/", "/outbox", "/my-fixes"];
const PARTS = ["", "/walk", "/walk/extra-wire", "/findings", "/fixes", "/rechecks", "/tightening", "/spot-check"];
// Figures are kept for their own view only, and never shown in place of what the server would say now.
const FIGURES = /^\/trends(\/(report|pace))?$/;
const MOST_FIGURES = 12;

self.addEventListener("install", (event) => {
  event.waitUntil(install().then(() => self.skipWaiting()));
});

async function install() {
  const cache = await caches.open(KEPT_ASSETS);
  const assets = (await readsCodes()) ? ASSETS.filter((address) => !address.includes("/vendor/zxing-wasm/")) : ASSETS;
  await cache.addAll([...assets, OFFLINE, HERE].map((address) => new Request(address, { cache: "no-cache" })));
}

// A browser that reads QR codes by itself never asks for the decoder, the largest asset by far.
async function readsCodes() {
  if (!("BarcodeDetector" in self)) return false;
  return (await BarcodeDetector.getSupportedFormats().catch(() => [])).includes("qr_code");
}

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
  renew();
});

// Pages that an earlier version kept are kept anew; while one of them is left, so are that version's assets. Those of the
// version just before stay: a page that is open still may ask for more of them.
async function renew() {
  const old = (await caches.keys()).filter((name) => /^(assets|pages) /.test(name) && ![KEPT_ASSETS, KEPT_PAGES].includes(name));
  const person = await whose();
  let left = false;
  for (const name of old.filter((each) => each.startsWith("pages "))) {
    const cache = await caches.open(name);
    for (const key of await cache.keys()) {
      const { pathname, search, person: of } = read(key);
      if (of === person && (await store(pathname + search))) await cache.delete(key);
      else left ||= of === person;
    }
  }
  const before = old.filter((name) => name.startsWith("assets ")).at(-1);
  if (!left) await Promise.all(old.filter((name) => name !== before).map((name) => caches.delete(name)));
}

const key = (person, address) => `${self.location.origin}/kept/${encodeURIComponent(person)}${address}`;
const read = ({ url }) => {
  const { pathname, search } = new URL(url);
  const [, , person, ...path] = pathname.split("/");
  return { person: decodeURIComponent(person), pathname: `/${path.join("/")}`, search };
};

// Who has the tablet in hand: {person, name, role, author, unlocked}, as static/people/here.js keeps it.
async function who() {
  const kept = await (await caches.open("who")).match("/who");
  return (kept && (await kept.json().catch(() => null))) || { person: "" };
}

const whose = async () => (await who()).person;

// Who changed without a network is signed in before anything is asked in their name; false if they must do it again.
async function becomeMyself() {
  const here = await who();
  if (!here.unlocked) return true;
  const headers = { "Content-Type": "application/json", Accept: "application/json" };
  const response = await fetch("/sign-in/here", { method: "POST", headers, body: JSON.stringify({ token: here.author }) });
  if (response.status >= 500) throw new Error(response.statusText);
  if (response.ok) {
    const { id, person: name, role, author } = await response.json();
    await note({ person: id, name, role, author });
  }
  return response.ok;
}

async function keep(address, response) {
  const person = response.headers.get("Wiring-QA-Person");
  if (person === null || !response.ok || response.redirected) return false;
  // a newer page would not find its assets here; the worker that comes with it keeps it
  if (response.headers.get("Wiring-QA-Version") !== VERSION) return false;
  const { pathname, search } = new URL(address, self.location.origin);
  if (!PLACES.test(pathname) && !FIGURES.test(pathname)) return false;
  // on a first visit no page has come through here yet to tell who it is
  await note(told(response));
  const shown = pathname.startsWith("/c/") ? response.clone() : null;
  const put = (await caches.open(KEPT_PAGES)).put(key(person, pathname + search), response);
  if (!(await put.then(() => true, () => false))) return false;
  if (FIGURES.test(pathname)) await forgetOldFigures();
  if (shown) await keepPictures(await shown.text());
  return true;
}

// What a page of a cabinet shows is kept with it; of too many the oldest go.
async function keepPictures(text) {
  const cache = await caches.open(KEPT_PICTURES);
  for (const address of new Set(text.match(/\/pictures\/[0-9a-f]{64}(\/small)?/g))) {
    if (!(await cache.match(address))) await cache.add(address).catch(() => {});
  }
  const all = await cache.keys();
  await Promise.all(all.slice(0, Math.max(0, all.length - MOST_PICTURES)).map((old) => cache.delete(old)));
}

async function forgetOldFigures() {
  const cache = await caches.open(KEPT_PAGES);
  const all = (await cache.keys()).filter((each) => FIGURES.test(read(each).pathname));
  await Promise.all(all.slice(0, Math.max(0, all.length - MOST_FIGURES)).map((old) => cache.delete(old)));
}

async function picture(request) {
  const { pathname } = new URL(request.url);
  const found = (await whose()) && (await (await caches.open(KEPT_PICTURES)).match(pathname, { ignoreVary: true }));
  return found || fetch(request);
}

// What is not for this person's role is not missing.
const store = async (address) => {
  const response = await fetch(address, { headers: { Accept: "text/html" } }).catch(() => null);
  return Boolean(response) && (response.status === 403 || keep(address, response));
};

// The page as it was kept for the person who is here, of this version or the one before; any filter of it will do.
async function kept(address) {
  const here = await who();
  if (!here.person) return undefined;
  const found = await keptFor(here.person, address);
  return found || (FIGURES.test(address.pathname) ? undefined : keptForAnother(here, address));
}

async function keptFor(person, { pathname, search }) {
  for (const ignoreSearch of FIGURES.test(pathname) ? [false] : [false, true]) {
    const names = (await caches.keys()).filter((name) => name.startsWith("pages ")).sort((name) => (name === KEPT_PAGES ? -1 : 1));
    for (const name of names) {
      const found = await (await caches.open(name)).match(key(person, pathname + search), { ignoreSearch, ignoreVary: true });
      if (found) return found;
    }
  }
  return undefined;
}

// What was kept for another of the same role shows the same work; it is made the present person's own.
async function keptForAnother(here, { pathname }) {
  for (const name of (await caches.keys()).filter((each) => each.startsWith("pages "))) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (read(request).pathname !== pathname) continue;
      const found = await cache.match(request, { ignoreVary: true });
      if (here.role && found.headers.get("Wiring-QA-Role") === here.role) return asOwn(found, here);
    }
  }
  return undefined;
}

const escaped = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

async function asOwn(response, { name, author }) {
  const text = (await response.text())
    .replace(/(<body[^>]* data-person=")[^"]*"/, (_all, before) => `${before}${escaped(name)}"`)
    .replace(/(<body[^>]* data-author=")[^"]*"/, (_all, before) => `${before}${escaped(author)}"`)
    .replace(/(class="menu-name">)[^<]*</, (_all, before) => `${before}${escaped(name)}<`);
  return new Response(text, { headers: response.headers });
}

// A typed code leads to its cabinet where that is kept, as its label would; spelled as cabinets/codes.py spells it.
async function typedCabinet({ pathname, searchParams }) {
  if (pathname !== "/find") return undefined;
  const typed = (searchParams.get("code") || "").split("/c/").at(-1).split("/")[0];
  const code = typed.normalize("NFKC").toUpperCase().replace(/[^\p{L}\p{N}]/gu, "").replace(/[IL]/g, "1");
  const address = `/c/${code}`;
  return (await kept({ pathname: address, search: "" })) && Response.redirect(address, 303);
}

const isHere = ({ pathname }) => pathname === HERE;

async function page(event) {
  const { request } = event;
  const address = new URL(request.url);
  const found = request.method === "GET" ? await kept(address) : undefined;
  const asked = becomeMyself()
    .then((known) => (known || isHere(address) ? fetch(request) : Response.redirect(`${HERE}?next=${encodeURIComponent(address.pathname)}`, 303)))
    .then((response) => (response.status > 501 ? undefined : response), () => undefined);
  const late = found && !FIGURES.test(address.pathname) && new Promise((give) => { setTimeout(give, PATIENCE); });
  const response = await Promise.race(late ? [asked, late] : [asked]);
  if (!response) return found || (await typedCabinet(address)) || caches.match(isHere(address) ? HERE : OFFLINE);
  const person = response.headers.get("Wiring-QA-Person");
  if (request.method === "GET" && person !== null) {
    const copy = response.clone();
    event.waitUntil(note(told(response)).then(() => keep(request.url, copy)));
  }
  return response;
}

const told = ({ headers }) => ({ person: headers.get("Wiring-QA-Person"), role: headers.get("Wiring-QA-Role") });

async function note({ person, role, ...more }) {
  const before = await who();
  // the author of who stays is not told by every page
  const known = before.person === person && !before.unlocked ? before : {};
  const now = { ...known, person, role, ...more };
  // where there is no room for it nobody is here: what was noted before may be of another
  await (await caches.open("who")).put("/who", new Response(JSON.stringify(now))).catch(() => caches.delete("who"));
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.method === "GET" && pathname.startsWith("/pictures/")) event.respondWith(picture(request));
  else if (request.mode === "navigate") event.respondWith(page(event));
  else if (request.method === "GET" && pathname.startsWith("/static/")) {
    event.respondWith(caches.match(request, { ignoreVary: true }).then((found) => found || fetch(request)));
  }
});

// A page asks for cabinets to be taken along: {take: [code, …]}; each is told of when it is there. The way to them,
// the person's home, and what tells what waits on the tablet are kept first.
self.addEventListener("message", (event) => {
  if (event.data?.take) event.waitUntil(take(event.data.take, event.source));
});

async function take(codes, client) {
  for (const address of OWN) if (!(await isFresh(address))) await store(address);
  for (const code of codes) {
    const addresses = PARTS.map((part) => `/c/${code}${part}`);
    let whole = true;
    for (const address of addresses) {
      if (!(await isFresh(address)) && !(await store(address))) whole = false;
      if (address.endsWith("/tightening")) addresses.push(...(await namedBy(address)));
    }
    client?.postMessage({ taken: code, whole });
  }
}

// A page says itself, by data-take, what else belongs to it.
async function namedBy(address) {
  const found = await ofMine(address);
  return found ? [...(await found.text()).matchAll(/ data-take="([^"]+)"/g)].map(([, named]) => named) : [];
}

const ofMine = async (address) => (await caches.open(KEPT_PAGES)).match(key(await whose(), address), { ignoreVary: true });

async function isFresh(address) {
  const found = await ofMine(address);
  return Boolean(found) && Date.now() - Date.parse(found.headers.get("Date")) < FRESH;
}
