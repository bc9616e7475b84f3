package io.lumia.web.http;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.platform.http.Pagination;
import io.lumia.web.access.RouteAccess;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.json.JsonMapper;
import io.micronaut.web.router.RouteAttributes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes the controllers' answers: as JSON or CSV, with an entity tag of the data, its caching rule, and 304 for who has
 * it already; what a writing request did is never kept. The tag is a hash of what was asked for, not of the envelope's time stamps: it is weak for JSON (RFC 9110,
 * section 8.8.1), strong for CSV.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
final class AnswerFilter {

    private static final String VARY_BY_CALLER = "Accept, Authorization, X-API-Key";
    private static final String CSV = "text/csv; charset=utf-8; header=present";

    /** Stands in the envelope where the data goes; nothing that a caller can influence comes before it. */
    private static final String DATA = "<data>";

    private static final byte[] DATA_IN_JSON = ('"' + DATA + '"').getBytes(StandardCharsets.UTF_8);

    private final JsonMapper json;
    private final FailureAnswers failures;

    AnswerFilter(JsonMapper json, FailureAnswers failures) {
        this.json = json;
        this.failures = failures;
    }

    @ResponseFilter
    void write(HttpRequest<?> request, MutableHttpResponse<?> response) {
        @Nullable Object body = RouteAttributes.getHeadBody(response).orElse(response.body());
        if (body instanceof ApiAnswer<?> answer) {
            boolean csv = request.getAttribute(ApiRequest.ATTRIBUTE, ApiRequest.class)
                    .filter(asked -> asked.representation() == ApiRequest.Representation.CSV)
                    .isPresent();
            if (csv && answer.data() instanceof CsvTable table) {
                writeCsv(request, response, answer, table);
            } else {
                writeJson(request, response, answer);
            }
        } else if (body == null && response.code() >= HttpStatus.BAD_REQUEST.getCode()) {
            failures.shape(request, response);
        }
    }

    private void writeCsv(
            HttpRequest<?> request, MutableHttpResponse<?> response, ApiAnswer<?> answer, CsvTable table) {
        byte[] text = CsvWriter.bytes(table);
        describe(response, answer);
        if (isNew(request, response, EntityTag.strong(text))) {
            response.header(HttpHeaders.CONTENT_TYPE, CSV);
            send(request, response, text);
        }
    }

    /** CSV has no envelope: what stands there comes as headers. */
    private static void describe(MutableHttpResponse<?> response, ApiAnswer<?> answer) {
        if (answer.metadata().asOf() != null) {
            response.header("X-As-Of", answer.metadata().asOf().toString());
        }
        for (String warning : answer.metadata().warnings()) {
            response.header("X-Warning", warning);
        }
        @Nullable Pagination pagination = answer.pagination();
        if (pagination != null && pagination.nextPageToken() != null) {
            response.header("X-Next-Page-Token", pagination.nextPageToken());
        }
    }

    private void writeJson(HttpRequest<?> request, MutableHttpResponse<?> response, ApiAnswer<?> answer) {
        byte[] data = bytes(answer.data());
        if (isNew(request, response, EntityTag.weak(data, beside(answer)))) {
            response.contentType(MediaType.APPLICATION_JSON_TYPE);
            send(request, response, envelope(answer, data));
        }
    }

    private static void send(HttpRequest<?> request, MutableHttpResponse<?> response, byte[] text) {
        if (request.getMethod() == HttpMethod.HEAD) {
            response.header(HttpHeaders.CONTENT_LENGTH, Integer.toString(text.length));
        } else {
            response.body(text);
        }
    }

    /** Sets the headers of caching; false, and the answer is a 304, where the caller has the data already. */
    private static boolean isNew(HttpRequest<?> request, MutableHttpResponse<?> response, String tag) {
        if (request.getMethod() != HttpMethod.GET && request.getMethod() != HttpMethod.HEAD) {
            response.header(HttpHeaders.CACHE_CONTROL, Cached.NEVER);
            return true;
        }
        response.header(HttpHeaders.ETAG, tag);
        response.header(HttpHeaders.CACHE_CONTROL, cacheControl(request));
        response.header(HttpHeaders.VARY, isForAll(request) ? HttpHeaders.ACCEPT : VARY_BY_CALLER);
        @Nullable String known = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
        if (known != null && EntityTag.matches(known, tag)) {
            response.status(HttpStatus.NOT_MODIFIED);
            response.body(null);
            return false;
        }
        return true;
    }

    /** What not everybody may see is kept by nobody but the caller. */
    private static String cacheControl(HttpRequest<?> request) {
        String rule = RouteAttributes.getRouteMatch(request)
                .flatMap(route -> route.getAnnotationMetadata().stringValue(Cached.class))
                .orElse(Cached.FIVE_MINUTES);
        return isForAll(request) ? rule : rule.replace("public", "private");
    }

    private static boolean isForAll(HttpRequest<?> request) {
        boolean varies = request.getAttribute(ApiRequest.ATTRIBUTE, ApiRequest.class)
                .filter(ApiRequest::variesByCaller)
                .isPresent();
        return !varies && isOpenToAnybody(request);
    }

    private static boolean isOpenToAnybody(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .map(RouteAccess::of)
                .filter(access -> switch (access) {
                    case RouteAccess.Open _ -> true;
                    case RouteAccess.Scoped needs -> Scope.ANONYMOUS.contains(needs.scope());
                    case RouteAccess.Unstated _ -> false;
                })
                .isPresent();
    }

    /** What else a reader would see change; a page token does with every call, since it holds the time of the first. */
    private static byte[] beside(ApiAnswer<?> answer) {
        @Nullable Pagination pagination = answer.pagination();
        boolean goesOn = pagination != null && pagination.nextPageToken() != null;
        @Nullable Long items = pagination == null ? null : pagination.totalItems();
        String text = answer.metadata().warnings() + "|" + goesOn + "|" + items;
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The data was written once, for its hash; the envelope is written around it. */
    private byte[] envelope(ApiAnswer<?> answer, byte[] data) {
        byte[] frame = bytes(new ApiAnswer<>(true, DATA, answer.message(), answer.metadata(), answer.pagination()));
        int place = indexOfData(frame);
        int after = place + DATA_IN_JSON.length;
        ByteArrayOutputStream whole = new ByteArrayOutputStream(frame.length + data.length);
        whole.write(frame, 0, place);
        whole.writeBytes(data);
        whole.write(frame, after, frame.length - after);
        return whole.toByteArray();
    }

    private static int indexOfData(byte[] frame) {
        int length = DATA_IN_JSON.length;
        for (int i = 0; i <= frame.length - length; i++) {
            if (Arrays.equals(frame, i, i + length, DATA_IN_JSON, 0, length)) {
                return i;
            }
        }
        throw new AppException(ErrorCode.INTERNAL, "the envelope has no place for data");
    }

    private byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (IOException e) {
            String message = "%s cannot be written as JSON: %s"
                    .formatted(value.getClass().getSimpleName(), e.getMessage());
            throw new AppException(ErrorCode.INTERNAL, message, e);
        }
    }
}
