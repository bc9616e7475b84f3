package io.lumia.functions.marketapi.document;

import io.lumia.functions.marketapi.ApiUnderTest;
import java.util.LinkedHashMap;
import java.util.Map;

/** The requests whose answers are the document's examples; what differs from run to run is replaced. */
final class ExampleRequests {

    private static final String REQUEST_ID = "0192a7c4-7d5e-7a10-9a3c-5b1f2d3e4f50";
    private static final String ASSET_ID = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";

    private ExampleRequests() {}

    /** By the name of the example's file. */
    static Map<String, String> all() {
        Map<String, String> requests = new LinkedHashMap<>();
        requests.put("searchAssets.json", "/api/v1/assets?q=apple");
        requests.put("getAsset.json", "/api/v1/assets/AAPL");
        requests.put("getPrices.json", "/api/v1/assets/AAPL/prices?start=2014-06-06&limit=2");
        requests.put("getPrices.csv", "/api/v1/assets/AAPL/prices?start=2014-06-06&end=2014-06-09&format=csv");
        requests.put("getSignals.json", "/api/v1/signals/AAPL?start_date=2014-12-30");
        requests.put("getObservations.json", "/api/v1/observations/DGS10?start=2014-12-01&limit=3");
        requests.put("getObservations.csv", "/api/v1/observations/DGS10?start=2014-12-01&end=2014-12-03&format=csv");
        requests.put("listCollectionRuns.json", "/api/v1/collection/runs?per_page=2&page=2");
        requests.put("findGaps.json", "/api/v1/collection/gaps?symbol=BTC-USD");
        requests.put("getHealth.json", "/api/v1/health");
        requests.put("getDetailedHealth.json", "/api/v1/health/detailed");
        return requests;
    }

    static String answer(ApiUnderTest api, String request) {
        String body = api.get(request, Map.of("X-Request-ID", REQUEST_ID)).body();
        return steady(body);
    }

    private static String steady(String body) {
        String steady = body.replaceAll("\"execution_time_ms\":\\d+", "\"execution_time_ms\":3")
                .replaceAll("\"latency_ms\":[0-9.]+", "\"latency_ms\":0.4");
        return steady.replaceAll("\"id\":\"(?!00000000)[0-9a-f-]{36}\"", "\"id\":\"" + ASSET_ID + "\"");
    }
}
