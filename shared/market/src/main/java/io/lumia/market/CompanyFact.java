package io.lumia.market;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One number as a company reported it in one filing (XBRL). A later filing that tells the same number again, or another
 * one, is another fact: what was known before it came stays known.
 *
 * @param cik          SEC central index key without leading zeros
 * @param concept      taxonomy and tag, such as {@code us-gaap:NetIncomeLoss}
 * @param unit         as reported, such as {@code USD}, {@code shares}, {@code USD/shares}
 * @param start        first day of the period; null for a balance
 * @param end          last day of the period, or the day of a balance
 * @param value        in {@code unit}
 * @param accession    the filing, such as {@code 0001835632-24-000123}
 * @param form         of the filing, such as {@code 10-Q}
 * @param filed        the filing's date at the SEC; its acceptance time is in {@link Filing}
 * @param fiscalYear   of the filing, not of the period; null where it gives none
 * @param fiscalPeriod of the filing, not of the period: FY, Q1, Q2, Q3
 * @param frame        the calendar frame for which the SEC takes this as the newest report; null where it is not
 */
public record CompanyFact(
        String cik,
        String concept,
        String unit,
        @Nullable LocalDate start,
        LocalDate end,
        double value,
        String accession,
        String form,
        LocalDate filed,
        @Nullable Integer fiscalYear,
        @Nullable String fiscalPeriod,
        @Nullable String frame) {}
