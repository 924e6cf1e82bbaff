// A row in words, as one reads it to the other at the cabinet. `words` are those of templates/walk/pair.html.
const LONGEST_SPELLED = 4;
const LONGEST_NUMBER = 3;

// A designation so that a voice cannot swallow or melt parts of it: -X12 is "minus X 12", L1 is "L 1"; a long
// number, or one that begins with 0, goes digit by digit, as one would miss what a voice makes of it.
export function spelled(text, words) {
  return [...text.matchAll(/\d+|[A-Za-z]+|\s+|./gsu)]
    .map(([part]) => {
      if (/^\d/.test(part)) return part.length > LONGEST_NUMBER || /^0./.test(part) ? [...part].join(" ") : part;
      if (/^[A-Za-z]/.test(part)) return part.length > LONGEST_SPELLED ? part : [...part.toUpperCase()].join(" ");
      return words.signs[part] || (/^[\p{P}\p{S}\s]$/u.test(part) ? "" : part);
    })
    .filter(Boolean)
    .join(" ")
    .replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, "$1");
}

const filled = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_all, name) => values[name]);

function end({ device, terminal }, words) {
  const of = spelled(device, words);
  return terminal ? filled(words.end, { device: of, terminal: spelled(terminal, words) }) : of;
}

const size = (text, words) => text.replace(/mm²/g, words.size).replace(/\bAWG\b/gi, "A W G").trim();

// The end that stands first on the screen is read first; `back` says that it is the one the wire goes to.
export function spoken({ near, far, back, colours, colour, size: crossSection, checks, wide }, words) {
  const ends = filled(back ? words.back : words.way, { near: end(near, words), far: end(far, words) });
  const named = colours.length ? colours.map((code) => words.colours[code] || code).join(" ") : colour;
  const wire = [named, size(crossSection, words)].filter(Boolean).join(words.comma);
  const asked = checks.length && filled(words.confirm, { checks: checks.join(words.comma) });
  return [ends, wire && filled(words.wire, { wire }), asked, wide && words.wide].filter(Boolean).join(" ").replace(/。 /g, "。");
}
