import pytest

from wiring_qa.core.security import safe_path


@pytest.mark.parametrize(
    "address", ["/", "/c/ABC/walk", "/c/ABC/walk?only=left&page=2", "/people#li", "/查线"]
)
def test_an_address_of_this_app_is_gone_on_to(address: str) -> None:
    assert safe_path(address, "/home") == address


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "walk",
        "https://elsewhere.test/",
        "//elsewhere.test",
        "/\\elsewhere.test",
        "\\\\elsewhere.test",
        "javascript:go()",
        "/\t/elsewhere.test",
        "/\n/elsewhere.test",
        "\t//elsewhere.test",
        " //elsewhere.test",
        "/x\r\nSet-Cookie: a=b",
    ],
)
def test_an_address_that_leads_elsewhere_is_not(address: str | None) -> None:
    assert safe_path(address, "/home") == "/home"
