package io.lumia.recommendation.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.PublicationLag;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class ConfigurationsTest {

    /** Otherwise a monthly rate would be none for some days of each month, until the next one is published. */
    @Test
    void aMonthlyRateCountsUntilTheNextOneMayBeUsed() {
        int allowed = Configurations.CURRENT.returns().riskFreeMaxDays();

        for (LocalDate month = LocalDate.parse("2010-01-01"); month.getYear() < 2030; month = month.plusMonths(1)) {
            LocalDate replaced = PublicationLag.MONTHLY.publicFrom(month.plusMonths(1));
            assertThat(ChronoUnit.DAYS.between(month, replaced)).as("%s", month).isLessThanOrEqualTo(allowed);
        }
    }

    @Test
    void findsAConfigurationByItsVersion() {
        assertThat(Configurations.find("2026-11")).contains(Configurations.CURRENT);
        assertThat(Configurations.find("2026-10")).isEmpty();
    }
}
