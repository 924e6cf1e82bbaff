"""The service worker as this version of the app needs it, and the manifest of the installed app."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from flask import current_app, url_for
from flask_babel import gettext as _

from wiring_qa.core.i18n import language_tag

NOT_FOR_BROWSERS = ("vendor/noto-sans-sc/", "icons/make_icons.py", "worker.js")
"""What stands under `static/` beginning so is never asked for by a page."""
SUFFIXES = frozenset({".js", ".css", ".svg", ".png", ".wasm"})
COLOUR = "#0a4a86"


def worker_script() -> str:
    """Return the worker's script, headed by its version and the list of what it keeps."""
    folder = Path(current_app.static_folder or "")
    known = {
        "VERSION": current_app.config["VERSION"],
        "OFFLINE": url_for("offline.offline"),
        "HERE": url_for("people.here"),
        "ASSETS": [url_for("static", filename=name) for name in _assets(folder)],
    }
    head = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in known.items())
    return head + (folder / "worker.js").read_text()


@cache
def _assets(folder: Path) -> list[str]:
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.suffix in SUFFIXES]
    return sorted(name for name in names if not name.startswith(NOT_FOR_BROWSERS))


def manifest() -> dict[str, Any]:
    """Return the web app manifest in the reader's language."""
    icons = [
        ("icon-192.png", 192, "any"),
        ("icon-512.png", 512, "any"),
        ("maskable-512.png", 512, "maskable"),
    ]
    return {
        "id": "/",
        "name": _("Wiring QA"),
        "short_name": _("Wiring QA"),
        "description": _("Inspection of control-cabinet wiring"),
        "lang": language_tag(),
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "theme_color": COLOUR,
        "background_color": COLOUR,
        "icons": [
            {
                "src": url_for("static", filename=f"icons/{name}"),
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            }
            for name, size, purpose in icons
        ],
    }
