package io.lumia.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.json.Json;
import io.lumia.local.runtime.FunctionHost;
import io.lumia.local.runtime.Pipeline;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the demo recommends on its last day, and whether that advice would have worked.
 *
 * @param recommendation answer of {@code POST /recommendations}; nothing where it failed
 * @param backtest       data of {@code GET /backtests/{id}}; nothing where it failed
 * @param problems       what went wrong, each with its name first
 */
public record AdviceStory(JsonNode recommendation, JsonNode backtest, List<String> problems) {

    private static final int YEARS = 3;
    private static final Duration WAIT = Duration.ofMinutes(10);
    private static final String BACKTESTS = "/api/v1/backtests";

    public AdviceStory {
        problems = List.copyOf(problems);
    }

    static AdviceStory tell(FunctionHost functions, Pipeline pipeline, LocalDate lastDay) {
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("capital", 25_000);
        question.put("risk_tolerance", "moderate");
        question.put("investment_horizon", "medium");
        try {
            JsonNode recommendation = functions.post("/api/v1/recommendations", question);
            Map<String, Object> order = Map.of(
                    "request", question, "from", lastDay.minusYears(YEARS).toString(), "to", lastDay.toString());
            String id = functions.post(BACKTESTS, order).path("data").path("id").asText();
            pipeline.awaitIdle(WAIT, () -> {});
            JsonNode backtest = functions.get(BACKTESTS + "/" + id, Map.of()).path("data");
            return new AdviceStory(recommendation, backtest, problems(backtest));
        } catch (io.lumia.kernel.AppException e) {
            return new AdviceStory(Json.tree("{}"), Json.tree("{}"), List.of("no_advice: " + e.getMessage()));
        }
    }

    private static List<String> problems(JsonNode backtest) {
        String status = backtest.path("status").asText();
        return status.equals("succeeded")
                ? List.of()
                : List.of("backtest_%s: %s"
                        .formatted(status, backtest.path("failure").asText()));
    }
}
