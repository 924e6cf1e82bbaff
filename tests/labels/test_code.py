import pytest
from hypothesis import given, settings, strategies as st
from PIL import Image

from tests.labels.decoders import texts_in
from wiring_qa.labels.code import QUIET_MODULES, Matrix, matrix_of, runs

URL = "https://wiring.example/c/K7QM3XRD1"


def picture(matrix: Matrix, side: int = 4) -> Image.Image:
    count = len(matrix) + 2 * QUIET_MODULES
    image = Image.new("L", (count, count), 255)
    for column, row, length in runs(matrix):
        image.paste(0, (column + 4, row + 4, column + 4 + length, row + 5))
    return image.resize((count * side, count * side), Image.Resampling.NEAREST)


@settings(max_examples=40)
@given(st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=200))
def test_any_address_is_read_back(rest: str) -> None:
    assert texts_in(picture(matrix_of("https://" + rest))) == ["https://" + rest]


@pytest.mark.parametrize("ink", [0, 255])
@pytest.mark.parametrize(("x", "y"), [(0.4, 0.35), (0.65, 0.4), (0.35, 0.68), (0.0, 0.35), (0.35, 0.0)])
def test_an_address_is_read_with_a_tenth_of_the_code_covered(ink: int, x: float, y: float) -> None:
    matrix = matrix_of(URL)
    image = picture(matrix, 10)
    code, edge = len(matrix) * 10, QUIET_MODULES * 10
    side = round(code * 0.1**0.5)
    left, top = edge + round(x * code), edge + round(y * code)
    image.paste(ink, (left, top, left + side, top + side))
    assert texts_in(image) == [URL]


def test_the_runs_are_the_dark_modules_and_nothing_else() -> None:
    matrix = matrix_of(URL)
    dark = {(column + step, row) for column, row, length in runs(matrix) for step in range(length)}
    expected = {(x, y) for y, row in enumerate(matrix) for x, module in enumerate(row) if module}
    assert dark == expected


def test_the_same_address_has_the_same_code() -> None:
    assert matrix_of(URL) == matrix_of(URL)
    assert matrix_of(URL) != matrix_of(URL[:-1] + "2")


def test_an_address_that_no_code_holds_is_refused() -> None:
    assert len(matrix_of("h" * 1663)) == 177
    with pytest.raises(ValueError, match="version"):
        matrix_of("h" * 1664)
