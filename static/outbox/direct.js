import { becomeMyself } from "../people/here.js";

// An act sent by itself, past the outbox: what only means something now, or what the tablet cannot keep.
export async function direct(path, fields) {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const each of [value].flat()) {
      if (each !== null && each !== undefined && each !== "") body.append(name, each);
    }
  }
  try {
    await becomeMyself();
    const response = await fetch(path, {
      method: "POST",
      body,
      headers: { Accept: "application/json", "X-CSRFToken": document.querySelector("meta[name=csrf-token]").content },
      signal: AbortSignal.timeout(20000),
    });
    const said = await response.json();
    return { accepted: response.ok, message: said.message || said.detail, ...said };
  } catch {
    return { accepted: false, lost: true };
  }
}
