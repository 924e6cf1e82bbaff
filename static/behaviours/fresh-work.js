// New work comes into sight by itself, within ten seconds, with a sound where the person wants one.
const OFTEN = 6000;
const SELDOM = 8000; // who waits for work sees it within ten seconds of the server being there again
const WANTED = "sound for new work";

const tasks = (work) => new Map([...work.querySelectorAll("a[data-count]")].map((link) => [link.href, Number(link.dataset.count)]));

function sound() {
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.setValueAtTime(660, audio.currentTime);
  tone.frequency.setValueAtTime(880, audio.currentTime + 0.15);
  volume.gain.setValueAtTime(0.3, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.5);
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 0.5);
  tone.addEventListener("ended", () => audio.close()); // a browser gives out only so many
  document.dispatchEvent(new CustomEvent("sounded"));
}

export default function freshWork(part) {
  const work = part.querySelector("[data-work]");
  const wants = part.querySelector("[name=sound]");
  const key = `${WANTED} ${document.body.dataset.person}`;
  let position = part.dataset.position;
  let pause = OFTEN;
  let timer = 0;

  async function ask() {
    clearTimeout(timer);
    if (document.hidden && !wants.checked) return;
    try {
      const signal = AbortSignal.timeout(20000);
      const now = await (await fetch("/position", { headers: { Accept: "application/json" }, signal })).json();
      if (now.position !== undefined && String(now.position) !== position) {
        const response = await fetch(location.href, { headers: { Accept: "text/html" }, signal });
        const page = new DOMParser().parseFromString(await response.text(), "text/html");
        const fresh = page.querySelector("[data-work]");
        if (!response.ok || !fresh || page.body.dataset.person !== document.body.dataset.person) throw new Error();
        position = String(now.position);
        // less is left where a colleague did something: that is nothing to call anyone for
        const before = tasks(work);
        const isNew = [...tasks(fresh)].some(([address, count]) => count > (before.get(address) || 0));
        const place = work.contains(document.activeElement) && document.activeElement.pathname;
        work.replaceChildren(...fresh.childNodes);
        [...work.querySelectorAll("a")].find((link) => link.pathname === place)?.focus({ preventScroll: true });
        if (isNew && wants.checked) sound();
      }
      pause = OFTEN;
    } catch {
      pause = Math.min(pause * 2, SELDOM);
    }
    clearTimeout(timer);
    timer = setTimeout(ask, pause * (1 + Math.random() / 4));
  }

  wants.checked = localStorage.getItem(key) === "on";
  wants.addEventListener("change", () => {
    localStorage.setItem(key, wants.checked ? "on" : "off");
    if (wants.checked) sound();
  });
  part.querySelector("[data-sound]").hidden = false;
  document.addEventListener("visibilitychange", ask);
  addEventListener("online", ask);
  ask();
}
