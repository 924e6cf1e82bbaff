// The second person's proof without a network: their badge, or their PIN once for so many minutes.
import { unlock } from "./kept.js";

export function proofs(minutes) {
  const before = new Map();
  // Resolves to {author} or to {problem}. A blank PIN is no try.
  return async (name, pin, badge) => {
    if (badge) return { author: badge };
    const kept = before.get(name);
    if (!pin) return kept?.until > Date.now() ? kept : { problem: "pinNeeded" };
    const proof = await unlock(name, pin);
    if (proof.author) before.set(name, { ...proof, until: Date.now() + minutes * 60000 });
    return proof;
  };
}
