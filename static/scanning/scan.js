// Reads one QR code with the camera, in a sheet made by templates/components/scan_sheet.html.
import { openCamera, reasonOf } from "./camera.js";
import { openReader } from "./reader.js";

const BETWEEN = 80;
const pause = () => new Promise((later) => { setTimeout(later, BETWEEN); });

// Opens the sheet. Resolves to the text of the first code that `wanted` agrees to, or to null if the sheet was
// closed before. A code that is not wanted is said to be none of ours, and looking goes on.
export async function scan(sheet, wanted = () => true) {
  const part = (name) => sheet.querySelector(`[data-part="${name}"]`);
  const say = (reason) => { part("said").textContent = reason ? sheet.dataset[reason] : ""; };
  const [video, lamp] = [part("picture"), part("lamp")];
  const closed = new Promise((resolve) => { sheet.addEventListener("close", () => resolve(null), { once: true }); });
  const held = [];
  let over = false;
  sheet.dataset.state = "starting";
  say("");
  lamp.hidden = true;
  sheet.showModal();

  async function look() {
    const camera = hold(await openCamera(video));
    if (camera.lamp) showLamp(lamp, camera.lamp);
    sheet.dataset.state = "looking";
    const reader = hold(await openReader().catch(unreadable));
    while (!over) {
      for (const text of await reader.read(video).catch(unreadable)) {
        if (wanted(text)) return text;
        say("foreign");
      }
      await pause();
    }
    return null;
  }

  // the sheet may have been closed while the camera was still asked for
  function hold(thing) {
    if (over) thing.close();
    else held.push(thing);
    return thing;
  }

  const found = look().catch((error) => {
    sheet.dataset.state = "failed";
    say(error.reason || reasonOf(error));
    return closed;
  });
  const text = await Promise.race([found, closed]);
  over = true;
  sheet.close();
  for (const thing of held) thing.close();
  return text;
}

function unreadable(error) {
  throw Object.assign(error, { reason: "unreadable" });
}

function showLamp(button, light) {
  button.hidden = false;
  button.setAttribute("aria-pressed", "false");
  button.onclick = () => {
    const lit = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", lit);
    light(lit).catch(() => { button.hidden = true; });
  };
}
