// Keeps every cabinet that the page lists on this tablet, to be opened without a network.
const codes = () => [...new Set([...document.querySelectorAll("main a[href^='/c/']")].map((link) => link.pathname.split("/")[2]))];

export default function takeAlong(button) {
  if (!navigator.serviceWorker || !codes().length) return;
  const taken = new Set();
  let failed = 0;
  button.hidden = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    taken.clear();
    failed = 0;
    (await navigator.serviceWorker.ready).active.postMessage({ take: codes() });
  });
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (!data?.taken || !button.disabled) return;
    taken.add(data.taken);
    if (!data.whole) failed += 1;
    const all = codes().length;
    button.textContent = button.dataset[taken.size < all ? "taking" : failed ? "failed" : "taken"]
      .replace("{done}", taken.size - failed)
      .replace("{count}", all);
    button.disabled = taken.size < all;
  });
}
