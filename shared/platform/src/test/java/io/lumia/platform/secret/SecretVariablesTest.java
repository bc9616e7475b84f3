package io.lumia.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretVariablesTest {

    private static final String PEPPERS =
            "arn:aws:secretsmanager:us-east-1:123456789012:secret:lumia/dev/accounts-peppers-a1b2c3";

    private final List<String> asked = new ArrayList<>();

    @Test
    void aSecretIsWhatTheVariableWithItsValueWouldBe() {
        Map<String, String> environment = Map.of(
                "LUMIA_SECRETS_ACCOUNTS_PEPPERS", PEPPERS, "LUMIA_SECRETS_ACCOUNTS_KEY_ENCRYPTION_SECRETS", PEPPERS);

        try (ApplicationContext context = start(environment, "b25l,dHdv")) {
            assertThat(context.getProperty("lumia.accounts.peppers", String.class))
                    .contains("b25l,dHdv");
            assertThat(context.getProperty("lumia.accounts.key-encryption.secrets", Argument.listOf(String.class)))
                    .contains(List.of("b25l", "dHdv"));
        }
    }

    @Test
    void eachIsAskedForOnce() {
        try (ApplicationContext context = start(Map.of("LUMIA_SECRETS_PROVIDERS_NASDAQ_KEY", PEPPERS), "key")) {
            context.getProperty("lumia.providers.nasdaq.key", String.class);
            context.getProperty("lumia.providers.nasdaq.key", String.class);
        }

        assertThat(asked).containsExactly(PEPPERS);
    }

    @Test
    void aSecretOfKeysIsOneVariableForEach() {
        String keys = "{\"tiingo\": \"t-1\", \"sec_edgar\": \"s-2\"}";

        try (ApplicationContext context = start(Map.of("LUMIA_SECRETS_PROVIDERS_KEYS", PEPPERS), keys)) {
            assertThat(context.getProperty("lumia.providers.tiingo.key", String.class))
                    .contains("t-1");
            assertThat(context.getProperty("lumia.providers.sec-edgar.key", String.class))
                    .contains("s-2");
        }
    }

    @Test
    void aSecretOfNoKeysLeavesAllProvidersWithoutOne() {
        try (ApplicationContext context = start(Map.of("LUMIA_SECRETS_PROVIDERS_KEYS", PEPPERS), "{}")) {
            assertThat(context.getProperty("lumia.providers.tiingo.key", String.class))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "open-sesame",
                "[\"open-sesame\"]",
                "{\"tiingo\": 7}",
                "{\"TIINGO\": \"open-sesame\"}",
                "{\"a"
            })
    void whatAreNoKeysIsRefusedWithoutShowingIt(String value) {
        assertThatThrownBy(() -> start(Map.of("LUMIA_SECRETS_PROVIDERS_KEYS", PEPPERS), value))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("LUMIA_PROVIDERS_KEYS")
                .hasMessageNotContaining("open-sesame");
    }

    @Test
    void aKeyThatStandsInTheEnvironmentTooIsRefused() {
        Map<String, String> both =
                Map.of("LUMIA_SECRETS_PROVIDERS_KEYS", PEPPERS, "LUMIA_PROVIDERS_TIINGO_KEY", "another");

        assertThatThrownBy(() -> SecretVariables.of(both, _ -> "{\"tiingo\": \"one\"}"))
                .hasMessageContaining("LUMIA_PROVIDERS_TIINGO_KEY")
                .hasMessageNotContainingAny("another", "one\"");
    }

    @Test
    void nobodyIsAskedWhereNoSecretIsNamed() {
        SecretVariables.of(Map.of("LUMIA_EVENTS_BUS_NAME", "lumia"), this::note);

        assertThat(asked).isEmpty();
    }

    @Test
    void aValueThatStandsInTheEnvironmentTooIsRefused() {
        Map<String, String> both =
                Map.of("LUMIA_SECRETS_ACCOUNTS_PEPPERS", PEPPERS, "LUMIA_ACCOUNTS_PEPPERS", "another");

        assertThatThrownBy(() -> SecretVariables.of(both, this::note))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("LUMIA_ACCOUNTS_PEPPERS")
                .hasMessageNotContaining("another");
    }

    @Test
    void whatIsNoNameOfASecretIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> SecretVariables.of(Map.of("LUMIA_SECRETS_PEPPER", "the pepper itself"), this::note))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("LUMIA_SECRETS_PEPPER")
                .hasMessageNotContaining("the pepper itself");
    }

    @Test
    void readsNoMoreThanAStartHasTimeFor() {
        Map<String, String> many = new TreeMap<>();
        for (int number = 0; number <= SecretVariables.MOST; number++) {
            many.put("LUMIA_SECRETS_NUMBER" + number, PEPPERS);
        }

        assertThatThrownBy(() -> SecretVariables.of(many, this::note)).hasMessageContaining("at most 16");
        assertThat(asked).isEmpty();
    }

    private ApplicationContext start(Map<String, String> environment, String value) {
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .propertySources(SecretVariables.of(environment, secret -> {
                    note(secret);
                    return value;
                }))
                .start();
    }

    private String note(SecretArn secret) {
        asked.add(secret.text());
        return "";
    }
}
