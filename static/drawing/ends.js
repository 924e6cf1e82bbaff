// The ends of a row on a drawing: which part of it holds them, and their marks.
const SVG = "http://www.w3.org/2000/svg";
const ROOM = 0.16;

function mark(device, point, side, size) {
  const group = document.createElementNS(SVG, "g");
  const circle = document.createElementNS(SVG, "circle");
  const name = document.createElementNS(SVG, "text");
  group.setAttribute("class", `place ${side}`);
  group.setAttribute("transform", `translate(${point.join(" ")})`);
  group.dataset.device = device;
  circle.setAttribute("r", size);
  name.setAttribute("y", -1.4 * size);
  name.setAttribute("font-size", size * 1.8);
  name.setAttribute("text-anchor", "middle");
  name.textContent = device;
  group.append(circle, name);
  return group;
}

// Marks devices on a drawing, the first one as the near end.
export function drawEnds(drawing, points, devices, size) {
  for (const group of drawing.querySelectorAll("g")) group.remove();
  devices.forEach((device, index) => {
    if (points[device]) drawing.append(mark(device, points[device], index ? "far" : "near", size));
  });
}

// Returns as much of the drawing as holds the devices with some room around them: left, top, width, height.
export function around(points, devices, longest) {
  const found = devices.map((device) => points[device]).filter(Boolean);
  const [xs, ys] = [0, 1].map((axis) => found.map((point) => point[axis]));
  const room = ROOM * longest;
  const [left, top] = [Math.min(...xs) - room, Math.min(...ys) - room];
  return [left, top, Math.max(...xs) + room - left, Math.max(...ys) + room - top];
}
