package io.lumia.functions.marketapi.document;

import io.lumia.web.testing.DocumentRules.ExampleRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** The requests whose answers are the document's examples. */
final class ExampleRequests {

    private ExampleRequests() {}

    /** By the name of the example's file. */
    static Map<String, ExampleRequest> all() {
        Map<String, ExampleRequest> requests = new LinkedHashMap<>();
        requests.put("searchAssets.json", ExampleRequest.get("/api/v1/assets?q=apple"));
        requests.put("getAsset.json", ExampleRequest.get("/api/v1/assets/AAPL"));
        requests.put("getPrices.json", ExampleRequest.get("/api/v1/assets/AAPL/prices?start=2014-06-06&limit=2"));
        requests.put(
                "getPrices.csv",
                ExampleRequest.get("/api/v1/assets/AAPL/prices?start=2014-06-06&end=2014-06-09&format=csv"));
        requests.put(
                "getFundamentals.json",
                ExampleRequest.get("/api/v1/assets/AAPL/fundamentals?metric=net_income,us-gaap:NetIncomeLoss&limit=2"));
        requests.put("getCorrelations.json", ExampleRequest.get("/api/v1/market/correlations?assets=AAPL,SPY&days=60"));
        requests.put("getMarketOverview.json", ExampleRequest.get("/api/v1/market/overview?per_sector=1&movers=1"));
        requests.put("getSignals.json", ExampleRequest.get("/api/v1/signals/AAPL?start_date=2014-12-30"));
        requests.put("getObservations.json", ExampleRequest.get("/api/v1/observations/DGS10?start=2014-12-01&limit=3"));
        requests.put(
                "getObservations.csv",
                ExampleRequest.get("/api/v1/observations/DGS10?start=2014-12-01&end=2014-12-03&format=csv"));
        requests.put("getHealth.json", ExampleRequest.get("/api/v1/health"));
        requests.put("getDetailedHealth.json", ExampleRequest.get("/api/v1/health/detailed"));
        return requests;
    }
}
