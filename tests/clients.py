"""A client whose every request stands alone, as it does on a server."""

import contextvars
from contextlib import suppress
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from wiring_qa.core.db import db


class Client(FlaskClient):
    """Sends each request in a context of its own.

    Without it a request would find the test's app context, and in it the person of the request before.
    """

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """Send a request; what the test itself has read so far is from before it."""
        with suppress(RuntimeError):  # a redirect is followed outside of the test's app context
            db.session.rollback()
        kwargs.setdefault("buffered", True)  # files that are sent are closed
        return contextvars.Context().run(super().open, *args, **kwargs)
