// The marks on a photo: an arrow from where the finger was set down to where it was lifted, or a ring around both.
const HEAD = Math.PI / 7;

function path({ kind, from, to }, thick) {
  const line = new Path2D();
  if (kind === "ring") {
    const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
    line.ellipse(x, y, Math.abs(to.x - from.x) / 2, Math.abs(to.y - from.y) / 2, 0, 0, 2 * Math.PI);
    return line;
  }
  const way = Math.atan2(to.y - from.y, to.x - from.x);
  const wing = Math.max(thick * 4, Math.hypot(to.x - from.x, to.y - from.y) / 5);
  line.moveTo(from.x, from.y);
  line.lineTo(to.x, to.y);
  for (const side of [-HEAD, HEAD]) {
    line.moveTo(to.x, to.y);
    line.lineTo(to.x - wing * Math.cos(way + side), to.y - wing * Math.sin(way + side));
  }
  return line;
}

export function draw(canvas, picture, marks) {
  const pen = canvas.getContext("2d");
  const thick = Math.max(3, Math.max(canvas.width, canvas.height) / 160);
  pen.drawImage(picture, 0, 0);
  pen.lineCap = "round";
  pen.lineJoin = "round";
  // red on white is seen on any ground
  for (const [colour, width] of [["#ffffff", thick * 2], ["#d80f16", thick]]) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    for (const mark of marks) pen.stroke(path(mark, thick));
  }
}

export const isSeen = ({ from, to }, canvas) =>
  Math.hypot(to.x - from.x, to.y - from.y) > Math.max(canvas.width, canvas.height) / 100;
