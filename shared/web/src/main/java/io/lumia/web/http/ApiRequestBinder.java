package io.lumia.web.http;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.hash.Sha256;
import io.lumia.platform.http.ApiFailure.FieldError;
import io.lumia.platform.request.RequestIds;
import io.lumia.platform.request.RequestScope;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.RouteMatch;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Makes the {@link ApiRequest} of a controller method. The parameters it allows are the method's own: whatever else is in
 * the query is refused by name, and so is a parameter that comes twice, is empty, too long, or has control characters.
 */
@Singleton
final class ApiRequestBinder implements TypedRequestArgumentBinder<ApiRequest> {

    /** Parameters that are comma-separated lists; all others are single words. */
    private static final Map<String, Integer> LONGEST_LISTS = Map.of(
            "indicators", Limits.MAX_LIST_CHARACTERS,
            "metric", Limits.MAX_LIST_CHARACTERS,
            "assets", Limits.MAX_ASSET_LIST_CHARACTERS);

    private static final Argument<ApiRequest> TYPE = Argument.of(ApiRequest.class);
    private static final Set<String> NOT_PART_OF_THE_QUESTION = Set.of("limit", "page_token", "format");
    private static final int QUESTION_BYTES = 6;

    private final Clock clock;
    private final RequestIds requestIds;
    private final RequestBody bodies;

    /** As many as there are routes. */
    private final Map<RouteInfo<?>, Set<String>> knownParameters = new ConcurrentHashMap<>();

    ApiRequestBinder(Clock clock, RequestIds requestIds, RequestBody bodies) {
        this.clock = clock;
        this.requestIds = requestIds;
        this.bodies = bodies;
    }

    @Override
    public Argument<ApiRequest> argumentType() {
        return TYPE;
    }

    @Override
    public BindingResult<ApiRequest> bind(ArgumentConversionContext<ApiRequest> context, HttpRequest<?> source) {
        ApiRequest request = new ApiRequest(
                clock,
                requestId(),
                question(source),
                refused(source),
                body(source),
                ProxyEvent.admission(source).principal(),
                ProxyEvent.sourceAddress(source));
        boolean csvWanted = source.accept().stream()
                .findFirst()
                .filter(MediaType.TEXT_CSV_TYPE::equals)
                .isPresent();
        request.representation(csvWanted ? ApiRequest.Representation.CSV : ApiRequest.Representation.JSON);
        source.setAttribute(ApiRequest.ATTRIBUTE, request);
        return () -> Optional.of(request);
    }

    private ApiRequest.BodySource body(HttpRequest<?> source) {
        return new ApiRequest.BodySource() {
            @Override
            public boolean isEmpty() {
                return ProxyEvent.body(source).length == 0;
            }

            @Override
            public <T> RequestBody.Reading<T> read(Class<T> type, List<FieldError> errors) {
                return bodies.read(ProxyEvent.body(source), type, errors);
            }
        };
    }

    private String requestId() {
        return RequestScope.current().orElseGet(() -> requestIds.acceptOrNew(null));
    }

    private List<FieldError> refused(HttpRequest<?> source) {
        List<FieldError> errors = new ArrayList<>();
        HttpParameters parameters = source.getParameters();
        Set<String> given = parameters.names();
        if (given.isEmpty()) {
            return errors;
        }
        Set<String> known =
                RouteAttributes.getRouteMatch(source).map(this::known).orElse(Set.of());
        for (String name : given) {
            if (known.contains(name)) {
                refuseIfOdd(name, parameters.getAll(name), errors);
            } else {
                errors.add(unknown(name, known));
            }
        }
        return errors;
    }

    private Set<String> known(RouteMatch<?> route) {
        return route instanceof MethodBasedRouteMatch<?, ?> method
                ? knownParameters.computeIfAbsent(route.getRouteInfo(), _ -> parameters(method))
                : Set.of();
    }

    private static Set<String> parameters(MethodBasedRouteMatch<?, ?> method) {
        return Arrays.stream(method.getArguments())
                .flatMap(argument -> argument.getAnnotationMetadata().stringValue(QueryValue.class).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static FieldError unknown(String name, Set<String> known) {
        String allowed = known.isEmpty() ? "none" : String.join(", ", known);
        AppException refusal = AppException.invalid("parameter", name, allowed);
        return new FieldError(shortened(name), ErrorCode.UNKNOWN_FIELD.name(), String.valueOf(refusal.getMessage()));
    }

    private static String shortened(String name) {
        return name.length() <= Limits.MAX_TEXT_CHARACTERS ? name : name.substring(0, Limits.MAX_TEXT_CHARACTERS) + "…";
    }

    private static void refuseIfOdd(String name, List<String> values, List<FieldError> errors) {
        int most = LONGEST_LISTS.getOrDefault(name, Limits.MAX_TEXT_CHARACTERS);
        String value = values.getFirst();
        if (values.size() > 1) {
            errors.add(odd(name, "%s is given %d times; allowed: once".formatted(name, values.size())));
        } else if (value.isEmpty()) {
            errors.add(odd(name, "%s is empty; leave it out or give it a value".formatted(name)));
        } else if (value.length() > most) {
            errors.add(odd(name, "%s has %d characters; allowed: %d".formatted(name, value.length(), most)));
        } else if (value.chars().anyMatch(ApiRequestBinder::isUnprintable)) {
            errors.add(odd(name, "%s has control characters; allowed: printable text".formatted(name)));
        }
    }

    /** Control characters, and halves of surrogate pairs or U+FFFD, which are what broken UTF-8 becomes. */
    private static boolean isUnprintable(int character) {
        return Character.isISOControl(character) || character == '\uFFFD';
    }

    private static FieldError odd(String name, String message) {
        return new FieldError(name, ErrorCode.INVALID_INPUT.name(), message);
    }

    /** What is asked: the path and all parameters but those of paging and format. */
    private static String question(HttpRequest<?> source) {
        HttpParameters parameters = source.getParameters();
        if (parameters.names().isEmpty()) {
            return fingerprint(source.getPath());
        }
        TreeMap<String, String> sorted = new TreeMap<>();
        for (String name : parameters.names()) {
            if (!NOT_PART_OF_THE_QUESTION.contains(name)) {
                sorted.put(name, String.valueOf(parameters.get(name)));
            }
        }
        return fingerprint(source.getPath() + sorted);
    }

    private static String fingerprint(String text) {
        return HexFormat.of().formatHex(Sha256.of(text), 0, QUESTION_BYTES);
    }
}
