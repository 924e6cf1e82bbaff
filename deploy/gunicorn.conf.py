"""How the app is served, by `make run` and in a plant alike.

One process with sixteen threads: on SQLite all writers queue in the process and are committed together.
On PostgreSQL a plant may raise `--workers`; everything the workers share is in the database.
"""

import os
import sys
from typing import Any

from wiring_qa.core.settings import SettingError, settings_from_environment
from wiring_qa.webhooks.delivering import watch_in_background

bind = f"127.0.0.1:{os.environ.get('PORT', '8000')}"  # noqa: TID251  the server's own, not a setting of the app
workers = 1
worker_class = "gthread"
threads = 16
keepalive = 75
control_socket_disable = True


def on_starting(_server: Any) -> None:
    """Stop with one clear line where a setting is wrong, before any worker tries."""
    try:
        settings_from_environment()
    except SettingError as error:
        sys.exit(str(error))


def post_worker_init(worker: Any) -> None:
    """Deliver webhooks beside the server; workers share the work."""
    watch_in_background(worker.wsgi)
