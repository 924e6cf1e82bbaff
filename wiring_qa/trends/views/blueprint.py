"""The room's blueprint, which its pages share."""

from flask import Blueprint

blueprint = Blueprint("trends", __name__)
