"""Pair mode: the tablet reads the next row aloud and two large buttons take the answer."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.test_pages import violations
from tests.browser.words import PIN, Tablet

pytestmark = pytest.mark.browser

VOICES = """(tags) => {
  globalThis.said = [];
  globalThis.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) { super(); this.text = text; }
  };
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => tags.map((lang) => ({ lang, localService: true })),
    cancel() {},
    speak({ text, voice }) { globalThis.said.push([voice.lang, text]); },
  });
  Object.defineProperty(globalThis, 'speechSynthesis', { value: synthesis });
}"""
SPOKEN = """async (wires) => {
  const at = (path) => new URL(path, document.querySelector('script[type=module]').src).href;
  const { spoken } = await import(at('../pair/spoken.js'));
  const words = JSON.parse(document.querySelector('[data-words]').dataset.words);
  return wires.map((wire) => spoken(wire, words));
}"""


def wire(near: str, far: str, size: str = "", colours: tuple[str, ...] = (), **more: Any) -> dict[str, Any]:
    """Return a wire as static/pair/wire.js reads it from its row."""
    ends = [dict(zip(("device", "terminal"), text.split(":"), strict=True)) for text in (near, far)]
    plain = {"near": ends[0], "far": ends[1], "size": size, "colours": colours, "colour": ""}
    return {**plain, "back": False, "checks": [], "wide": False, **more}


WIRES = (
    wire("+C-K1:13", "-XBS:L1", "1.5 mm²", ("GN", "YE")),
    wire("=A-4Q4:02", "-X1:1204", "14 AWG", colour="striped", back=True),
    wire("Motor:U.1", "中压板:1", checks=["label", "lug"], wide=True),
)
READ = {
    "en": [
        "plus C minus K 1, terminal 13. To minus X B S, terminal L 1. green yellow, 1.5 square millimetres.",
        "equals A minus 4 Q 4, terminal 0 2. Comes from minus X 1, terminal 1 2 0 4. striped, 14 A W G.",
        "Motor, terminal U dot 1. To 中压板, terminal 1. Confirm label, lug. A second person is needed.",
    ],
    "zh_Hans": [
        "加 C 杠 K 1，端子 13。到 杠 X B S，端子 L 1。绿 黄，1.5 平方毫米。",
        "等号 A 杠 4 Q 4，端子 0 2。来自 杠 X 1，端子 1 2 0 4。striped，14 A W G。",
        "Motor，端子 U 点 1。到 中压板，端子 1。请确认 label，lug。需要第二人确认。",
    ],
    "zh_Hant": [
        "加 C 槓 K 1，端子 13。到 槓 X B S，端子 L 1。綠 黃，1.5 平方毫米。",
        "等號 A 槓 4 Q 4，端子 0 2。來自 槓 X 1，端子 1 2 0 4。striped，14 A W G。",
        "Motor，端子 U 點 1。到 中压板，端子 1。請確認 label，lug。需要第二人確認。",
    ],
}


def _walking(tablet: Tablet, *voices: str) -> None:
    tablet.page.add_init_script(f"({VOICES})({list(voices)})")
    tablet.sign_in("li")
    tablet.open_cabinet("/walk?order=number")


def _current(tablet: Tablet, number: int) -> None:
    expect(tablet.page.locator("li[data-wire]:visible")).to_have_count(1)
    expect(tablet.row(number)).to_be_visible()


def _said(tablet: Tablet) -> list[list[str]]:
    """Return what was read since it was last asked, and in which voice."""
    said: list[list[str]] = tablet.page.evaluate("said.splice(0)")
    return said


def _choose(tablet: Tablet, language: str) -> None:
    cookie = {"name": "language", "value": language, "url": tablet.plant.address}
    tablet.page.context.add_cookies([cookie])  # type: ignore[list-item]  # the fields that it needs


@pytest.mark.parametrize("language", READ)
def test_a_row_is_read_in_the_readers_language(tablet: Tablet, language: str) -> None:
    tablet.sign_in("li")
    _choose(tablet, language)
    tablet.open_cabinet("/walk")
    assert tablet.page.evaluate(SPOKEN, list(WIRES)) == READ[language]


def test_rows_are_read_and_answered_one_after_another(tablet: Tablet) -> None:
    _walking(tablet, "zh-CN", "en-US")
    tablet.tap("[data-act=pair]")
    _current(tablet, 1)
    first = _said(tablet)
    assert [voice for voice, _ in first] == ["en-US"]
    assert first[0][1].startswith("minus Q 1, terminal 1. To minus F 1, terminal 1. blue, 10 square")
    tablet.tap(".pair [data-act=repeat]")
    assert _said(tablet) == first
    for _ in range(8):
        tablet.tap(".pair [data-act=skip]")
    _said(tablet)
    tablet.mark_ok(9)
    _current(tablet, 10)
    assert len(_said(tablet)) == 1
    tablet.mark_faulty(10, "loose", "from")
    _current(tablet, 11)
    tablet.tap(".pair [data-act=back]")
    _current(tablet, 10)
    expect(tablet.row(10).locator("[data-act=undo]")).to_be_visible()
    tablet.tap(".pair [data-act=stop]")
    expect(tablet.page.locator("li[data-wire]:visible")).to_have_count(14)
    tablet.stands(9, "in_order")
    tablet.stands(10, "faulty")


def test_named_checks_and_the_second_person_are_asked_for_as_ever(tablet: Tablet) -> None:
    _walking(tablet, "en-GB")
    tablet.tap("[data-act=pair]")
    tablet.tap(".pair [data-act=skip]")
    _current(tablet, 2)
    tablet.tap(tablet.row(2).locator("[data-act=ok]"))
    expect(tablet.row(2).locator("[data-message]")).to_contain_text("Confirm each named check first.")
    assert _said(tablet)[-1][1].endswith("Confirm colour.")
    tablet.mark_ok(2, "colour")
    _current(tablet, 3)
    for _ in range(4):
        tablet.tap(".pair [data-act=skip]")
    assert _said(tablet)[-1][1].endswith("A second person is needed.")
    tablet.mark_ok(7)
    tablet.second_person("wang", PIN)
    _current(tablet, 8)
    tablet.stands(7, "in_order")


def test_it_goes_by_keys_and_without_a_network(tablet: Tablet) -> None:
    _walking(tablet, "en-GB")
    tablet.tap("[data-act=pair]")
    tablet.go_offline()
    keys = tablet.page.keyboard
    for _ in range(8):
        keys.press("ArrowDown")
    _current(tablet, 9)
    keys.press("Enter")
    _current(tablet, 10)
    keys.press("Space")
    _current(tablet, 11)
    tablet.page.evaluate("document.activeElement.blur()")
    keys.press("Space")
    _current(tablet, 12)
    _said(tablet)
    keys.press("r")
    assert len(_said(tablet)) == 1
    keys.press("ArrowUp")
    _current(tablet, 11)
    keys.press("Escape")
    expect(tablet.page.locator(".pair")).to_be_hidden()
    expect(tablet.page.locator("li[data-kept][data-state=in_order]")).to_have_count(3)
    tablet.problems.clear()  # what the browser says of the requests that could not go out


def test_where_there_is_no_voice_it_says_so_and_shows_the_row(tablet: Tablet) -> None:
    _walking(tablet, "de-DE")
    tablet.tap("[data-act=pair]")
    _current(tablet, 1)
    expect(tablet.page.locator(".pair-said")).to_contain_text("no voice for this language")
    assert violations(tablet) == []
    tablet.mark_ok(1, "colour", "lug", "size")
    _current(tablet, 2)
    assert _said(tablet) == []


def test_after_the_last_row_it_says_that_none_is_left(tablet: Tablet) -> None:
    _walking(tablet, "en-GB")
    tablet.page.fill("[name=q]", "109")
    tablet.tap("[data-act=pair]")
    _current(tablet, 9)
    tablet.mark_ok(9)
    expect(tablet.page.locator(".pair-said")).to_have_text("No further row is left here.")
    assert _said(tablet)[-1][1] == "No further row is left here."
