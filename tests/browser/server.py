"""The server as a plant runs it, in a process that can be killed."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from unittest.mock import patch
from urllib.error import URLError
from urllib.request import urlopen

from flask import Flask

from wiring_qa import create_app

TOP = Path(__file__).resolve().parents[2]
LONGEST = 30.0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def another(version: str, *, has_worker: bool = True) -> Flask:
    """Return the app as another version of it would be; without its worker the old one stays at work."""
    with patch("wiring_qa.app.version_of", return_value=version):
        app = create_app()
    if not has_worker:
        app.view_functions["offline.worker"] = lambda: ("", 503)
    return app


class Server:
    """Gunicorn on an address that stays the same when it is killed and started again."""

    def __init__(self, settings: dict[str, str]) -> None:
        self._port = _free_port()
        self._settings = {**settings, "PORT": str(self._port)}
        self._app = "wiring_qa:create_app()"
        self._process: subprocess.Popen[bytes] | None = None
        self.address = f"http://127.0.0.1:{self._port}"

    def start_version(self, version: str, *, has_worker: bool = True) -> None:
        """Start it as if it were another version of the app."""
        self._app = f"tests.browser.server:another({version!r}, has_worker={has_worker})"
        self.start()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        command = [
            sys.executable,
            "-m",
            "gunicorn",
            "--config",
            "deploy/gunicorn.conf.py",
            "--log-level=error",
        ]
        self._process = subprocess.Popen(
            [*command, self._app],
            cwd=TOP,
            env={**os.environ, **self._settings},  # noqa: TID251  the process's own surroundings
            start_new_session=True,
        )
        until = time.monotonic() + LONGEST
        while time.monotonic() < until and self._process.poll() is None:
            try:
                with urlopen(f"{self.address}/healthz"):  # noqa: S310  its own address
                    return
            except (URLError, ConnectionError):
                time.sleep(0.05)
        raise AssertionError("the server does not start")

    def kill(self) -> None:
        """End it without a word, as a power cut would; master and worker alike."""
        if self._process is None:
            return
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._process = None
