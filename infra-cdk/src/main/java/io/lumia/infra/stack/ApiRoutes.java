package io.lumia.infra.stack;

import io.lumia.infra.settings.StageSettings.WritesWithoutAuthoriser;
import io.lumia.kernel.AppException;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.Trigger.Http;
import io.lumia.platform.lambda.Trigger.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The routes of all functions, and which of them may be there. While no function {@code authorize} is there nobody can be
 * asked who calls; then the settings must say what becomes of routes that change something.
 *
 * @param open    in the order of their paths
 * @param leftOut routes that are not offered
 */
record ApiRoutes(boolean hasAuthoriser, List<Open> open, List<Open> leftOut) {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
    private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)\\+?}");

    ApiRoutes {
        open = List.copyOf(open);
        leftOut = List.copyOf(leftOut);
    }

    /** A route and who answers it. */
    record Open(String function, String method, String path, boolean authorised) {

        String title() {
            return method + " " + path;
        }

        boolean isWrite() {
            return !READING.contains(method);
        }

        /** A browser asks beforehand and can show no credentials then. */
        boolean isPreflight() {
            return method.equals("OPTIONS");
        }

        /** An action on one thing may come without a body; its function decides. */
        boolean needsObject() {
            return WITH_BODY.contains(method)
                    && (method.equals("PUT") || parameters().isEmpty());
        }

        List<String> parameters() {
            List<String> names = new ArrayList<>();
            Matcher parameter = PARAMETER.matcher(path);
            while (parameter.find()) {
                names.add(parameter.group(1));
            }
            return names;
        }
    }

    static ApiRoutes of(List<FunctionDefinition> functions, WritesWithoutAuthoriser rule) {
        boolean hasAuthoriser =
                functions.stream().anyMatch(function -> function.name().equals(Names.AUTHORISER));
        List<Open> all = all(functions);
        List<Open> writes = all.stream().filter(Open::isWrite).toList();
        if (hasAuthoriser || writes.isEmpty()) {
            return new ApiRoutes(hasAuthoriser, all, List.of());
        }
        return switch (rule) {
            case REFUSE -> throw refused(writes);
            case LEAVE_OUT ->
                new ApiRoutes(
                        false, all.stream().filter(route -> !route.isWrite()).toList(), writes);
            case PUBLIC -> new ApiRoutes(false, all, List.of());
        };
    }

    private static AppException refused(List<Open> writes) {
        return AppException.invalid(
                "api.writes_without_authoriser",
                "refuse",
                "leave_out, or a function '%s' that says who calls: anybody could call %s"
                        .formatted(
                                Names.AUTHORISER,
                                String.join(
                                        ", ", writes.stream().map(Open::title).toList())));
    }

    private static List<Open> all(List<FunctionDefinition> functions) {
        Map<String, Open> routes = new TreeMap<>();
        for (FunctionDefinition function : functions) {
            if (function.trigger() instanceof Http http) {
                for (Route route : http.routes()) {
                    Open open = new Open(function.name(), route.method(), route.path(), route.authorised());
                    Open other = routes.putIfAbsent(open.path() + " " + open.method(), open);
                    if (other != null) {
                        throw AppException.invalid(
                                "route of function " + function.name(),
                                open.title(),
                                "one that %s has not taken".formatted(other.function()));
                    }
                }
            }
        }
        return List.copyOf(routes.values());
    }
}
