package io.lumia.web.http;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says in every answer of a route that goes away since when (RFC 9745) and until when (RFC 8594) it is there. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class RetiringFilter {

    static final String DEPRECATION = "Deprecation";
    static final String SUNSET = "Sunset";

    /** RFC 9110, section 5.6.7: two digits of the day, which RFC 1123 does not ask for. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    @ResponseFilter
    void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        RouteAttributes.getRouteMatch(request)
                .map(route -> route.getAnnotationMetadata().getAnnotation(Retiring.class))
                .ifPresent(retiring -> tell(response, beginning(retiring, "since"), beginning(retiring, "sunset")));
    }

    private static void tell(MutableHttpResponse<?> response, Instant since, Instant sunset) {
        response.getHeaders().set(DEPRECATION, "@" + since.getEpochSecond());
        response.getHeaders().set(SUNSET, HTTP_DATE.format(sunset));
    }

    private static Instant beginning(AnnotationValue<Retiring> retiring, String date) {
        return LocalDate.parse(retiring.getRequiredValue(date, String.class))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
