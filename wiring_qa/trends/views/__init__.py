"""The room's pages: the trends, what is behind them, and the figures as files."""

from wiring_qa.trends.views import files, lists, pace, report, trends
from wiring_qa.trends.views.blueprint import blueprint

__all__ = ["blueprint", "files", "lists", "pace", "report", "trends"]
