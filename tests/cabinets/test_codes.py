from uuid import UUID

from hypothesis import given, strategies as st

from wiring_qa.cabinets import codes

CODES = st.text(codes.SYMBOLS, min_size=8, max_size=8).map(lambda body: body + codes.check_symbol(body))


def test_a_new_code_is_valid_and_never_the_same() -> None:
    made = {codes.new_code() for _ in range(500)}
    assert len(made) == 500
    assert all(codes.is_valid(code) for code in made)


@given(st.uuids(), st.text(min_size=16))
def test_a_form_s_number_has_one_valid_code_for_each_key(number: UUID, key: str) -> None:
    code = codes.code_for(number, key)
    assert codes.is_valid(code)
    assert codes.code_for(number, key) == code
    assert codes.code_for(number, f"{key}!") != code


@given(CODES, st.integers(0, 8), st.sampled_from(codes.SYMBOLS))
def test_every_single_wrong_symbol_is_caught(code: str, place: int, symbol: str) -> None:
    wrong = code[:place] + symbol + code[place + 1 :]
    assert codes.is_valid(wrong) == (wrong == code)


@given(CODES, st.integers(0, 8), st.integers(0, 8))
def test_every_two_symbols_exchanged_are_caught(code: str, one: int, other: int) -> None:
    symbols = list(code)
    symbols[one], symbols[other] = symbols[other], symbols[one]
    wrong = "".join(symbols)
    assert codes.is_valid(wrong) == (wrong == code)


@given(CODES)
def test_a_code_read_aloud_and_typed_is_the_same_code(code: str) -> None:
    typed = codes.spaced(code).lower().replace("-", " ").replace("1", "l")
    assert codes.normalise(typed) == code


@given(CODES)
def test_a_code_typed_in_full_width_letters_is_the_same_code(code: str) -> None:
    assert codes.normalise("".join(chr(ord(symbol) + 0xFEE0) for symbol in code) + "　") == code


@given(st.text(max_size=20))
def test_what_was_normalised_stays_as_it_is(text: str) -> None:
    code = codes.normalise(text)
    assert not codes.is_valid(code) or codes.normalise(code) == code


def test_no_code_is_taken_for_another_kind_of_text() -> None:
    assert not codes.is_valid("")
    assert not codes.is_valid("K7QM3XRD")
    assert not codes.is_valid("K7QM3XRDO")
