package io.lumia.market;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document that a company or person filed with the SEC.
 *
 * @param cik               of the filer, without leading zeros
 * @param accession         such as {@code 0000320193-24-000123}
 * @param acceptedAt        when the SEC took it in: from then on it is public
 * @param acceptedAtAssumed whether the source does not say so clearly, and {@code acceptedAt} is the latest it can be
 * @param reportDate        last day of the period it is about; null where it has none
 * @param primaryDocument   file name; empty where there is none
 * @param items             of a form 8-K, such as {@code 2.02,9.01}; empty elsewhere
 */
public record Filing(
        String cik,
        String accession,
        String form,
        LocalDate filed,
        Instant acceptedAt,
        boolean acceptedAtAssumed,
        @Nullable LocalDate reportDate,
        String primaryDocument,
        String description,
        String items) {

    /** Of a known acceptance time. */
    public Filing(
            String cik,
            String accession,
            String form,
            LocalDate filed,
            Instant acceptedAt,
            @Nullable LocalDate reportDate,
            String primaryDocument,
            String description,
            String items) {
        this(cik, accession, form, filed, acceptedAt, false, reportDate, primaryDocument, description, items);
    }
}
