package io.lumia.accounts.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.accounts.Installation;
import io.lumia.accounts.oidc.ExternalIssuer;
import io.lumia.accounts.password.Argon2Settings;
import io.lumia.accounts.session.SignIn;
import io.lumia.accounts.token.CheckToken;
import io.lumia.kernel.access.Role;
import io.lumia.kernel.access.Scope;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WiringTest {

    private static final Map<String, Object> COGNITO = Map.of(
            "lumia.accounts.issuers.cognito.issuer",
            "https://cognito-idp.eu-central-1.amazonaws.com/pool",
            "lumia.accounts.issuers.cognito.audiences",
            List.of("our-client"),
            "lumia.accounts.issuers.cognito.audience-claim",
            "client_id",
            "lumia.accounts.issuers.cognito.key-set",
            "https://cognito-idp.eu-central-1.amazonaws.com/pool/keys",
            "lumia.accounts.issuers.cognito.types",
            List.of("jwt", "none"),
            "lumia.accounts.issuers.cognito.required",
            List.of("token_use=access"),
            "lumia.accounts.issuers.cognito.role-claim",
            "cognito:groups",
            "lumia.accounts.issuers.cognito.roles",
            List.of("Operators=admin", "Advisors=advisor"),
            "lumia.accounts.issuers.cognito.scopes",
            List.of("https://lumia/profile=profile:read"));

    @Test
    void anotherIssuerIsAddedByConfiguration() {
        try (ApplicationContext context = ApplicationContext.run(COGNITO)) {
            ExternalIssuer issuer = context.getBean(IssuerConfiguration.class).issuer();

            assertThat(issuer.name()).isEqualTo("cognito");
            assertThat(issuer.rules().audienceClaim()).isEqualTo("client_id");
            assertThat(issuer.rules().algorithms()).containsExactlyInAnyOrder("RS256", "ES256");
            assertThat(issuer.rules().types()).containsExactlyInAnyOrder("jwt", "");
            assertThat(issuer.rules().mostLifetime()).isEqualTo(Duration.ofHours(24));
            assertThat(issuer.required()).isEqualTo(Map.of("token_use", "access"));
            assertThat(issuer.roles()).isEqualTo(Map.of("Operators", Role.ADMIN, "Advisors", Role.ADVISOR));
            assertThat(issuer.scopes()).isEqualTo(Map.of("https://lumia/profile", Scope.PROFILE_READ));
        }
    }

    /** As a function in the cloud is told, where names are in capitals and a list is a text with commas. */
    @Test
    void anotherIssuerIsAddedByEnvironmentVariables() {
        Map<String, Object> variables = new HashMap<>();
        COGNITO.forEach((name, value) -> variables.put(
                name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"),
                value instanceof List<?> list
                        ? String.join(",", list.stream().map(String::valueOf).toList())
                        : value));

        try (ApplicationContext named = ApplicationContext.run(COGNITO);
                ApplicationContext told = ApplicationContext.run(
                        PropertySource.of("told", variables, PropertySource.PropertyConvention.ENVIRONMENT_VARIABLE))) {
            assertThat(told.getBeansOfType(IssuerConfiguration.class))
                    .singleElement()
                    .extracting(IssuerConfiguration::issuer)
                    .isEqualTo(named.getBean(IssuerConfiguration.class).issuer());
        }
    }

    @Test
    void aMappingToAWordThatIsNotOursIsRefused() {
        Map<String, Object> wrong = new HashMap<>(COGNITO);
        wrong.put("lumia.accounts.issuers.cognito.roles", List.of("Operators=root"));

        try (ApplicationContext context = ApplicationContext.run(wrong)) {
            assertThatThrownBy(() -> context.getBean(IssuerConfiguration.class))
                    .hasStackTraceContaining("lumia.accounts.issuers.cognito.roles is 'Operators=root'");
        }
    }

    @Test
    void symmetricAlgorithmsCannotBeConfigured() {
        Map<String, Object> wrong = new HashMap<>(COGNITO);
        wrong.put("lumia.accounts.issuers.cognito.algorithms", List.of("HS256"));

        try (ApplicationContext context = ApplicationContext.run(wrong)) {
            assertThatThrownBy(() -> context.getBean(IssuerConfiguration.class))
                    .hasStackTraceContaining("algorithms is '[HS256]'");
        }
    }

    @Test
    void everythingIsThereOnceItIsConfigured() {
        try (Installation lumia = new Installation(COGNITO)) {
            assertThat(lumia.context.containsBean(SignIn.class)).isTrue();
            assertThat(lumia.get(CheckToken.class)).isNotNull();
            assertThat(lumia.get(Argon2Settings.class)).isEqualTo(new Argon2Settings(64, 1, 1));
        }
    }

    @Test
    void withoutConfigurationThereIsNothingAndNothingFails() {
        try (ApplicationContext context =
                ApplicationContext.run(EmbeddedDatabase.empty().properties())) {
            assertThat(context.containsBean(SignIn.class)).isFalse();
            assertThat(context.containsBean(CheckToken.class)).isFalse();
            assertThat(context.getBean(Argon2Settings.class)).isEqualTo(Argon2Settings.OWASP);
        }
    }
}
