package io.lumia.web.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.kernel.access.Principal;
import io.lumia.kernel.access.Principal.Kind;
import io.lumia.kernel.access.Role;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.http.Admission;
import io.lumia.web.access.RouteAccess;
import io.lumia.web.testing.ApiCalls.Answer;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route of a function, with every kind of caller: who is let in and who is not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AccessRules {

    private static final String SOMEBODY = "01935a1e-0000-7000-8000-000000000001";

    protected abstract ApiCalls api();

    /** A route as the router knows it. */
    public record Route(String method, String template, RouteAccess access) {

        /** With a name in the place of each parameter that nothing has. */
        String path() {
            return template.replaceAll("\\{/?\\??[a-z_,]*id}", "01935a1e-0000-7000-8000-00000000dead")
                    .replaceAll("\\{[^}]*}", "nosuch");
        }

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    Stream<Route> routes() {
        return api().bean(Router.class)
                .uriRoutes()
                .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                .filter(route -> route.getUriMatchTemplate().toPathString().startsWith("/"))
                .map(AccessRules::route)
                .distinct();
    }

    private static Route route(UriRouteInfo<?, ?> route) {
        return new Route(route.getHttpMethodName(), route.getUriMatchTemplate().toPathString(), RouteAccess.of(route));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void saysWhoMayCallIt(Route route) {
        assertThat(route.access()).isNotInstanceOf(RouteAccess.Unstated.class);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void isClosedToRequestsThatNobodyAdmitted(Route route) {
        Answer answer = api().sendUnadmitted(route.method(), route.path());

        if (route.access() instanceof RouteAccess.Open) {
            assertThat(answer.status()).isNotIn(401, 403);
        } else {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.at("error", "code")).isEqualTo("UNAUTHENTICATED");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void letsInWhoeverHasTheScopeAndNobodyElse(Route route) {
        for (Principal caller : callers()) {
            Answer answer = api().sendAs(new Admission(caller, null), route.method(), route.path(), Map.of(), null);

            switch (route.access()) {
                case RouteAccess.Scoped needs
                when !caller.may(needs.scope()) ->
                    assertThat(answer.status())
                            .as("%s as %s", route, caller)
                            .isEqualTo(caller.isAuthenticated() ? 403 : 401);
                case RouteAccess.Scoped _, RouteAccess.Open _, RouteAccess.Unstated _ ->
                    assertThat(answer.status()).as("%s as %s", route, caller).isNotIn(401, 403);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void refusesWhoeverHasUsedUpTheHour(Route route) {
        Admission.Quota none = new Admission.Quota(100, 0, 1_420_203_700L, 100L);
        Answer answer =
                api().sendAs(new Admission(person(Role.ADMIN), none), route.method(), route.path(), Map.of(), null);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("100");
        assertThat(answer.header("X-RateLimit-Limit")).isEqualTo("100");
        assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(answer.header("X-RateLimit-Reset")).isEqualTo("1420203700");
    }

    /** One of each role, and partners with one scope only. */
    private static List<Principal> callers() {
        Stream<Principal> people = Stream.of(Role.values()).map(AccessRules::person);
        Stream<Principal> partners = Stream.of(Scope.values())
                .map(scope -> new Principal(Kind.PARTNER, SOMEBODY, Role.ADMIN, Set.of(scope), null));
        return Stream.of(Stream.of(Principal.ANONYMOUS, Principal.UNKNOWN), people, partners)
                .flatMap(callers -> callers)
                .toList();
    }

    private static Principal person(Role role) {
        return new Principal(Kind.PERSON, SOMEBODY, role, role.scopes(), null);
    }
}
