package io.lumia.local.runtime;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.Trigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which function answers a request, by the routes in its {@code function.json}, as a REST API's resources decide it: a
 * path in plain text goes before one with a parameter. A method that no function has at a path goes to a function that has
 * the path, which refuses it in the API's own words.
 */
final class ApiRoutes {

    private static final String ANY = "ANY";

    private final List<Route> routes;

    ApiRoutes(List<FunctionDefinition> definitions) {
        this.routes = definitions.stream()
                .flatMap(ApiRoutes::routesOf)
                .sorted(Comparator.comparingInt(Route::parameters))
                .toList();
        refuseDoubles();
    }

    /** One line of a function's {@code function.json}. */
    record Route(FunctionDefinition function, String method, String path, boolean authorised, List<String> segments) {

        int parameters() {
            return (int) segments.stream().filter(ApiRoutes::isParameter).count();
        }

        boolean hasPath(List<String> path) {
            for (int i = 0; i < segments.size(); i++) {
                boolean takesTheRest = segments.get(i).endsWith("+}");
                if (takesTheRest || i >= path.size()) {
                    return takesTheRest && i < path.size();
                }
                if (!isParameter(segments.get(i)) && !segments.get(i).equals(path.get(i))) {
                    return false;
                }
            }
            return segments.size() == path.size();
        }

        boolean hasMethod(String asked) {
            return method.equals(ANY) || method.equals(asked);
        }
    }

    /**
     * The route that answers; of the methods of its path another one where none takes this. Fails with NOT_FOUND where no
     * function has the path.
     */
    Route routeFor(String method, String path) {
        List<String> segments = segments(path);
        List<Route> found =
                routes.stream().filter(route -> route.hasPath(segments)).toList();
        return Stream.concat(found.stream().filter(route -> route.hasMethod(method)), found.stream())
                .findFirst()
                .orElseThrow(() -> new AppException(
                        ErrorCode.NOT_FOUND, "nothing is at %s %s; /docs lists what there is".formatted(method, path)));
    }

    private static Stream<Route> routesOf(FunctionDefinition definition) {
        return definition.trigger() instanceof Trigger.Http http
                ? http.routes().stream()
                        .map(route -> new Route(
                                definition, route.method(), route.path(), route.authorised(), segments(route.path())))
                : Stream.empty();
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    /** A slash at the end means nothing. */
    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>(List.of(path.split("/", -1)));
        if (segments.getLast().isEmpty()) {
            segments.removeLast();
        }
        return segments;
    }

    private void refuseDoubles() {
        Set<String> seen = new HashSet<>();
        for (Route route : routes) {
            String name = route.method() + " " + String.join("/", route.segments());
            if (!seen.add(name)) {
                throw AppException.invalid(
                        "route of function " + route.function().name(), name, "one function each");
            }
        }
    }
}
