// Shows how many acts are on this tablet only, and since when; starts the sending of what was left from before.
import { hasMissed } from "../outbox/missed.js";
import { work } from "../outbox/send.js";
import { askForRoom, changed } from "../outbox/state.js";
import { resume } from "../photos/send.js";

const MINUTE = 60000;

// what the leads see of this tablet: what waits on it, since when, and its version
function sayHowItIs() {
  let state = {};
  document.addEventListener("outbox", ({ detail }) => { state = detail; });
  const say = () => fetch("/tablets/contact", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify({ waiting: state.count || 0, oldest: state.oldest, version: document.body.dataset.version }),
  }).catch(() => {});
  setTimeout(say, MINUTE / 12);
  setInterval(say, MINUTE);
}

export default function savedState(element) {
  const words = element.dataset;

  function age(since) {
    const minutes = Math.max(0, Math.floor((Date.now() - Date.parse(since)) / MINUTE));
    if (minutes < 60) return words.minutes.replace("{number}", minutes);
    const hours = Math.floor(minutes / 60);
    return hours < 48 ? words.hours.replace("{number}", hours) : words.days.replace("{number}", Math.floor(hours / 24));
  }

  document.addEventListener("outbox", ({ detail: { count, rejected, oldest, failing, signIn } }) => {
    const state = count ? (failing ? "failing" : signIn ? "signIn" : "sending") : rejected ? "rejected" : "saved";
    words.waiting = count || 0;
    words.state = state;
    element.textContent = words[state]
      .replace("{count}", count)
      .replace("{rejected}", rejected)
      .replace("{person}", signIn)
      .replace("{age}", oldest ? age(oldest) : "");
  });
  setInterval(changed, MINUTE / 4);
  if (document.body.dataset.version) sayHowItIs();
  // the walk asks what has changed by itself
  if (hasMissed() && !document.querySelector("[data-behaviour~=follow-others]")) location.reload();
  askForRoom().then(work, work);
  resume();
}
