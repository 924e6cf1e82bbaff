// Large keys that type a PIN into the field that they belong to.
export default function keypad(keys) {
  const field = keys.closest("form").elements[keys.dataset.for];
  keys.addEventListener("click", ({ target }) => {
    const { key } = target.closest("[data-key]")?.dataset || {};
    if (key) field.value = key === "back" ? field.value.slice(0, -1) : field.value + key;
  });
}
