package io.lumia.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportingLagTest {

    @ParameterizedTest
    @CsvSource({
        "2019-10-01,2019-12-31,2020-02-14", // a quarter: 45 days
        "2019-09-29,2019-12-28,2020-02-11", // a quarter of 13 weeks
        "2019-01-01,2019-12-31,2020-03-30", // a year: 90 days
        "2019-07-01,2019-12-31,2020-03-30", // half a year is not a quarter
        "2019-12-31,2019-12-31,2020-03-30" // a balance may be an annual one
    })
    void aNumberWithoutReportDateCountsAsKnownWhenItsFilingIsDue(LocalDate start, LocalDate end, LocalDate known) {
        assertThat(ReportingLag.of(start, end).reportedAt(end)).isEqualTo(known);
    }
}
