// The browser's voice for the reader's language, one on the tablet itself before one that needs a network.
const SPOKEN = { "zh-hans": ["zh-cn", "zh-sg", "cmn-hans", "zh", "cmn"], "zh-hant": ["zh-tw", "cmn-hant", "zh-hk", "zh", "cmn"] };
const PATIENCE = 1500;

// Browsers tell their voices late, when they were asked for the first time.
async function voices() {
  const { speechSynthesis } = globalThis;
  if (!speechSynthesis) return [];
  const now = speechSynthesis.getVoices();
  if (now.length) return now;
  await new Promise((told) => {
    speechSynthesis.addEventListener("voiceschanged", told, { once: true });
    setTimeout(told, PATIENCE);
  });
  return speechSynthesis.getVoices();
}

export async function voiceFor(language) {
  const wanted = SPOKEN[language.toLowerCase()] || [language.toLowerCase().split("-")[0]];
  const rank = ({ lang }) => wanted.findIndex((tag) => `${lang.toLowerCase().replace(/_/g, "-")}-`.startsWith(`${tag}-`));
  const fitting = (await voices()).filter((voice) => rank(voice) >= 0);
  return fitting.sort((one, other) => rank(one) - rank(other) || other.localService - one.localService)[0] || null;
}

// Says a text, and nothing of what was being said before; `failed` is called if the voice does not come.
export function speak(voice, text, failed) {
  speechSynthesis.cancel();
  const words = new SpeechSynthesisUtterance(text);
  words.voice = voice;
  words.lang = voice.lang;
  words.addEventListener("error", ({ error }) => { if (!["canceled", "interrupted"].includes(error)) failed(); });
  speechSynthesis.speak(words);
}

export const hush = () => globalThis.speechSynthesis?.cancel();
