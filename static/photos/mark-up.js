// The sheet on which a new photo is marked up with a finger. Resolves to the photo, marked or not; to null if it is
// thrown away, which is done before the sheet closes: what is seen to be gone is never sent. Closing the sheet keeps
// the photo as it is.
import { draw, isSeen } from "./marks.js";
import { jpeg } from "./shrink.js";

export async function markUp(blob, throwAway) {
  const sheet = document.getElementById("mark-photo");
  const part = (name) => sheet.querySelector(`[data-part=${name}]`);
  const canvas = part("canvas");
  const picture = await createImageBitmap(blob);
  const marks = [];
  const ending = new AbortController();
  const on = (what, type, act) => what.addEventListener(type, act, { signal: ending.signal });
  let drawing = null;
  let thrown = false;

  function show() {
    part("undo").disabled = !marks.length;
    draw(canvas, picture, drawing ? [...marks, drawing] : marks);
  }

  function place(event) {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    return { x: ((event.clientX - left) * canvas.width) / width, y: ((event.clientY - top) * canvas.height) / height };
  }

  canvas.width = picture.width;
  canvas.height = picture.height;
  sheet.querySelector("[name=mark][value=arrow]").checked = true;
  on(canvas, "pointerdown", (event) => {
    if (drawing) return; // a second finger draws nothing
    canvas.setPointerCapture(event.pointerId);
    const from = place(event);
    drawing = { kind: sheet.querySelector("[name=mark]:checked").value, from, to: from, pointer: event.pointerId };
  });
  on(canvas, "pointermove", (event) => {
    if (drawing?.pointer !== event.pointerId) return;
    drawing.to = place(event);
    show();
  });
  for (const type of ["pointerup", "pointercancel"]) {
    on(canvas, type, (event) => {
      if (drawing?.pointer !== event.pointerId) return;
      if (type === "pointerup" && isSeen(drawing, canvas)) marks.push(drawing);
      drawing = null;
      show();
    });
  }
  on(part("undo"), "click", () => { marks.pop(); show(); });
  on(part("discard"), "click", async () => {
    thrown = true;
    await throwAway().catch(() => {});
    sheet.close();
  });
  on(part("keep"), "click", () => sheet.close());
  on(sheet.querySelector("[data-close]"), "click", () => sheet.close());

  show();
  sheet.showModal();
  await new Promise((closed) => { on(sheet, "close", closed); });
  ending.abort();
  const marked = thrown ? null : marks.length ? await jpeg(canvas) : blob;
  picture.close();
  return marked;
}
