// A form whose act is kept on the tablet and sent from there; the page goes on as if the server had answered.
import { reason } from "../outbox/reason.js";
import { keep, soon } from "../outbox/send.js";
import { say } from "../walk/rows.js";

export default function keepForm(form) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { csrf_token: _token, id: _id, next, ...fields } = Object.fromEntries(new FormData(form));
    const { settled } = await keep(new URL(form.action).pathname, fields);
    const outcome = await soon(settled, 1500);
    if (outcome && !outcome.accepted) say(form, reason(outcome));
    else location.assign(next);
  });
}
