"""Make NotoSansSC-Medium-subset.ttf from the full face: what labels and papers of a Chinese shop floor need.

    npm pack @expo-google-fonts/noto-sans-sc@0.4.3 && tar xzf expo-google-fonts-noto-sans-sc-0.4.3.tgz
    python3 -m venv fonts && fonts/bin/pip install fonttools==4.68.0
    fonts/bin/python make_subset.py package/500Medium/NotoSansSC_500Medium.ttf NotoSansSC-Medium-subset.ttf

The same versions give the same bytes, whose SHA-256 stands in ../VENDORED.md.
"""

import sys

from fontTools import subset

HANZI = {chr(code) for code in range(0x4E00, 0xA000)}
SIGNS = "–—‘’“”…•‹›€™←↑→↓✓×±²³°µΩΔ≤≥≈≠−√∅⌀●○■□▲△◆◇★☆①②③④⑤⑥⑦⑧⑨⑩"


def characters_of(encoding: str, leads: range, trails: range) -> set[str]:
    """Return the characters of the two-byte codes with these first and second bytes."""
    pairs = (bytes((lead, trail)) for lead in leads for trail in trails)
    return set("".join(pair.decode(encoding, errors="ignore") for pair in pairs))


def main(source: str, target: str) -> None:
    """Keep Latin-1, GB 2312 with its signs, all hanzi of GBK and Big5 (people bear rare ones), some more signs."""
    kept = {chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x100))} | set(SIGNS)
    kept |= characters_of("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF))
    kept |= characters_of("gbk", range(0x81, 0xFF), range(0x40, 0xFF)) & HANZI
    kept |= characters_of("big5", range(0xA4, 0xFA), range(0x40, 0xFF)) & HANZI
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True)
    options.drop_tables += ["vhea", "vmtx", "BASE", "STAT"]
    font = subset.load_font(source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=map(ord, kept))
    subsetter.subset(font)
    subset.save_font(font, target, options)


if __name__ == "__main__":
    main(*sys.argv[1:])
