"""A real PostgreSQL server in a temporary folder, started from the system's own binaries."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from tests.folders import quick_folder

OWNERS = ("postgres", "nobody")


def _binaries() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    here = shutil.which("initdb")
    if here is None:
        raise RuntimeError("PostgreSQL is not installed: `make test` installs it where it may.")
    return Path(here).resolve().parent


def _as_owner(command: list[str], folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root; give the folder and the server to a plain user then."""
    if os.geteuid() != 0:
        return command
    names = {entry.pw_name for entry in pwd.getpwall()}
    owner = pwd.getpwnam(next(name for name in OWNERS if name in names))
    shutil.chown(folder, owner.pw_uid, owner.pw_gid)
    return ["setpriv", f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups", *command]


@contextmanager
def server(*, durable: bool = False) -> Iterator[str]:
    """Start a server that listens on a socket of its own; yield its URL; stop and remove it at the end.

    Unless ``durable``, it does not wait for the disk: tests need no power cut survived.
    """
    folder = Path(mkdtemp(prefix="wiring-qa-")) if durable else quick_folder()
    binaries, data = _binaries(), folder / "data"
    options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c max_connections=300"
    if not durable:
        options += " -c fsync=off -c full_page_writes=off -c synchronous_commit=off"
    initdb = [
        str(binaries / "initdb"),
        "-D",
        str(data),
        "-U",
        "tests",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--no-sync",
    ]
    control = [str(binaries / "pg_ctl"), "-D", str(data), "-w"]
    try:
        subprocess.run(
            _as_owner([*initdb, "--locale=C.UTF-8"], folder), check=True, capture_output=True, cwd=folder
        )
        start = [*control, "-o", options, "-l", str(folder / "log"), "start"]
        subprocess.run(_as_owner(start, folder), check=True, stdout=subprocess.DEVNULL, cwd=folder)
        yield f"postgresql://tests@/postgres?host={folder}"
    finally:
        stop = [*control, "-m", "immediate", "stop"]
        subprocess.run(_as_owner(stop, folder), check=False, capture_output=True, cwd=folder)
        shutil.rmtree(folder, ignore_errors=True)
