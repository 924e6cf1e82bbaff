"""How names are compared."""

import unicodedata

LONGEST_NAME = 60


def name_key(name: str) -> str:
    """Return what two ways of typing the same name have in common: no case, no width, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).split()).casefold()
