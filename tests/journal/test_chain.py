import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, strategies as st

from wiring_qa.journal.chain import START, Break, Link, canonical, entry_hash, first_break, seal

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
TAMPERED = {"data": "另一个", "tampered": True}


def link(position: int, data: Any, previous_hash: str) -> Link:
    entry = {"position": position, "data": data}
    return Link(position, entry, previous_hash, entry_hash(previous_hash, entry))


def chain_of(contents: list[Any]) -> list[Link]:
    links: list[Link] = []
    for position, data in enumerate(contents, 1):
        links.append(link(position, data, links[-1].hash if links else START))
    return links


def renumbered(links: list[Link]) -> list[Link]:
    """As the database would hold them after somebody wrote new positions into the rows."""
    return [
        replace(each, position=number, entry={**each.entry, "position": number})
        for number, each in enumerate(links, 1)
    ]


def broken(original: list[Link], tampered: list[Link]) -> Break | None:
    return first_break(tampered, len(original), original[-1].hash)


CHAINS = st.lists(JSON, min_size=1, max_size=8).map(chain_of)
CHAIN_AND_PLACE = CHAINS.flatmap(lambda links: st.tuples(st.just(links), st.integers(1, len(links))))


@given(JSON)
def test_the_same_data_has_one_text_whatever_the_order_of_its_keys(data: Any) -> None:
    text = canonical({"b": data, "a": 1})
    assert text == canonical({"a": 1, "b": data})
    assert json.loads(text) == {"a": 1, "b": data}


def test_the_canonical_text_is_utf_8_with_sorted_keys_and_no_spaces() -> None:
    assert canonical({"线": [1, None], "a": "é"}) == '{"a":"é","线":[1,null]}'.encode()


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_json_does_not_know_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        canonical({"value": number})


@given(CHAINS)
def test_an_untouched_chain_holds(links: list[Link]) -> None:
    assert broken(links, links) is None


def test_a_chain_without_entries_holds() -> None:
    assert first_break([], 0, START) is None


@given(CHAIN_AND_PLACE, st.sampled_from(["entry", "hash", "previous_hash"]))
def test_an_edited_entry_is_found_in_its_place(case: tuple[list[Link], int], part: str) -> None:
    links, place = case
    change: dict[str, Any] = {"entry": TAMPERED} if part == "entry" else {part: "f" * 64}
    tampered = [*links[: place - 1], replace(links[place - 1], **change), *links[place:]]
    assert broken(links, tampered) == Break(place, "edited")


@given(CHAIN_AND_PLACE)
def test_an_entry_edited_and_hashed_anew_is_found_in_its_place(case: tuple[list[Link], int]) -> None:
    links, place = case
    forged = link(place, TAMPERED, links[place - 1].previous_hash)
    found = broken(links, [*links[: place - 1], forged, *links[place:]])
    assert found == Break(place, "edited" if place < len(links) else "head")


@given(CHAIN_AND_PLACE)
def test_a_chain_hashed_anew_to_its_end_does_not_fit_its_head(case: tuple[list[Link], int]) -> None:
    links, place = case
    contents = [each.entry["data"] for each in links]
    contents[place - 1] = TAMPERED
    assert broken(links, chain_of(contents)) == Break(len(links), "head")


@given(CHAIN_AND_PLACE)
def test_a_removed_entry_is_found_in_its_place(case: tuple[list[Link], int]) -> None:
    links, place = case
    assert broken(links, links[: place - 1] + links[place:]) == Break(place, "missing")


@given(CHAIN_AND_PLACE)
def test_an_entry_removed_with_the_gap_closed_is_found_in_its_place(case: tuple[list[Link], int]) -> None:
    links, place = case
    reason = "edited" if place < len(links) else "missing"
    assert broken(links, renumbered(links[: place - 1] + links[place:])) == Break(place, reason)


@given(CHAIN_AND_PLACE)
def test_a_chain_that_was_cut_off_is_missing_its_next_entry(case: tuple[list[Link], int]) -> None:
    links, place = case
    assert broken(links, links[: place - 1]) == Break(place, "missing")


@given(CHAIN_AND_PLACE)
def test_an_entry_put_beside_another_is_found_in_its_place(case: tuple[list[Link], int]) -> None:
    links, place = case
    forged = link(place, TAMPERED, links[place - 1].hash)
    assert broken(links, [*links[:place], forged, *links[place:]]) == Break(place, "inserted")


@given(CHAIN_AND_PLACE)
def test_an_entry_inserted_with_those_after_it_moved_is_found_in_its_place(
    case: tuple[list[Link], int],
) -> None:
    links, place = case
    forged = link(place, TAMPERED, links[place - 1].previous_hash)
    tampered = renumbered([*links[: place - 1], forged, *links[place - 1 :]])
    assert broken(links, tampered) == Break(place, "inserted")


@given(CHAINS)
def test_an_entry_added_at_the_end_is_found_in_its_place(links: list[Link]) -> None:
    forged = link(len(links) + 1, TAMPERED, links[-1].hash)
    assert broken(links, [*links, forged]) == Break(len(links) + 1, "inserted")


@given(CHAINS, st.data())
def test_two_entries_exchanged_are_found_at_the_first_of_them(links: list[Link], data: st.DataObject) -> None:
    one = data.draw(st.integers(0, len(links) - 1))
    other = data.draw(st.integers(0, len(links) - 1))
    tampered = list(links)
    tampered[one], tampered[other] = tampered[other], tampered[one]
    expected = None if one == other else Break(min(one, other) + 1, "edited")
    assert broken(links, renumbered(tampered)) == expected


def test_a_seal_holds_for_one_key_chain_position_and_hash_only() -> None:
    true = seal("key", "K7QM3XRD1", 7, "a" * 64)
    others = [
        seal("another", "K7QM3XRD1", 7, "a" * 64),
        seal("key", "plant", 7, "a" * 64),
        seal("key", "K7QM3XRD1", 8, "a" * 64),
        seal("key", "K7QM3XRD1", 7, "b" * 64),
    ]
    assert len({true, *others}) == 5
    assert true == seal("key", "K7QM3XRD1", 7, "a" * 64)
