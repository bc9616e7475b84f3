package io.lumia.functions.marketapi.fundamental;

import io.lumia.market.ReportedNumbers.FilingOfNumber;
import io.lumia.market.ReportedNumbers.ReportedNumber;
import io.lumia.web.asset.AssetInfo;
import io.lumia.web.document.Numbers;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a company reported. */
@Serdeable
@Schema(name = "Fundamentals", description = "What a company reported, the newest period first.")
record FundamentalsView(AssetInfo assetInfo, List<NumberView> numbers) {

    /** One number. */
    @Serdeable
    @Schema(name = "ReportedNumber", description = "A number as one report tells it.")
    record NumberView(
            @Schema(
                    description =
                            "A standard name such as net_income, or the concept of a filing such as us-gaap:NetIncomeLoss.")
            String metric,

            @Schema(description = "Length of its period: instant (a balance), quarter, year or other.")
            String period,

            @Schema(description = "First day of its period; null for a balance.") @Nullable
            LocalDate periodStart,

            @Schema(description = "Last day of its period, or the day of a balance.")
            LocalDate periodEnd,

            @Schema(description = "In the unit, exactly as stored; may be negative.", format = Numbers.EXACT)
            double value,

            @Schema(
                    description =
                            "Currency (ISO 4217) or unit as reported, such as shares or USD/shares; null for a plain number.")
            @Nullable
            String unit,

            @Schema(description = "First day on which the market could know it; of a filing, in New York.")
            LocalDate reportedAt,

            @Schema(description = "The source does not say when it was reported: reported_at is rather too late.")
            boolean reportedAtAssumed,

            @Schema(description = "An earlier report of the same period told another value.")
            boolean restates,

            @Schema(description = "A later report of the same period, known by then, tells another value.")
            boolean superseded,

            @Schema(description = "The filing that it stands in; null where it came without.") @Nullable
            FilingView filing,

            @Schema(description = "Provider that it came from.")
            String source) {

        static NumberView of(ReportedNumber number) {
            FilingOfNumber filing = number.filing();
            return new NumberView(
                    number.name(),
                    number.length().code(),
                    number.periodStart(),
                    number.periodEnd(),
                    number.value(),
                    number.unit().isEmpty() ? null : number.unit(),
                    number.reportedAt(),
                    number.reportedAtAssumed(),
                    number.restates(),
                    number.superseded(),
                    filing == null ? null : FilingView.of(filing),
                    number.source().provider());
        }
    }

    /** A filing. */
    @Serdeable
    @Schema(name = "FilingOfNumber", description = "A filing with the SEC.")
    record FilingView(
            @Schema(description = "Its number at the SEC.") String accession,

            @Schema(description = "Such as 10-K or 10-Q.") String form,

            @Schema(description = "From then on it was public.")
            Instant acceptedAt,

            @Schema(description = "Of the filing, not of the number's period.") @Nullable
            Integer fiscalYear,

            @Schema(description = "Of the filing: FY, Q1, Q2 or Q3.") @Nullable
            String fiscalPeriod) {

        static FilingView of(FilingOfNumber filing) {
            return new FilingView(
                    filing.accession(), filing.form(), filing.acceptedAt(), filing.fiscalYear(), filing.fiscalPeriod());
        }
    }
}
