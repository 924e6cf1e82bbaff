"""Marks through the real route: HTTP, session, CSRF, form, rules, journal, commit."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from urllib.parse import urlencode
from uuid import uuid4

from bench.plant import Tablet


def marks(tablet: Tablet, count: int, port: int) -> Iterator[None]:
    """Mark row after row OK over one kept connection, as a tablet does."""
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        yield
        wires = len(tablet.wire_ids)
        for index in range(count):
            body = urlencode({"csrf_token": tablet.token, "id": uuid4(), "wire": index % wires + 1}).encode()
            head = (
                f"POST /c/{tablet.cabinets[index // wires][1]}/mark_ok HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
                f"Accept: application/json\r\nCookie: {tablet.cookie}\r\nContent-Length: {len(body)}\r\n"
                "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
            )
            connection.sendall(head.encode() + body)
            answer = answer_of(connection)
            if f'"by":"{tablet.person}"' not in answer.decode().replace(" ", ""):
                raise RuntimeError(answer.decode())
            yield


def answer_of(connection: socket.socket) -> bytes:
    """Return the body of the next answer; it must tell its length."""
    received = b""
    while b"\r\n\r\n" not in received:
        received += connection.recv(65536)
    head, _, body = received.partition(b"\r\n\r\n")
    lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    while len(body) < int(lengths[0].split(b":")[1]):
        body += connection.recv(65536)
    return body


@contextmanager
def served(environment: dict[str, str]) -> Iterator[int]:
    """Serve the app just as `make run` does; yield the port."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py"]
    command += ["--log-level", "warning", "wiring_qa:create_app()"]
    server = subprocess.Popen(command, env={**os.environ, **environment, "PORT": str(port)})  # noqa: TID251
    try:
        _wait_for(port, server)
        yield port
    finally:
        server.terminate()
        server.wait()


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if server.poll() is not None:
            raise RuntimeError("The server did not start; see above.")
        with closing(HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
            try:
                connection.request("GET", "/healthz")
                if connection.getresponse().status == 200:
                    return
            except ConnectionRefusedError:
                time.sleep(0.1)
    raise RuntimeError("The server did not answer within half a minute.")
