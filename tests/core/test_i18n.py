from datetime import UTC, datetime
from decimal import Decimal
from uuid import uuid4

import pytest
from flask import Flask

from tests.databases import Databases, SqliteDatabases
from tests.plant import Plant
from wiring_qa.core import i18n


@pytest.fixture
def databases(sqlite_databases: SqliteDatabases) -> Databases:
    """Words do not depend on the engine."""
    return sqlite_databases


def shown(page: str) -> str:
    return page.partition('<html lang="')[2].partition('"')[0]


@pytest.mark.parametrize(
    ("browser", "tag"),
    [
        ("", "en"),
        ("fr", "en"),
        ("zh", "zh-Hans"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans"),
        ("zh-SG", "zh-Hans"),
        ("zh-TW,zh;q=0.9", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-Hant-TW", "zh-Hant"),
        ("fr,zh-TW;q=0.5", "zh-Hant"),
        ("en-GB,zh;q=0.5", "en"),
    ],
)
def test_the_browsers_language_is_understood(app: Flask, browser: str, tag: str) -> None:
    page = app.test_client().get("/sign-in", headers={"Accept-Language": browser})
    assert shown(page.text) == tag


def test_the_language_chosen_on_the_tablet_goes_before_the_browsers(app: Flask) -> None:
    client = app.test_client()
    client.set_cookie("language", "zh_Hant")
    assert shown(client.get("/sign-in", headers={"Accept-Language": "en"}).text) == "zh-Hant"


@pytest.mark.parametrize("nonsense", ["xx", "../../etc", ""])
def test_a_cookie_that_names_no_language_is_passed_over(app: Flask, nonsense: str) -> None:
    client = app.test_client()
    client.set_cookie("language", nonsense)
    assert shown(client.get("/sign-in", headers={"Accept-Language": "zh"}).text) == "zh-Hans"


def test_ones_own_language_goes_before_the_tablets(plant: Plant) -> None:
    client = plant.client("li")
    client.post("/preferences", data={"language": "zh_Hans", "theme": "auto"})
    client.set_cookie("language", "zh_Hant")
    assert shown(client.get("/preferences").text) == "zh-Hans"


def test_without_a_request_the_plants_language_is_spoken(app: Flask) -> None:
    assert i18n.language() == app.config["WIRING_QA"].locale


def test_moments_are_shown_in_the_plants_zone(app: Flask) -> None:
    moment = datetime(2026, 11, 23, 23, 5, tzinfo=UTC)
    with app.test_request_context():
        assert i18n.when(moment) == "24 Nov 2026, 07:05"
        assert i18n.clock_time(moment) == "07:05"
        assert (i18n.when(None), i18n.clock_time(None)) == ("", "")


@pytest.mark.parametrize(
    ("value", "words"),
    [(None, ""), (0, "0"), (1234567, "1,234,567"), (Decimal("2.500"), "2.5"), (0.00004, "0")],
)
def test_numbers_are_written_without_needless_zeros(app: Flask, value: object, words: str) -> None:
    with app.test_request_context():
        assert i18n.number(value) == words


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Not a valid decimal value."), ("zh-CN", "请填写数字")]
)
def test_what_is_no_number_is_said_in_the_readers_language(plant: Plant, language: str, words: str) -> None:
    sent = {"id": str(uuid4()), "group": "1", "tool": "driver 1", "torque_nm": "2;5"}
    answer = plant.client("chen").post(
        f"/c/{plant.code}/confirm_group", data=sent, headers={"Accept-Language": language}
    )
    assert answer.status_code == 422
    assert words in answer.text
