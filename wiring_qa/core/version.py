"""Which version of the app this is: a hash of all that a browser is given."""

import hashlib
from functools import cache
from pathlib import Path

LENGTH = 12
GIVEN = (("static", "*"), ("templates", "*.html"), ("wiring_qa/translations", "*.mo"))


@cache
def version_of(top: Path) -> str:
    """Return the version of what stands under a folder; it changes with any template, script or text."""
    digest = hashlib.sha256()
    for folder, pattern in GIVEN:
        for path in sorted(each for each in (top / folder).rglob(pattern) if each.is_file()):
            digest.update(path.relative_to(top).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:LENGTH]
