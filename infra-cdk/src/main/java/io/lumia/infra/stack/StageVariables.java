package io.lumia.infra.stack;

import io.lumia.infra.settings.StageSettings;
import io.lumia.infra.settings.StageSettings.Issuer;
import io.lumia.platform.lambda.FunctionDefinition;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a stage's settings say that functions are told: values for variables of {@code function.json}, and issuers. */
final class StageVariables {

    private StageVariables() {}

    /** A variable that a function.json names has this value on the stage; what the stage says nothing of keeps its own. */
    static String valueOf(String variable, String otherwise, StageSettings settings) {
        return switch (variable) {
            case "LUMIA_AUDIT_RETENTION_YEARS" ->
                String.valueOf(settings.accounts().auditRetentionYears());
            case "LUMIA_PROVIDERS_CONTACT" -> settings.providers().contact();
            default -> otherwise;
        };
    }

    /** Other issuers' tokens are looked at by the function that says who calls, and nowhere else. */
    static Map<String, String> issuers(FunctionDefinition function, StageSettings settings) {
        Map<String, String> variables = new TreeMap<>();
        if (function.name().equals(Names.AUTHORISER)) {
            settings.accounts().issuers().forEach((name, issuer) -> addIssuer(name, issuer, variables));
        }
        return variables;
    }

    /** As {@code IssuerConfiguration} of the accounts reads it. */
    private static void addIssuer(String name, Issuer issuer, Map<String, String> variables) {
        String prefix = "LUMIA_ACCOUNTS_ISSUERS_%s_".formatted(Names.variable(name));
        add(prefix + "ISSUER", issuer.issuer(), variables);
        add(prefix + "KEY_SET", issuer.keySet(), variables);
        add(prefix + "AUDIENCES", list(issuer.audiences()), variables);
        add(prefix + "AUDIENCE_CLAIM", issuer.audienceClaim(), variables);
        add(prefix + "ALGORITHMS", list(issuer.algorithms()), variables);
        add(prefix + "TYPES", list(issuer.types()), variables);
        add(prefix + "REQUIRED", list(issuer.required()), variables);
        add(prefix + "ROLE_CLAIM", issuer.roleClaim(), variables);
        add(prefix + "ROLES", list(issuer.roles()), variables);
        add(prefix + "SCOPE_CLAIM", issuer.scopeClaim(), variables);
        add(prefix + "SCOPES", list(issuer.scopes()), variables);
        add(prefix + "MOST_LIFETIME", issuer.mostLifetimeHours() + "h", variables);
    }

    private static void add(String variable, String value, Map<String, String> variables) {
        if (!value.isEmpty()) {
            variables.put(variable, value);
        }
    }

    private static String list(List<String> texts) {
        return String.join(",", texts);
    }
}
