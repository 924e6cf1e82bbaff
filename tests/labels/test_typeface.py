import hashlib
import logging
import re

import pytest

from wiring_qa.labels.typeface import FILE, printable, width_em

SIMPLIFIED = bytes(
    code for lead in range(0xB0, 0xF8) for trail in range(0xA1, 0xFF) for code in (lead, trail)
)
TRADITIONAL = "櫃體線鼻子緊抽檢複錯鬆動掉漏導電槍檔讓步變壓器煞車剎開關顯示屏"


def test_every_hanzi_of_gb_2312_prints() -> None:
    hanzi = SIMPLIFIED.decode("gb2312", errors="ignore")
    assert len(hanzi) == 6763
    assert printable(hanzi) == hanzi


def test_every_hanzi_of_unicodes_first_block_prints_as_people_bear_rare_ones() -> None:
    hanzi = "".join(map(chr, range(0x4E00, 0x9FA6)))
    assert printable(hanzi) == hanzi
    assert set("喆堃镕祎劼犇玥璟昇") <= set(hanzi)


@pytest.mark.parametrize("text", [TRADITIONAL, "→ ✓ × ± ² Ω ° µ …", "ÄÖÜäöüß éèêç ñ", "+S1-K1:13 / 1.5 mm²"])
def test_traditional_hanzi_signs_and_latin_letters_print(text: str) -> None:
    assert printable(text) == text
    assert width_em(text) > 0


def test_a_character_that_cannot_be_printed_shows_a_substitute_and_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.WARNING):
        assert printable("柜\U0002a6d6\u061c1") == "柜□□1"
    assert "\U0002a6d6" in caplog.text


def test_breaks_and_tabs_become_single_spaces() -> None:
    assert printable(" KX\n\t 200\u3000") == "KX 200"


def test_the_file_is_the_one_that_the_list_of_vendored_files_names() -> None:
    listed = (FILE.parents[1] / "VENDORED.md").read_text()
    named = re.search(
        rf"^\| `noto-sans-sc/{re.escape(FILE.name)}` .*`([0-9a-f]{{64}})` \|$", listed, re.MULTILINE
    )
    assert named
    assert hashlib.sha256(FILE.read_bytes()).hexdigest() == named[1]
    assert (FILE.parent / "OFL.txt").read_text().count("SIL OPEN FONT LICENSE") == 1
