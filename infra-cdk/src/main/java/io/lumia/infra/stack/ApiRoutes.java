package io.lumia.infra.stack;

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
 * The routes of all functions.
 *
 * @param open in the order of their paths
 */
record ApiRoutes(List<Open> open) {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
    private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)\\+?}");

    ApiRoutes {
        open = List.copyOf(open);
    }

    /** A route and who answers it. */
    record Open(String function, String method, String path, boolean authorised) {

        String title() {
            return method + " " + path;
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

    /** Fails where no function says who calls: then nothing could be asked of anybody. */
    static ApiRoutes of(List<FunctionDefinition> functions) {
        List<String> names = functions.stream().map(FunctionDefinition::name).toList();
        if (!names.contains(Names.AUTHORISER)) {
            throw AppException.invalid("functions", names, "among them " + Names.AUTHORISER + ", which says who calls");
        }
        return new ApiRoutes(all(functions));
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
