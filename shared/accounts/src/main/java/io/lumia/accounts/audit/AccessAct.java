package io.lumia.accounts.audit;

import java.util.Map;

/** What callers whom we know asked for. */
public sealed interface AccessAct extends SecurityAct {

    /**
     * Somebody asked for what he has no scope for.
     *
     * @param routeClass what the route is about, such as {@code collection}
     * @param route      with parameters in braces
     */
    record AccessRefused(String routeClass, String method, String route, String scope) implements AccessAct {
        @Override
        public String kind() {
            return "access.refused";
        }

        @Override
        public String subject() {
            return "routes/" + routeClass;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("method", method, "route", route, "scope", scope);
        }
    }
}
