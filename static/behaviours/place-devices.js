// Devices are placed by a tap, moved by dragging or with the arrows, and taken off with Delete; each is saved at once.
import { Placed } from "../drawing/placed.js";
import { direct } from "../outbox/direct.js";
import { newId } from "../outbox/number.js";
import { words } from "../outbox/state.js";
import { say } from "../walk/rows.js";

const STEPS = { ArrowLeft: [-0.4, 0], ArrowRight: [0.4, 0], ArrowUp: [0, -0.4], ArrowDown: [0, 0.4] };

export default function placeDevices(part) {
  const { width, height, drawing } = part.dataset;
  const inside = (name) => part.querySelector(`[data-part="${name}"]`);
  const [picture, left] = [inside("drawing"), inside("left")];
  const placed = new Placed(picture, width, height);
  let [dragged, moved] = [null, false];
  let saving = 0;

  const choices = () => [...left.querySelectorAll("[name=device]")];
  function count() {
    inside("count").textContent = choices().length;
    inside("all-placed").hidden = choices().length > 0;
    if (!choices().some((each) => each.checked) && choices()[0]) choices()[0].checked = true;
  }

  async function save(device, [x, y] = []) {
    const fields = { id: newId(), drawing, device, x_percent: x?.toFixed(2), y_percent: y?.toFixed(2) };
    const outcome = await direct("/plant/place_device", fields);
    say(part, outcome.accepted ? "" : outcome.lost ? words("noConnection") : outcome.message);
  }

  function placeChosen(place) {
    const chosen = choices().find((each) => each.checked);
    if (!chosen) return null;
    chosen.closest("label").remove();
    count();
    const mark = placed.add(chosen.value, place);
    save(chosen.value, placed.of(mark));
    return mark;
  }

  function takeOff(mark) {
    const choice = part.querySelector("template").content.firstElementChild.cloneNode(true);
    choice.querySelector("input").value = mark.dataset.device;
    choice.querySelector("span").textContent = mark.dataset.device;
    left.append(choice);
    mark.remove();
    count();
    choice.querySelector("input").focus();
    save(mark.dataset.device);
  }

  picture.addEventListener("pointerdown", (event) => {
    [dragged, moved] = [event.target.closest("[data-device]"), false];
    if (dragged) picture.setPointerCapture(event.pointerId);
  });
  picture.addEventListener("pointermove", (event) => {
    if (!dragged) return;
    moved = true;
    placed.put(dragged, placed.at(event));
  });
  picture.addEventListener("pointerup", (event) => {
    if (moved) save(dragged.dataset.device, placed.of(dragged));
    else if (!dragged) placeChosen(placed.at(event));
    dragged = null;
  });
  picture.addEventListener("pointercancel", () => { [dragged, moved] = [null, false]; });
  picture.addEventListener("keydown", (event) => {
    const mark = event.target.closest("[data-device]");
    if (mark && STEPS[event.key]) {
      event.preventDefault();
      placed.put(mark, placed.of(mark).map((share, axis) => share + STEPS[event.key][axis] * (event.shiftKey ? 10 : 1)));
      clearTimeout(saving);
      saving = setTimeout(() => save(mark.dataset.device, placed.of(mark)), 400);
    } else if (mark && ["Delete", "Backspace"].includes(event.key)) takeOff(mark);
  });
  left.addEventListener("keydown", (event) => {
    if (event.key === "Enter") placeChosen([50, 50])?.focus();
  });
}
