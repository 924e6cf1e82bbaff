// Says when this tablet cannot keep what is entered, or soon cannot.
import { changed } from "../outbox/state.js";

export default function storageNotice(notice) {
  document.addEventListener("outbox", ({ detail: { storage } }) => {
    const said = notice.dataset[storage];
    notice.hidden = !said;
    notice.classList.toggle("fault", storage !== "refused");
    notice.classList.toggle("waiting", storage === "refused");
    notice.querySelector("span").textContent = said || "";
  });
  return changed(); // it may have been told before this was there
}
