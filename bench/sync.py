"""A tablet's outbox sent by `POST /sync`, batch by batch."""

import json
import socket
from collections.abc import Iterator
from time import perf_counter
from uuid import uuid4

from bench.plant import REVISION, Tablet
from bench.route import answer_of
from wiring_qa.core.clock import now

AT_ONCE = 100
"""Operations in a batch, as the tablet sends them."""


def batches(tablet: Tablet, count: int, port: int) -> Iterator[None]:
    """Send the marks of a tablet's cabinets batch by batch; yields when ready, then after each batch."""
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        yield
        for first in range(0, count, AT_ONCE):
            indexes = range(first, min(first + AT_ONCE, count))
            at = now().isoformat()
            body = {"sent_at": at, "operations": [_operation(tablet, index, at) for index in indexes]}
            results = _send(connection, tablet, json.dumps(body).encode(), port)
            if [each["result"] for each in results] != ["applied"] * len(indexes):
                raise RuntimeError(f"The server did not take the batch: {results[0]}")
            yield


def _operation(tablet: Tablet, index: int, at: str) -> dict[str, object]:
    wires = len(tablet.wire_ids)
    return {
        "id": str(uuid4()),
        "type": "mark_ok",
        "cabinet": tablet.cabinets[index // wires][1],
        "at": at,
        "actor": tablet.person,
        "data": {"wire": index % wires + 1, "revision": REVISION},
    }


def _send(connection: socket.socket, tablet: Tablet, body: bytes, port: int) -> list[dict[str, str]]:
    head = (
        f"POST /sync HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: application/json\r\n"
        f"Cookie: {tablet.cookie}\r\nContent-Length: {len(body)}\r\nContent-Type: application/json\r\n\r\n"
    )
    connection.sendall(head.encode() + body)
    results: list[dict[str, str]] = json.loads(answer_of(connection))["results"]
    return results


def a_second(made: Iterator[None], count: int) -> float:
    """Return how many operations a second an iterator makes that yields when it is ready."""
    next(made)
    start = perf_counter()
    for _ in made:
        pass
    return round(count / (perf_counter() - start), 1)
