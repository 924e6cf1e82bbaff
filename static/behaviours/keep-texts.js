// A text that a person changed is kept as soon as they leave its field, so that going elsewhere loses none.
// What it changes shows when the form is sent, or the page is opened again.
export default function keepTexts(form) {
  const told = form.querySelector("[data-kept]");
  const untold = form.querySelector("[data-not-kept]");
  let sending = Promise.resolve(true);

  async function keep(field) {
    const body = new URLSearchParams({ csrf_token: form.elements.csrf_token.value, [field.name]: field.value });
    try {
      // the answer leads to the whole page, which nobody looks at
      const answer = await fetch(form.action, { method: "POST", body, redirect: "manual", keepalive: true });
      return answer.type === "opaqueredirect";
    } catch {
      return false;
    }
  }

  form.addEventListener("change", (event) => {
    if (!event.target.name?.startsWith("cell-")) return;
    sending = sending.then(() => keep(event.target)).then((kept) => {
      told.hidden = !kept;
      untold.hidden = kept;
    });
  });
}
