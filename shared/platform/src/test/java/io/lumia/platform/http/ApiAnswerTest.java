package io.lumia.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCategory;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.json.JsonCodec;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ApiAnswerTest {

    private static final ApplicationContext CONTEXT = ApplicationContext.run();
    private static final Instant NOW = Instant.parse("2017-12-29T21:00:00Z");

    private final JsonCodec json = CONTEXT.getBean(JsonCodec.class);

    @Serdeable
    record Price(BigDecimal closePrice) {}

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Test
    void writesTheEnvelopeOfASuccess() {
        AnswerMetadata metadata =
                AnswerMetadata.of(NOW, "request-12345", 12).withAsOf(NOW).withWarnings(List.of("thin"));

        assertThat(json.write(ApiAnswer.of(new Price(new BigDecimal("175.84")), metadata)))
                .isEqualTo("{\"success\":true,\"data\":{\"close_price\":175.84},\"message\":null,"
                        + "\"metadata\":{\"timestamp\":\"2017-12-29T21:00:00Z\",\"request_id\":\"request-12345\","
                        + "\"execution_time_ms\":12,\"api_version\":\"v1\",\"as_of\":\"2017-12-29T21:00:00Z\","
                        + "\"snapshot_id\":null,\"warnings\":[\"thin\"]},\"pagination\":null}");
    }

    @Test
    void writesListsWithTheFieldsOfTheirKindOfPagination() {
        AnswerMetadata metadata = AnswerMetadata.of(NOW, "request-12345", 12);

        assertThat(json.write(ApiAnswer.of(List.of(), metadata, Pagination.ofPages(2, 50, 101))))
                .contains("\"data\":[]")
                .contains("\"pagination\":{\"page\":2,\"per_page\":50,\"total_pages\":3,\"total_items\":101}");
        assertThat(json.write(ApiAnswer.of(List.of(), metadata, Pagination.ofToken(500, "abc"))))
                .contains("\"pagination\":{\"limit\":500,\"next_page_token\":\"abc\"}");
        assertThat(json.write(ApiAnswer.of(List.of(), metadata, Pagination.ofToken(500, null))))
                .contains("\"pagination\":{\"limit\":500}");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "50, 1", "51, 2", "10000, 200"})
    void countsPages(long items, long pages) {
        assertThat(Pagination.ofPages(1, 50, items).totalPages()).isEqualTo(pages);
    }

    @ParameterizedTest
    @CsvSource({"0, 50", "1, 0", "1, 201", "-1, 50"})
    void refusesPagesOutsideTheRange(int page, int perPage) {
        assertThatThrownBy(() -> Pagination.ofPages(page, perPage, 1))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT));
    }

    @Test
    void writesTheEnvelopeOfAFailure() {
        ApiFailure failure = ApiFailure.of(
                ErrorCode.UNKNOWN_FIELD,
                "no such parameter",
                List.of(new ApiFailure.FieldError("sektor", "UNKNOWN_FIELD", "did you mean sector?")),
                NOW,
                "request-12345");

        assertThat(json.write(failure))
                .isEqualTo("{\"success\":false,\"error\":{\"code\":\"UNKNOWN_FIELD\",\"message\":\"no such parameter\","
                        + "\"details\":{\"fields\":[{\"path\":\"sektor\",\"code\":\"UNKNOWN_FIELD\","
                        + "\"message\":\"did you mean sector?\"}]},\"timestamp\":\"2017-12-29T21:00:00Z\","
                        + "\"request_id\":\"request-12345\"}}");
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void blamesTheCallerWithA4xxAndNobodyElse(ErrorCode code) {
        int status = HttpStatuses.of(code);

        assertThat(status).isBetween(400, 599);
        if (code.category() == ErrorCategory.CALLER) {
            assertThat(status).isLessThan(500);
        } else if (code != ErrorCode.LIMIT_REACHED) {
            assertThat(status).isGreaterThanOrEqualTo(500);
        }
    }

    @Test
    void asksToRetryOnlyWhereThatHelps() {
        assertThat(HttpStatuses.isRetryable(ErrorCode.DATABASE_UNAVAILABLE)).isTrue();
        assertThat(HttpStatuses.isRetryable(ErrorCode.LIMIT_REACHED)).isTrue();
        assertThat(HttpStatuses.isRetryable(ErrorCode.INVALID_INPUT)).isFalse();
        assertThat(HttpStatuses.isRetryable(ErrorCode.INTERNAL)).isFalse();
    }
}
