"""Numbers of the generated client exactly as they were sent: copy this file into the package lumia_client.

    from lumia_client.exact import ExactApiClient
    with ExactApiClient(configuration) as client: ...

The generated code reads JSON by json.loads, which makes a float of 123.4500, and sends a Decimal as a string. Here both ways
go through decimal.Decimal: what has a point or an exponent becomes one, integers stay integers, and a Decimal is sent as a
JSON number.
"""

import json
from decimal import Decimal

from lumia_client import api_client, rest


def loads(text):
    return json.loads(text, parse_float=Decimal)


def dumps(value):
    """JSON in which a Decimal is a number with all its digits."""
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(str(name))}: {dumps(one)}" for name, one in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(dumps(one) for one in value) + "]"
    return json.dumps(value, allow_nan=False)


def number(value):
    if not value.is_finite():
        raise ValueError(f"{value} is no number that JSON has; allowed: finite ones")
    return format(value, "f")


class Json:
    """What the two modules that read and write JSON use of the module json."""

    loads = staticmethod(loads)
    dumps = staticmethod(dumps)


class ExactApiClient(api_client.ApiClient):
    """The generated client, which leaves Decimals alone on their way out."""

    def sanitize_for_serialization(self, obj):
        return obj if isinstance(obj, Decimal) else super().sanitize_for_serialization(obj)


api_client.json = Json
rest.json = Json
