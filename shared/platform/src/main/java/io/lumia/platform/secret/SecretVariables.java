package io.lumia.platform.secret;

import io.lumia.kernel.AppException;
import io.micronaut.context.env.MapPropertySource;
import io.micronaut.context.env.PropertySource;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** Environment variables whose values lie elsewhere. */
public final class SecretVariables {

    /** Each is a call at the start of a process, which has ten seconds on Lambda. */
    static final int MOST = 16;

    /** What one JSON secret may hold. */
    static final int MOST_KEYS = 64;

    private static final Logger LOG = LoggerFactory.getLogger(SecretVariables.class);
    private static final String KEY_RING = "_KEYS";
    private static final Pattern KEY_NAME = Pattern.compile("[a-z][a-z0-9_-]{0,39}");
    private static final String PREFIX = "LUMIA_SECRETS_";
    private static final String TARGET = "LUMIA_";

    private SecretVariables() {}

    /**
     * For each {@code LUMIA_SECRETS_NAME} the variable {@code LUMIA_NAME}, as a source of properties; for each
     * {@code LUMIA_SECRETS_OWNERS_KEYS}, which is one JSON object of keys by name, the variables {@code LUMIA_OWNERS_NAME_KEY}.
     * Nothing is asked for where none is named.
     *
     * @param environment of the process
     */
    public static PropertySource of(Map<String, String> environment, SecretSource source) {
        Map<String, Object> values = new LinkedHashMap<>();
        named(environment).forEach((variable, arn) -> {
            String target = TARGET + variable.substring(PREFIX.length());
            if (environment.containsKey(target)) {
                throw AppException.invalid(target, "(hidden)", "nothing beside " + variable + ", which says it too");
            }
            String value = source.value(SecretArn.parse(variable, arn));
            if (target.endsWith(KEY_RING)) {
                values.putAll(keys(target, value, environment));
            } else {
                values.put(target, value);
            }
        });
        return new Variables(values);
    }

    /** Where a secret lies, as {@code function.json} names it: {@code LUMIA_SECRETS_ACCOUNTS_PEPPERS} of {@code accounts-peppers}. */
    public static String variable(String secret) {
        return PREFIX + inCapitals(secret);
    }

    private static String inCapitals(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Whether a secret of that name, as {@code function.json} has it, is one JSON object of keys: {@code providers-keys}. */
    public static boolean isKeyRing(String secret) {
        return secret.endsWith("-keys");
    }

    /** {@code {"tiingo": "…"}} of {@code LUMIA_PROVIDERS_KEYS} is {@code LUMIA_PROVIDERS_TIINGO_KEY}. */
    private static Map<String, Object> keys(String ring, String json, Map<String, String> environment) {
        Map<String, JsonNode> members = members(ring, json);
        String owner = ring.substring(0, ring.length() - KEY_RING.length());
        Map<String, Object> keys = new TreeMap<>();
        members.forEach((name, value) -> {
            if (!KEY_NAME.matcher(name).matches() || !value.isString()) {
                throw AppException.invalid(ring, "(hidden)", "names of %s, each with a text".formatted(KEY_NAME));
            }
            String variable = owner + "_" + inCapitals(name) + "_KEY";
            if (environment.containsKey(variable) || keys.put(variable, value.asString()) != null) {
                throw AppException.invalid(variable, "(hidden)", "said once, here or in the secret of " + ring);
            }
        });
        LOG.info("{} key(s) in the secret of {}: {}", keys.size(), ring, keys.isEmpty() ? "none" : keys.keySet());
        return keys;
    }

    private static Map<String, JsonNode> members(String ring, String json) {
        try {
            // Of an empty text the parser makes no node at all.
            JsonNode root = JsonNode.parser().parse(json.isBlank() ? "null" : json);
            if (root.isObject() && root.asObject().size() <= MOST_KEYS) {
                return root.asObject();
            }
        } catch (UncheckedIOException _) {
            // Refused below: the parser's own words could quote a key.
        }
        throw AppException.invalid(ring, "(hidden)", "one JSON object of at most %d keys".formatted(MOST_KEYS));
    }

    /** Named as environment variables are, and so read as they are. */
    private static final class Variables extends MapPropertySource {

        private Variables(Map<String, Object> values) {
            super("secrets", values);
        }

        @Override
        public PropertyConvention getConvention() {
            return PropertyConvention.ENVIRONMENT_VARIABLE;
        }
    }

    private static Map<String, String> named(Map<String, String> environment) {
        Map<String, String> named = new TreeMap<>();
        environment.forEach((variable, arn) -> {
            if (variable.startsWith(PREFIX) && variable.length() > PREFIX.length()) {
                named.put(variable, arn);
            }
        });
        if (named.size() > MOST) {
            throw AppException.invalid(PREFIX + "…", named.size() + " variables", "at most " + MOST);
        }
        return named;
    }
}
