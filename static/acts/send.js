// Sends acts to the server in the order they were made; what has no answer yet is kept and tried again.
// Each act has its UUID before it is first sent, so a lost answer cannot apply it twice.

const waiting = [];
let busy = false;
let pause = 1000;

export function newId() {
  // crypto.randomUUID needs https; a plant's own network often has none
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export function send(path, fields) {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries({ id: newId(), ...fields })) {
    for (const each of [value].flat()) {
      if (each !== null && each !== undefined && each !== "") body.append(name, each);
    }
  }
  return new Promise((resolve) => {
    waiting.push({ path, body, resolve });
    tell();
    work();
  });
}

async function work() {
  if (busy) return;
  busy = true;
  while (waiting.length) {
    const outcome = await post(waiting[0]);
    if (outcome) {
      pause = 1000;
      waiting.shift().resolve(outcome);
      tell();
    } else {
      tell(true);
      await new Promise((again) => {
        const timer = setTimeout(again, pause);
        addEventListener("online", () => { clearTimeout(timer); again(); }, { once: true });
      });
      pause = Math.min(pause * 2, 15000);
    }
  }
  busy = false;
}

async function post({ path, body }) {
  const token = document.querySelector("meta[name=csrf-token]").content;
  try {
    const response = await fetch(path, {
      method: "POST",
      body,
      headers: { Accept: "application/json", "X-CSRFToken": token },
      signal: AbortSignal.timeout(20000),
    });
    if (response.status >= 500) return null;
    const said = await response.json();
    return { accepted: response.ok, message: said.message || said.detail, ...said };
  } catch {
    return null;
  }
}

function tell(failing = false) {
  document.dispatchEvent(new CustomEvent("waiting", { detail: { count: waiting.length, failing } }));
}

addEventListener("beforeunload", (event) => {
  if (waiting.length) event.preventDefault();
});
