"""Words that rows and cells hold beside wires: sums, signatures, units, and signs for nothing."""

import re


def _words(text: str) -> tuple[str, ...]:
    return tuple(" ".join(word.split()) for word in text.split(","))


_SUMS = "小计|合计|总计|共计|累计|小計|合計|總計|共計|累計"
_SUMS_IN_LETTERS = (
    "sub ?total|totals?|sums?|(?:zwischen|gesamt)?summe|gesamt|sous total|somme|totale|totaal|suma"
)
SUBTOTAL = re.compile(rf"(?:{_SUMS})|(?:{_SUMS_IN_LETTERS})(?![^\W_])")
"""What begins a row that sums up others."""

SIGNED = _words("""
    制表, 编制, 編製, 审核, 審核, 校对, 校對, 批准, 日期, 设计, 設計, 核准, 备注, 備註, 注, 说明, page,
    seite, date, datum, drawn, checked, approved,
    erstellt, geprüft, note, notes, blatt, printed, created, generated, generated on, printed on, created on,
    打印日期, 打印时间, 列印日期, 生成时间, 第, 页, 頁
""")
"""What begins a line that signs, dates or numbers a page, or explains something; a colon may follow."""

UNITS = frozenset(
    _words("""
    mm, mm2, mm², mm^2, ㎟, cm, m, qmm, sqmm, awg, code, no, no., nr, nr., iec, 号, 號, 毫米, 平方, 平方毫米,
    米, 厘米
""")
)
"""What a row under the names may hold that only gives their units."""

DITTO = frozenset({'"', "''", "″", "〃", "”", "同上", "同左", "ditto", "dito", "idem", "„", "々"})
"""What stands for the cell above."""

_LINES = "-=_:+*~─━═—–"
_SHORTEST_LINE = 3


def is_line(text: str) -> bool:
    """Tell whether a cell only draws a line, as lists in plain text do under their names."""
    return len(text) >= _SHORTEST_LINE and not text.strip(_LINES)


NOTHING = frozenset({"-", "--", "—", "–", "/", "n/a", "na", "none", "无", "無", "?", "keine"})
"""What people write into a cell that has nothing to say."""
