"""Makes the pictures of docs/ anew, of the demo plant in a real Chromium: `make pictures`."""

import io
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, FloatRect, Page, sync_playwright
from sqlalchemy import select
from werkzeug.serving import WSGIRequestHandler, make_server

from docs.screens import PICTURES, Person, Picture
from wiring_qa import create_app
from wiring_qa.cabinets.kinds import Stage
from wiring_qa.cabinets.models import Cabinet
from wiring_qa.core.clock import now
from wiring_qa.core.db import db
from wiring_qa.core.settings import Settings
from wiring_qa.demo import plant

FOLDER = Path(__file__).resolve().parent / "pictures"
LANGUAGES = {"en": "", "zh_Hans": ".zh_Hans"}
"""The languages of the guides, with what their pictures' names end in."""
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
COLOURS = 96
CABINETS, WEEKS, SEED = 14, 3, 1


class _Quiet(WSGIRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing of requests."""


@contextmanager
def _demo_plant(folder: str) -> Iterator[tuple[str, dict[Stage, str]]]:
    """Serve a demo plant; give its address and, of each stage, the newest cabinet's code."""
    settings = Settings(
        secret_key="for the pictures only",
        database_url=f"sqlite:///{folder}/pictures.sqlite3",
        timezone="Asia/Shanghai",
    )
    app = create_app(settings)
    with app.app_context():
        app.test_cli_runner().invoke(args=["prepare"], catch_exceptions=False)
        plant.load(
            cabinets=CABINETS, weeks=WEEKS, seed=SEED, until=now(), progress=lambda _acts, _share: None
        )
        found = select(Cabinet.cached_stage, Cabinet.code).order_by(Cabinet.serial)
        codes = {Stage(stage): str(code) for stage, code in db.session.execute(found)}
        db.session.remove()
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=_Quiet)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", codes
    finally:
        server.shutdown()
        thread.join()
        with app.app_context():
            db.engine.dispose()


def _sign_in(page: Page, address: str, who: Person) -> None:
    page.goto(f"{address}/sign-in")
    page.fill("[name=name]", who.name)
    page.fill("[name=secret]", who.secret)
    with page.expect_navigation():
        page.press("[name=secret]", "Enter")


def _taken(browser: Browser, address: str, language: str, picture: Picture, code: str) -> bytes:
    """Open the page as the person does and return what stands on the screen."""
    context = browser.new_context(viewport=picture.who.screen, has_touch=True)
    context.add_cookies([{"name": "language", "value": language, "url": address}])
    page = context.new_page()
    if picture.path != "/sign-in":
        _sign_in(page, address, picture.who)
    page.goto(address + picture.path.replace("CODE", code))
    page.locator("html[data-behaviours=started]").wait_for(state="attached")
    picture.before(page)
    width, height = picture.who.screen["width"], picture.height or picture.who.screen["height"]
    part = FloatRect(x=0, y=0, width=width, height=height)
    shot = page.screenshot(clip=part, animations="disabled")
    context.close()
    return shot


def _small(shot: bytes) -> bytes:
    """Return a picture in few colours, which a page of text and signs does not miss."""
    image = Image.open(io.BytesIO(shot)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    written = io.BytesIO()
    image.save(written, "PNG", optimize=True)
    return written.getvalue()


def main() -> None:
    """Make every picture in each language; names on the command line make those only."""
    path = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    if path is None:
        sys.exit("Chromium is not installed; `.ci/system chromium` installs it where it may.")
    FOLDER.mkdir(exist_ok=True)
    wanted = [each for each in PICTURES if each.name in sys.argv[1:] or not sys.argv[1:]]
    with (
        TemporaryDirectory() as folder,
        _demo_plant(folder) as (address, codes),
        sync_playwright() as running,
    ):
        browser = running.chromium.launch(executable_path=path, args=ARGUMENTS)
        for picture in wanted:
            code = codes[picture.stage] if picture.stage else ""
            for language, ending in LANGUAGES.items():
                file = FOLDER / f"{picture.name}{ending}.png"
                file.write_bytes(_small(_taken(browser, address, language, picture, code)))
                print(f"{file.name} {file.stat().st_size // 1024} kB")
        browser.close()


if __name__ == "__main__":
    main()
