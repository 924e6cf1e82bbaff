// Pair mode: one row at a time, large, and read aloud; the row's own OK and Fault take the answer.
import { spoken } from "../pair/spoken.js";
import { hush, speak, voiceFor } from "../pair/voice.js";
import { wireOf } from "../pair/wire.js";
import { isForOthers } from "../walk/keys.js";
import { allRows, isLeft, next } from "../walk/rows.js";

export default function pairMode(panel) {
  const page = document.documentElement;
  const walk = document.querySelector("[data-walk]");
  const toggle = document.querySelector("[data-act=pair]");
  const words = JSON.parse(panel.dataset.words);
  const passed = [];
  let row = null;
  let voice = null;
  let awake = null;

  const isOn = () => page.hasAttribute("data-pair");
  const say = (text) => { panel.querySelector("[data-part=said]").textContent = text; };
  const tell = (text) => { if (voice) speak(voice, text, () => say(panel.dataset.failed)); };
  const read = () => { if (row) tell(spoken(wireOf(row), words)); };

  function reach(to) {
    for (const name of ["data-current", "data-open"]) row?.removeAttribute(name);
    row = to;
    row.setAttribute("data-current", "");
    scrollTo({ top: 0, behavior: "instant" });
    row.querySelector("[data-act=ok]").focus({ preventScroll: true });
    read();
  }

  function forward(to) {
    if (row) passed.push(row);
    reach(to);
  }

  // what was answered already opens, to be taken back or found faulty
  function back() {
    if (!passed.length) return;
    reach(passed.pop());
    row.toggleAttribute("data-open", !isLeft(row));
  }

  const end = () => [say, tell].forEach((each) => each(panel.dataset.ended));
  const skip = () => (row && next(row) ? forward(next(row)) : end());

  async function turn(on) {
    page.toggleAttribute("data-pair", on);
    panel.hidden = !on;
    toggle.setAttribute("aria-pressed", on);
    say("");
    row?.removeAttribute("data-current");
    row = null;
    awake?.then((lock) => lock?.release());
    awake = on ? navigator.wakeLock?.request("screen").catch(() => null) : null;
    if (!on) return hush();
    voice = await voiceFor(page.lang);
    if (!voice) say(panel.dataset.mute);
    const first = allRows().find((each) => !each.hidden && isLeft(each));
    return first ? forward(first) : end();
  }

  const KEYS = { r: read, arrowdown: skip, arrowup: back, escape: () => turn(false) };
  const ACTS = { repeat: read, skip, back, stop: () => turn(false) };

  toggle.hidden = false;
  toggle.addEventListener("click", () => turn(!isOn()));
  panel.addEventListener("click", ({ target }) => ACTS[target.closest("[data-act]")?.dataset.act]?.());
  walk.addEventListener("row-reached", ({ target }) => isOn() && forward(target));
  walk.addEventListener("rows-ended", () => isOn() && end());
  document.addEventListener("keydown", (event) => {
    if (!isOn() || isForOthers(event)) return;
    const answers = ["Enter", " "].includes(event.key) && document.activeElement === document.body;
    const act = answers ? () => row?.querySelector("[data-act=ok]").click() : KEYS[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  }, { capture: true });
}
