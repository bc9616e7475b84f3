package io.lumia.platform.secret;

import io.lumia.kernel.AppException;
import io.micronaut.context.env.MapPropertySource;
import io.micronaut.context.env.PropertySource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Environment variables whose values lie elsewhere. */
public final class SecretVariables {

    /** Each is a call at the start of a process, which has ten seconds on Lambda. */
    static final int MOST = 16;

    private static final String PREFIX = "LUMIA_SECRETS_";
    private static final String TARGET = "LUMIA_";

    private SecretVariables() {}

    /**
     * For each {@code LUMIA_SECRETS_NAME} the variable {@code LUMIA_NAME}, as a source of properties. Nothing is asked for
     * where none is named.
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
            values.put(target, source.value(SecretArn.parse(variable, arn)));
        });
        return new Variables(values);
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
