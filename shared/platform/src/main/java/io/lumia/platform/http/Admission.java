package io.lumia.platform.http;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.kernel.access.Principal;
import io.lumia.kernel.access.Role;
import io.lumia.kernel.access.Scope;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway's authoriser tells the function about a request. It travels as the authoriser's context, which API
 * Gateway puts into the event and no caller can write to; its values are texts.
 *
 * @param quota null where the request was not counted
 */
public record Admission(Principal principal, @Nullable Quota quota) {

    /** The machine's own user, whose requests are not counted. */
    public static final Admission OPERATOR = new Admission(Principal.OPERATOR, null);

    private static final String KIND = "kind";
    private static final String ACTOR = "actor";
    private static final String ROLE = "role";
    private static final String SCOPES = "scopes";
    private static final String KEY = "key_id";
    private static final String LIMIT = "quota_limit";
    private static final String REMAINING = "quota_remaining";
    private static final String RESET = "quota_reset";
    private static final String RETRY_AFTER = "quota_retry_after";

    /**
     * How much the caller may still ask for.
     *
     * @param limit      requests within any hour
     * @param reset      when more are left again, in seconds since 1970, UTC
     * @param retryAfter in how many seconds the request may come again; null where it is granted
     */
    public record Quota(
            int limit, int remaining, long reset, @Nullable Long retryAfter) {

        public boolean isUsedUp() {
            return retryAfter != null;
        }
    }

    /** As the authoriser's context. */
    public Map<String, String> context() {
        Map<String, String> context = new TreeMap<>();
        context.put(KIND, principal.kind().code());
        context.put(ACTOR, principal.actor());
        context.put(SCOPES, Scope.join(principal.scopes()));
        if (principal.role() != null) {
            context.put(ROLE, principal.role().code());
        }
        if (principal.keyId() != null) {
            context.put(KEY, principal.keyId().toString());
        }
        if (quota != null) {
            context.put(LIMIT, Integer.toString(quota.limit()));
            context.put(REMAINING, Integer.toString(quota.remaining()));
            context.put(RESET, Long.toString(quota.reset()));
            if (quota.retryAfter() != null) {
                context.put(RETRY_AFTER, quota.retryAfter().toString());
            }
        }
        return context;
    }

    /**
     * Reads an authoriser's context; of {@link Principal#UNKNOWN} where there is none. Fails with INTERNAL where it is not one
     * of ours.
     */
    public static Admission read(@Nullable Map<String, Object> context) {
        if (context == null || !context.containsKey(KIND)) {
            return new Admission(Principal.UNKNOWN, null);
        }
        try {
            return new Admission(principal(context), context.containsKey(LIMIT) ? quota(context) : null);
        } catch (IllegalArgumentException e) {
            throw new AppException(ErrorCode.INTERNAL, "the authoriser's context cannot be read: " + context, e);
        }
    }

    private static Principal principal(Map<String, Object> context) {
        @Nullable Object role = context.get(ROLE);
        @Nullable Object key = context.get(KEY);
        return new Principal(
                known(Principal.Kind.find(text(context, KIND))),
                text(context, ACTOR),
                role == null ? null : known(Role.find(role.toString())),
                scopes(text(context, SCOPES)),
                key == null ? null : UUID.fromString(key.toString()));
    }

    private static Set<Scope> scopes(String joined) {
        Set<Scope> scopes = new HashSet<>();
        Arrays.stream(joined.split(" "))
                .filter(code -> !code.isEmpty())
                .forEach(code -> scopes.add(known(Scope.find(code))));
        return scopes;
    }

    private static Quota quota(Map<String, Object> context) {
        @Nullable Object retryAfter = context.get(RETRY_AFTER);
        return new Quota(
                Integer.parseInt(text(context, LIMIT)),
                Integer.parseInt(text(context, REMAINING)),
                Long.parseLong(text(context, RESET)),
                retryAfter == null ? null : Long.valueOf(retryAfter.toString()));
    }

    private static String text(Map<String, Object> context, String name) {
        @Nullable Object value = context.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value.toString();
    }

    private static <T> T known(Optional<T> word) {
        return word.orElseThrow(() -> new IllegalArgumentException("an unknown word"));
    }
}
