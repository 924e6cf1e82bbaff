// Installs the worker that runs the app without a network, and has it keep the whole of a cabinet that is opened.
export default async function runOffline() {
  if (!navigator.serviceWorker) return;
  navigator.serviceWorker.register("/worker.js").catch(() => {});
  const [, code] = location.pathname.match(/^\/c\/([^/]+)/) || [];
  if (!code || !document.body.dataset.person) return;
  navigator.serviceWorker.ready.then(({ active }) => active.postMessage({ take: [code] }));
}
