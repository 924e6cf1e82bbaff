// Photos taken or chosen are shrunk, marked up and kept on the tablet; they are sent from there.
import { finish, keepDraft, tell } from "../photos/send.js";
import { markUp } from "../photos/mark-up.js";
import { shrink } from "../photos/shrink.js";
import { alter, drop, photos } from "../photos/store.js";
import { say } from "../walk/rows.js";

export default async function addPhotos(part) {
  const form = part.closest("form");
  const cabinet = new URL(form.action).pathname.split("/")[2];
  const place = part.closest("[data-finding]")?.querySelector("[data-photos]") || part.querySelector("[data-part=new]");
  // the fault that a sheet asks about: it gets its number when it is raised, while photos may still be on their way
  let fault = { drafts: [], photos: [] };

  function show({ id, blob }, note, isFault = false) {
    let item = place.querySelector(`[data-photo="${id}"]`);
    if (!item) {
      item = document.createElement("li");
      item.dataset.photo = id;
      item.innerHTML = '<a data-large><img alt=""></a><span class="photo-note" role="status"></span>';
      const picture = item.querySelector("img");
      picture.src = item.querySelector("a").href = URL.createObjectURL(blob);
      picture.alt = part.dataset.alt;
      place.append(item);
    }
    item.querySelector(".photo-note").textContent = note;
    item.querySelector(".photo-note").classList.toggle("fault", isFault);
  }

  async function take(file) {
    const of = fault;
    let photo;
    try {
      photo = await keepDraft(cabinet, part.dataset.about, await shrink(file));
    } catch {
      say(part, part.dataset.unreadable);
      return;
    }
    of.drafts.push(photo.id);
    const blob = await markUp(photo.blob, () => drop([photo.id]));
    const about = part.dataset.about || of.about;
    if (!blob) return;
    if (of.left) await drop([photo.id]);
    else if (about) say(part, await finish(photo, about, blob));
    else {
      of.photos.push({ ...photo, blob });
      show({ ...photo, blob }, "");
    }
  }

  // the fault of a sheet is raised, or the sheet is left
  form.addEventListener("raised", ({ detail: about }) => {
    for (const id of fault.drafts) alter(id, { about });
    for (const photo of fault.photos) finish(photo, about, photo.blob);
    fault.about = about;
    fault = { drafts: [], photos: [] };
    place.replaceChildren();
  });
  form.addEventListener("reset", () => {
    drop(fault.drafts);
    fault.left = true;
    fault = { drafts: [], photos: [] };
    if (!part.dataset.about) place.replaceChildren();
  });
  part.addEventListener("change", async ({ target }) => {
    say(part, "");
    const files = [...target.files];
    target.value = "";
    for (const file of files) await take(file);
  });

  if (!part.dataset.about) return;
  document.addEventListener("photo", ({ detail: { photo, state, message } }) => {
    if (photo.about !== part.dataset.about) return;
    show(photo, state === "kept" ? document.querySelector(".saved").dataset.onTablet : message || "", state === "refused");
  });
  for (const photo of await photos().catch(() => [])) {
    if (!photo.draft) tell("photo", { photo, state: photo.refused ? "refused" : "kept", message: photo.refused?.message });
  }
}
