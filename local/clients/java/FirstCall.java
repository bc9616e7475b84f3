import io.lumia.client.ApiClient;
import io.lumia.client.ApiException;
import io.lumia.client.ApiResponse;
import io.lumia.client.api.PricesApi;
import io.lumia.client.api.PricesApi.APIGetPricesRequest;
import io.lumia.client.api.RecommendationsApi;
import io.lumia.client.api.RecommendationsApi.APIRecommendRequest;
import io.lumia.client.model.PriceSeriesAnswer;
import io.lumia.client.model.Failure;
import io.lumia.client.model.PriceBar;
import io.lumia.client.model.RecommendationOrder;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** First calls through the generated client; its argument is the API's address, its key is in LUMIA_API_KEY. */
public final class FirstCall {

    private static final int MOST_PAGES = 100;

    private final ApiClient client = new ApiClient();

    private FirstCall(String address, String key) {
        client.updateBaseUri(address);
        if (key != null) {
            client.setRequestInterceptor(request -> request.header("X-API-Key", key));
        }
    }

    public static void main(String[] arguments) throws ApiException, IOException {
        String key = System.getenv("LUMIA_API_KEY");
        FirstCall call = new FirstCall(arguments[0], key);
        call.everyPage();
        call.onlyIfChanged();
        call.aRefusal();
        if (key != null) {
            call.sendMoney();
        }
    }

    private void everyPage() throws ApiException {
        String token = null;
        for (int page = 1; page <= MOST_PAGES; page++) {
            PriceSeriesAnswer answer = new PricesApi(client).getPrices(question("AAPL", token));
            for (PriceBar bar : answer.getData().getPrices()) {
                BigDecimal close = bar.getClose();
                System.out.println(bar.getDate() + " " + close.toPlainString());
            }
            token = answer.getPagination().getNextPageToken();
            if (token == null) {
                return;
            }
        }
        throw new IllegalStateException("more than %d pages".formatted(MOST_PAGES));
    }

    private void onlyIfChanged() throws ApiException {
        PricesApi prices = new PricesApi(client);
        ApiResponse<PriceSeriesAnswer> first = prices.getPricesWithHttpInfo(question("AAPL", null));
        String tag = first.getHeaders().get("etag").getFirst();
        try {
            prices.getPrices(question("AAPL", null), Map.of("If-None-Match", tag));
            System.out.println("changed");
        } catch (ApiException e) {
            System.out.println(e.getCode() == 304 ? "not modified" : "failed: " + e.getCode());
        }
    }

    private void aRefusal() throws IOException {
        try {
            new PricesApi(client).getPrices(question("NOPE", null));
        } catch (ApiException e) {
            Failure failure = client.getObjectMapper().readValue(e.getResponseBody(), Failure.class);
            System.out.println(e.getCode() + " " + failure.getError().getCode());
        }
    }

    private void sendMoney() throws ApiException {
        RecommendationOrder order = new RecommendationOrder()
                .capital(new BigDecimal("25000.10"))
                .riskTolerance(RecommendationOrder.RiskToleranceEnum.MODERATE)
                .investmentHorizon(RecommendationOrder.InvestmentHorizonEnum.MEDIUM);
        BigDecimal understood = new RecommendationsApi(client)
                .recommend(APIRecommendRequest.newBuilder().recommendationOrder(order).build())
                .getData()
                .getRequest()
                .getCapital();
        System.out.println("capital " + understood.toPlainString());
    }

    private static APIGetPricesRequest question(String asset, String pageToken) {
        return APIGetPricesRequest.newBuilder()
                .id(asset)
                .start(LocalDate.of(2014, 6, 2))
                .end(LocalDate.of(2014, 6, 13))
                .adjustment("raw")
                .limit(2)
                .pageToken(pageToken)
                .build();
    }
}
