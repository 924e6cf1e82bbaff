"""What a person at a tablet waits for, in a real Chromium whose processor is slowed down."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
SLOWED = 4
"""A tablet of the plant is about so much slower than the machine that measures."""
LONGEST = 120_000

# a frame has been drawn when the first task after its callback runs
WATCH = """(() => {
  globalThis.shown = [];
  addEventListener('click', ({ target, timeStamp }) => {
    const row = target.closest('[data-act=ok]') && target.closest('[data-wire]');
    if (!row) return;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => shown.push([row.dataset.state, performance.now() - timeStamp]);
      port2.postMessage('');
    });
  }, { capture: true });
  const started = new MutationObserver(() => {
    if (document.documentElement?.dataset.behaviours !== 'started') return;
    globalThis.startedAt ??= performance.now();
    started.disconnect();
  });
  const wanted = { subtree: true, attributes: true, attributeFilter: ['data-behaviours'] };
  started.observe(document, wanted);
})()"""
KEPT = """async (path) => {
  for (;;) {
    for (const name of await caches.keys()) {
      const keys = await (await caches.open(name)).keys();
      if (keys.some(({ url }) => url.endsWith(path))) return;
    }
    await new Promise((later) => { setTimeout(later, 100); });
  }
}"""
KEPT_BACK = "!document.querySelector('[data-kept]')"
SAVED = f"() => document.querySelector('.saved').dataset.state === 'saved' && {KEPT_BACK}"


@contextmanager
def browser(folder: Path, *, slowed: bool = True) -> Iterator[Page]:
    """Start the browser of a tablet; what it keeps stands in a folder, and is there when it starts again."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        raise LookupError("Chromium is not installed; `.ci/system chromium` installs it where it may.")
    with sync_playwright() as running:
        context = running.chromium.launch_persistent_context(
            folder,
            executable_path=path,
            args=list(ARGUMENTS),
            viewport={"width": 800, "height": 1280},
            has_touch=True,
            locale="en-GB",
        )
        context.set_default_timeout(LONGEST)
        context.add_init_script(WATCH)
        if slowed:
            _slow(context, context.pages[0])
        yield context.pages[0]
        context.close()


def _slow(context: BrowserContext, page: Page) -> None:
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})


def open_page(page: Page, address: str) -> float:
    """Open a page; return after how many milliseconds it takes a tap."""
    page.goto(address)
    page.wait_for_function("() => globalThis.startedAt")
    return float(page.evaluate("startedAt"))


def keep_along(page: Page, code: str) -> None:
    """Wait until the whole of a cabinet that was opened is on the tablet."""
    page.evaluate("async () => { await navigator.serviceWorker.ready; }")
    page.evaluate(KEPT, f"/c/{code}/spot-check")


def mark(page: Page, wire: int) -> float:
    """Tap OK on a row; return after how many milliseconds the mark is drawn."""
    page.locator(f'li[data-wire="{wire}"] [data-act=ok]').tap()
    page.wait_for_function("() => shown.length")
    state, took = page.evaluate("shown.pop()")
    if state != "in_order":
        raise RuntimeError(f"Row {wire} is drawn as {state}.")
    return float(took)
