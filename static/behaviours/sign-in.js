// Signing in by a touch of one's name or by badge, and a PIN on large keys; without a network as who is known here.
import { ask, setWho } from "../people/here.js";
import { canLock, keep, nameOnBadge, people, unlock } from "../people/kept.js";
import { say } from "../walk/rows.js";

const isPin = (secret) => /^[0-9]{4,8}$/.test(secret.normalize("NFKC"));

function addressAfter(form) {
  const wanted = new URLSearchParams(location.search).get("next") || form.elements.next?.value || "/";
  return wanted.startsWith("/") && !wanted.startsWith("//") ? wanted : "/";
}

export default async function signIn(part) {
  const form = part.querySelector("form");
  const { name, secret } = form.elements;
  const names = part.querySelector("[data-names]");
  let badge = "";

  function choose(who, withPin) {
    name.value = who;
    for (const each of names.children) {
      if (each.dataset.name === who) each.setAttribute("aria-current", "true");
      else each.removeAttribute("aria-current");
    }
    part.querySelector("[data-keypad]").hidden = !withPin;
    form.querySelector("[data-send]").hidden = withPin;
    // the keys are on the page: the tablet's own keyboard would cover them
    secret.inputMode = withPin ? "none" : "text";
    secret.value = "";
    (who ? secret : name).focus();
  }

  async function listPeople() {
    const listed = new Set([...names.children].map((each) => each.dataset.name));
    for (const { name: who } of await people().catch(() => [])) {
      if (listed.has(who)) continue;
      const link = Object.assign(document.createElement("a"), { className: "button", href: "#", textContent: who });
      Object.assign(link.dataset, { name: who, pin: "" });
      names.append(link);
    }
    names.hidden = !names.children.length;
  }

  async function send() {
    const told = { name: name.value, secret: secret.value, badge };
    const said = await ask(told).catch(() => null);
    const found = said || (await unlock(told.name, told.secret));
    if (found.person) {
      // a full store must not keep anyone from working
      if (said && isPin(told.secret)) await keep(said, told.secret).catch(() => {});
      if ((await setWho(found, { unlocked: !said })) || said) return location.assign(addressAfter(form));
      found.problem = "noRoom";
    }
    say(form, said ? said.detail || said.message : part.dataset[found.problem]);
    secret.value = "";
    secret.focus();
  }

  names.addEventListener("click", (event) => {
    const link = event.target.closest("[data-name]");
    if (!link) return;
    event.preventDefault();
    badge = "";
    choose(link.dataset.name, link.hasAttribute("data-pin"));
  });
  part.addEventListener("badge", async ({ detail }) => {
    ({ badge } = detail);
    choose(detail.person || (await nameOnBadge(badge)), true);
  });
  form.addEventListener("submit", (event) => {
    if (!globalThis.caches || !canLock()) return; // a plain address: the plain form does it
    event.preventDefault();
    send();
  });
  await listPeople();
  const chosen = new URLSearchParams(location.search).get("name") || name.value;
  const link = [...names.children].find((each) => each.dataset.name === chosen);
  if (link) choose(chosen, link.hasAttribute("data-pin"));
}
