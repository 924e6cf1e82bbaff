"""Finds translations whose placeholders are not those of the text they translate."""

import sys
from pathlib import Path

from babel.messages.pofile import read_po

wrong = 0
for path in sorted(Path("wiring_qa/translations").glob("*/LC_MESSAGES/messages.po")):
    with path.open("rb") as file:
        catalog = read_po(file)
    for message, problems in catalog.check():
        for problem in problems:
            wrong += 1
            print(f"{path}:{message.lineno}: {problem}")
sys.exit(wrong > 0)
