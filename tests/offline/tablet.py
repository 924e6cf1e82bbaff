"""A tablet's outbox as the server sees it."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from flask.testing import FlaskClient

from tests.plant import Plant
from wiring_qa.core.clock import now


def operation(plant: Plant, act: str = "mark_ok", actor: str = "", **data: Any) -> dict[str, Any]:
    """Return an operation as a tablet keeps it."""
    return {
        "id": str(uuid4()),
        "type": act,
        "cabinet": plant.code,
        "at": now().isoformat(),
        "actor": actor,
        "data": data,
    }


def send(client: FlaskClient, *operations: Any, sent_at: datetime | None = None) -> list[dict[str, Any]]:
    """Send a batch; return the results."""
    body = {"operations": operations, "sent_at": (sent_at or now()).isoformat()}
    response = client.post("/sync", json=body)
    assert response.status_code == 200, response.text
    results: list[dict[str, Any]] = response.json["results"] if response.json else []
    assert [each["id"] for each in results] == [
        each.get("id") if isinstance(each, dict) else None for each in operations
    ]
    return results


def told(results: list[dict[str, Any]]) -> list[str]:
    """Return each result in a word: what it is, or why it was rejected."""
    return [each.get("code") or each["result"] for each in results]
