package io.lumia.market.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.CompanyFact;
import io.lumia.market.Filing;
import io.lumia.market.QuarantineReason;
import io.lumia.market.provider.ParsedAnswer.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FilingChecksTest {

    private static final LocalDate TODAY = LocalDate.parse("2024-02-01");

    @Test
    void keepsAReportFiledOnTheLastDayAndRefusesTheNext() {
        var checked = CompanyFactChecks.check(
                rows(
                        fact("2023-01-01", "2023-12-31", "2024-02-01", 1),
                        fact("2023-01-01", "2023-12-31", "2024-02-02", 2)),
                TODAY);

        assertThat(checked.accepted()).extracting(CompanyFact::value).containsExactly(1.0);
        assertThat(checked.rejected()).extracting(r -> r.reason()).containsExactly(QuarantineReason.FUTURE_DATE);
    }

    @Test
    void refusesPeriodsThatCannotBe() {
        var checked = CompanyFactChecks.check(
                rows(
                        fact("2023-12-31", "2023-01-01", "2024-01-30", 1),
                        fact(null, "2024-01-31", "2024-01-30", 2),
                        fact("0001-01-01", "2023-12-31", "2024-01-30", 3),
                        fact("2023-12-31", "2023-12-31", "2024-01-30", 4)),
                TODAY);

        assertThat(checked.accepted()).extracting(CompanyFact::value).containsExactly(4.0);
        assertThat(checked.rejected())
                .extracting(r -> r.reason())
                .containsOnly(QuarantineReason.INVALID_PERIOD)
                .hasSize(3);
    }

    @Test
    void refusesWhatIsNoNumberAndWhatIsThereAlready() {
        var checked = CompanyFactChecks.check(
                rows(
                        fact(null, "2023-12-31", "2024-01-30", Double.NaN),
                        fact(null, "2023-12-31", "2024-01-30", -5),
                        fact(null, "2023-12-31", "2024-01-30", -6)),
                TODAY);

        assertThat(checked.accepted()).extracting(CompanyFact::value).containsExactly(-5.0);
        assertThat(checked.rejected())
                .extracting(r -> r.reason())
                .containsExactly(QuarantineReason.NON_FINITE_PRICE, QuarantineReason.DUPLICATE);
    }

    @Test
    void judgesFilingsByTheirDates() {
        var checked = FilingChecks.check(
                rows(
                        filing("0000000001-24-000001", "2024-02-01", "2024-02-02T03:00:00Z"),
                        filing("0000000001-24-000001", "2024-02-01", "2024-02-02T03:00:00Z"),
                        filing("0000000001-24-000001", "2024-01-31", "2024-02-01T03:00:00Z"),
                        filing("0000000001-24-000002", "2024-02-02", "2024-02-01T23:00:00Z"),
                        filing("0000000001-24-000003", "1901-01-01", "1901-01-01T23:00:00Z")),
                TODAY);

        assertThat(checked.accepted()).extracting(Filing::accession).containsExactly("0000000001-24-000001");
        assertThat(checked.rejected())
                .extracting(r -> r.reason())
                .containsExactly(
                        QuarantineReason.DUPLICATE, QuarantineReason.FUTURE_DATE, QuarantineReason.INVALID_PERIOD);
    }

    @SafeVarargs
    private static <T> List<Row<T>> rows(T... values) {
        return Stream.of(values)
                .map(value -> new Row<>(1, "ACME", value, "raw"))
                .toList();
    }

    private static CompanyFact fact(@Nullable String start, String end, String filed, double value) {
        return new CompanyFact(
                "1",
                "us-gaap:Assets",
                "USD",
                start == null ? null : LocalDate.parse(start),
                LocalDate.parse(end),
                value,
                "0000000001-24-000001",
                "10-K",
                LocalDate.parse(filed),
                2023,
                "FY",
                null);
    }

    private static Filing filing(String accession, String filed, String acceptedAt) {
        return new Filing("1", accession, "10-K", LocalDate.parse(filed), Instant.parse(acceptedAt), null, "", "", "");
    }
}
