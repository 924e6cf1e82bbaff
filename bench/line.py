"""The line between a tablet and the server, which counts the bytes that go over it either way."""

import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from threading import Thread

CHUNK = 65536


@dataclass
class Line:
    """A line to a server on this machine; ``up`` and ``down`` are bytes, headers and all."""

    port: int
    up: int = 0
    down: int = 0

    def taken(self) -> dict[str, int]:
        """Return the bytes since it was last asked."""
        found = {"up": self.up, "down": self.down}
        self.up = self.down = 0
        return found


@contextmanager
def line_to(port: int) -> Iterator[Line]:
    """Open a line to a port; closed, it takes nobody on any more."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        line = Line(listening.getsockname()[1])
        Thread(target=_accept, args=(listening, port, line), daemon=True).start()
        yield line
        # a thread that waits for a caller is not woken by a mere close
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)


def _accept(listening: socket.socket, port: int, line: Line) -> None:
    with suppress(OSError):
        while True:
            near, _ = listening.accept()
            far = socket.create_connection(("127.0.0.1", port))
            for each in (near, far):
                each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            Thread(target=_carry, args=(near, far, line, "up"), daemon=True).start()
            Thread(target=_carry, args=(far, near, line, "down"), daemon=True).start()


def _carry(source: socket.socket, target: socket.socket, line: Line, way: str) -> None:
    with suppress(OSError):
        while data := source.recv(CHUNK):
            setattr(line, way, getattr(line, way) + len(data))
            target.sendall(data)
    for each in (source, target):
        with suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)
