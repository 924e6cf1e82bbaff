// The devices that are placed on a drawing: each a mark with its distances from the left and the top in percent.
const within = (share) => Math.min(100, Math.max(0, share));

export class Placed {
  constructor(picture, width, height) {
    Object.assign(this, { picture, width, height, places: new Map() });
    for (const mark of picture.querySelectorAll("[data-device]")) {
      const [, x, y] = mark.getAttribute("transform").match(/\(([\d.]+) ([\d.]+)\)/);
      this.places.set(mark, [(x / width) * 100, (y / height) * 100]);
    }
  }

  // where the finger is
  at({ clientX, clientY }) {
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(this.picture.getScreenCTM().inverse());
    return [(x / this.width) * 100, (y / this.height) * 100];
  }

  of(mark) {
    return this.places.get(mark);
  }

  put(mark, [x, y]) {
    this.places.set(mark, [within(x), within(y)]);
    const [across, down] = this.places.get(mark);
    mark.setAttribute("transform", `translate(${(across * this.width) / 100} ${(down * this.height) / 100})`);
  }

  add(device, place) {
    const mark = this.picture.querySelector("[data-pattern]").cloneNode(true);
    mark.removeAttribute("data-pattern");
    const names = { "data-device": device, tabindex: "0", role: "button", "aria-label": device };
    for (const [name, value] of Object.entries(names)) mark.setAttribute(name, value);
    mark.querySelector("text").textContent = device;
    this.picture.append(mark);
    this.put(mark, place);
    return mark;
  }
}
