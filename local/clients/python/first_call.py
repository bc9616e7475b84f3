"""First calls through the generated client; its argument is the API's address, its key is in LUMIA_API_KEY."""

import os
import sys
from datetime import date
from decimal import Decimal

from lumia_client import ApiException, Configuration, PricesApi, RecommendationOrder, RecommendationsApi
from lumia_client.exact import ExactApiClient

MOST_PAGES = 100
QUESTION = {"start": date(2014, 6, 2), "end": date(2014, 6, 13), "adjustment": "raw", "limit": 2}


def every_page(prices):
    token = None
    for _ in range(MOST_PAGES):
        answer = prices.get_prices("AAPL", page_token=token, **QUESTION)
        for bar in answer.data.prices:
            print(bar.var_date, bar.close)
        token = answer.pagination.next_page_token
        if token is None:
            return
    raise RuntimeError(f"more than {MOST_PAGES} pages")


def only_if_changed(prices):
    tag = header(prices.get_prices_with_http_info("AAPL", **QUESTION), "ETag")
    try:
        prices.get_prices("AAPL", **QUESTION, _headers={"If-None-Match": tag})
        print("changed")
    except ApiException as answer:
        print("not modified" if answer.status == 304 else f"failed: {answer.status}")


def header(answer, wanted):
    """Names of headers mean the same in small letters, which a dict does not know."""
    return next(value for name, value in answer.headers.items() if name.lower() == wanted.lower())


def a_refusal(prices):
    try:
        prices.get_prices("NOPE", **QUESTION)
    except ApiException as refused:
        print(refused.status, refused.data.error.code)


def send_money(recommendations):
    order = RecommendationOrder(capital=Decimal("25000.10"), risk_tolerance="moderate", investment_horizon="medium")
    print("capital", recommendations.recommend(order).data.request.capital)


def main(address, key):
    configuration = Configuration(host=address, api_key={"partner_key": key} if key else None)
    with ExactApiClient(configuration) as client:
        prices = PricesApi(client)
        every_page(prices)
        only_if_changed(prices)
        a_refusal(prices)
        if key:
            send_money(RecommendationsApi(client))


if __name__ == "__main__":
    main(sys.argv[1], os.environ.get("LUMIA_API_KEY"))
