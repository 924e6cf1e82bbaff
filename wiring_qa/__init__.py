"""Wiring QA: quality inspection of control-cabinet wiring."""

from wiring_qa.app import create_app

__all__ = ["create_app"]
