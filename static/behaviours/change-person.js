// Changing person, without a network too; the next one goes on at the same place.
import { setWho } from "../people/here.js";

export default function changePerson(form) {
  if (!globalThis.caches) return;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const next = form.elements.next?.value || "/";
    const signal = AbortSignal.timeout(3000);
    await fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual", signal }).catch(() => {});
    await setWho(null);
    location.assign(`/here?next=${encodeURIComponent(next.replace(/\?$/, ""))}`);
  });
}
