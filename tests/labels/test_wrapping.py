from hypothesis import given, strategies as st

from wiring_qa.labels.typeface import printable, width_em
from wiring_qa.labels.wrapping import Setting, fitted, wrapped

TEXTS = st.text("线體-A/ 1W.号", max_size=60).map(printable)


@given(TEXTS, st.floats(1.1, 30))
def test_lines_hold_the_whole_text_and_none_is_wider_than_the_column(text: str, width: float) -> None:
    lines = wrapped(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(line and width_em(line) <= width for line in lines)


def test_a_line_ends_between_words_where_it_can() -> None:
    assert wrapped("KX-2026 controller", 7) == ["KX-2026", "controller"]
    assert wrapped("控制柜KX200电梯", 5) == ["控制柜", "KX200电梯"]


def test_a_word_longer_than_the_column_is_parted() -> None:
    lines = wrapped("1234567890", 3)
    assert len(lines) > 1
    assert "".join(lines) == "1234567890"


SETTINGS = (Setting(4.0, 1), Setting(2.0, 2))


def test_a_short_text_takes_the_first_setting() -> None:
    assert fitted("短", 20, SETTINGS) == (4.0, ["短"])


def test_a_longer_text_takes_the_setting_in_which_it_has_room() -> None:
    assert fitted("一二三四五六七八九十甲乙", 20, SETTINGS) == (2.0, ["一二三四五六七八九十", "甲乙"])


def test_a_text_too_long_for_all_ends_with_an_ellipsis() -> None:
    size, lines = fitted("线" * 50, 20, SETTINGS)
    assert (size, len(lines)) == (2.0, 2)
    assert lines[-1] == "线" * 9 + "…"
