import pytest
from flask import Flask

from tests.people.secrets import PASSWORD, Secrets


@pytest.mark.parametrize("path", ["/", "/static/icon.svg"])
def test_an_answer_that_comes_late_signs_nobody_in_again(app: Flask, secrets: Secrets, path: str) -> None:
    # it may come after the person has signed out or changed, so it must not carry the session along
    client = app.test_client()
    secrets.sign_in("li", PASSWORD, client=client)
    client.get("/")
    assert client.get(path).headers.getlist("Set-Cookie") == []
