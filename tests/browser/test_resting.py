"""A tablet that rests where nobody is signed in."""

import pytest

from tests.browser.words import Tablet
from tests.people.tablets import invite

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", ["/sign-in", "/here"])
def test_it_tells_what_waits_on_it(tablet: Tablet, path: str) -> None:
    with tablet.plant.app.test_request_context():
        invitation = invite(tablet.plant)
    tablet.open(invitation)
    tablet.send("main button[type=submit]")
    with tablet.page.expect_response("**/tablets/contact", timeout=9000) as heard:
        tablet.open(path)
    assert heard.value.status == 200
    told = heard.value.request.post_data_json or {}
    assert (told["waiting"], told["version"]) == (0, tablet.plant.app.config["VERSION"])
