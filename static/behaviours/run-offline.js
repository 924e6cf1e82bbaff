// Installs the worker that runs the app without a network, and has it keep the home of who is here and the whole of a
// cabinet that is opened.
export default async function runOffline() {
  if (!navigator.serviceWorker) return;
  navigator.serviceWorker.register("/worker.js").catch(() => {});
  if (!document.body.dataset.person) return;
  const [, code] = location.pathname.match(/^\/c\/([^/]+)/) || [];
  navigator.serviceWorker.ready.then(({ active }) => active.postMessage({ take: code ? [code] : [] }));
}
