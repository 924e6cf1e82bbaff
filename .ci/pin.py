"""Pins what a requirements file asks for, and what that needs in turn, at the newest versions that fit.

Usage: pin.py FILE.in [CONSTRAINTS.txt]
"""

import json
import subprocess
import sys
from pathlib import Path


def pinned(source: Path, constraints: list[Path]) -> str:
    """Return the pinned file's text, as pip resolves it today."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed"]
    command += ["--report", "-", "-r", str(source)]
    for each in constraints:
        command += ["-c", str(each)]
    report = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    found = [each["metadata"] for each in report["install"]]
    lines = sorted(f"{each['name'].lower().replace('_', '-')}=={each['version']}" for each in found)
    return "\n".join([f"# Made from {source}; `make requirements` makes it anew.", *lines, ""])


if __name__ == "__main__":
    asked, *held = map(Path, sys.argv[1:])
    asked.with_suffix(".txt").write_text(pinned(asked, held))
