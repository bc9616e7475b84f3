package io.lumia.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.lumia.kernel.AppException;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Where a list ends. A list of entities has numbered pages; a time series goes on with a token. Only the fields of the
 * kind at hand are written.
 *
 * @param page          from 1
 * @param perPage       at most {@link #MAX_PER_PAGE}
 * @param limit         points asked for
 * @param nextPageToken absent on the last page
 */
@Serdeable
public record Pagination(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer page,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer perPage,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long totalPages,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long totalItems,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer limit,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextPageToken) {

    public static final int DEFAULT_PER_PAGE = 50;
    public static final int MAX_PER_PAGE = 200;

    /** A numbered page; an empty list has zero pages. */
    public static Pagination ofPages(int page, int perPage, long totalItems) {
        if (page < 1) {
            throw AppException.invalid("page", page, "1 or more");
        }
        if (perPage < 1 || perPage > MAX_PER_PAGE) {
            throw AppException.invalid("per_page", perPage, "1 to " + MAX_PER_PAGE);
        }
        return new Pagination(page, perPage, Math.ceilDiv(totalItems, perPage), totalItems, null, null);
    }

    /** A stretch of a time series; without a token it was the last. */
    public static Pagination ofToken(int limit, @Nullable String nextPageToken) {
        return new Pagination(null, null, null, null, limit, nextPageToken);
    }
}
