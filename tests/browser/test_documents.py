"""The record as a document: it is taken along with a touch, and the page says so where it cannot be made."""

from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from tests.browser.words import PASSWORD, Tablet

pytestmark = pytest.mark.browser


def test_a_record_is_made_while_the_page_says_so_and_a_failure_is_told(tablet: Tablet) -> None:
    tablet.sign_in("lin", PASSWORD)
    tablet.open_cabinet("/record")
    link = tablet.page.get_by_role("link", name="Record as PDF")
    said = tablet.page.locator("[data-behaviour=make-document] [role=status]")
    with tablet.page.expect_download() as download:
        tablet.tap(link)
    assert download.value.suggested_filename == "SN-1.pdf"
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")
    expect(said).to_have_text("")

    def refuse(route: Route) -> None:
        expect(said).to_have_text("The document is being made …")
        route.fulfill(status=503)

    tablet.page.context.route("**/record.pdf", refuse)
    tablet.tap(link)
    expect(said).to_have_text("The document could not be made. Try again in a moment.")
    tablet.problems.clear()  # the browser tells of the 503 on the console
