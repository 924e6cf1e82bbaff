"""What a browser needs to install the app and to run it without a network."""

import re
from pathlib import Path

import pytest
from flask import Flask

from tests.plant import Plant
from wiring_qa.core.version import version_of

TOP = Path(__file__).resolve().parents[2]


def test_the_worker_names_its_version_and_assets_that_are_there(app: Flask, plant: Plant) -> None:
    response = plant.client("li").get("/worker.js")
    assert (response.mimetype, response.headers["Cache-Control"]) == ("text/javascript", "no-cache")
    version = app.config["VERSION"]
    assert f'const VERSION = "{version}";' in response.text
    assets = re.findall(rf'"(/static/{version}/[^"]+)"', response.text)
    assert f"/static/{version}/outbox/send.js" in assets
    client = app.test_client()
    assert {address for address in assets if client.get(address).status_code != 200} == set()


def test_every_script_and_style_of_a_page_is_among_the_assets(app: Flask, plant: Plant) -> None:
    worker = app.test_client().get("/worker.js").text
    page = plant.client("li").get(f"/c/{plant.code}/walk").text
    named = set(re.findall(r'(?:src|href)="(/static/[^"]+)"', page))
    named |= {
        f"/static/{app.config['VERSION']}/behaviours/{name}.js"
        for names in re.findall(r'data-behaviour="([^"]+)"', page)
        for name in names.split()
    }
    assert len(named) > 20
    assert {address for address in named if f'"{address}"' not in worker} == set()


def test_assets_of_another_version_are_not_given(app: Flask) -> None:
    assert app.test_client().get("/static/0123456789ab/css/tokens.css").status_code == 404


def test_an_asset_is_kept_for_long_as_its_address_changes_with_it(app: Flask) -> None:
    response = app.test_client().get(f"/static/{app.config['VERSION']}/css/tokens.css")
    assert "max-age=31536000" in response.headers["Cache-Control"]


@pytest.mark.parametrize("changed", ["static/a.js", "templates/a.html", "wiring_qa/translations/a.mo"])
def test_the_version_changes_with_what_a_browser_is_given(tmp_path: Path, changed: str) -> None:
    def written(name: str, text: str) -> Path:
        path = tmp_path / name / changed
        path.parent.mkdir(parents=True)
        path.write_text(text)
        return tmp_path / name

    versions = {version_of(written(name, text)) for name, text in (("1", "a"), ("2", "b"), ("3", "a"))}
    assert len(versions) == 2


def test_the_manifest_has_icons_that_are_there(app: Flask) -> None:
    client = app.test_client()
    response = client.get("/manifest.webmanifest")
    assert response.mimetype == "application/manifest+json"
    icons = (response.get_json(force=True) or {})["icons"]
    assert {icon["purpose"] for icon in icons} == {"any", "maskable"}
    assert [client.get(icon["src"]).mimetype for icon in icons] == ["image/png"] * 3


def test_a_page_says_whose_it_is_and_the_offline_page_is_nobodys(app: Flask, plant: Plant) -> None:
    li = plant.client("li")
    assert li.get("/").headers["Wiring-QA-Person"] == str(plant.person("li").id)
    assert app.test_client().get("/sign-in").headers["Wiring-QA-Person"] == ""
    assert "data-person" not in li.get("/offline").text
