package io.lumia.accounts.partner.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.accounts.partner.GatewayKeys;
import io.lumia.accounts.quota.QuotaTier;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiGatewayKeysTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final UUID THREE = new UUID(0, 3);

    private StubGateway gateway;
    private ApplicationContext context;
    private GatewayKeys keys;

    @BeforeEach
    void start() throws IOException {
        gateway = new StubGateway();
        gateway.addPlan("lumia-prod-premium");
        gateway.addPlan("lumia-dev-anonymous");
        gateway.addPlan("lumia-dev-authenticated");
        gateway.addPlan("lumia-dev-premium");
        context = ApplicationContext.run(Map.of(
                "lumia.gateway.keys.prefix", "lumia-dev-",
                "aws.services.apigateway.endpoint-override", gateway.endpoint(),
                "aws.region", "eu-central-1",
                "aws.access-key-id", "local",
                "aws.secret-key", "local"));
        keys = context.getBean(GatewayKeys.class);
    }

    @AfterEach
    void stop() {
        context.close();
        gateway.close();
    }

    @Test
    void aKeyGoesIntoThePlanOfItsTierWithItsIdForItsValue() {
        keys.add(ONE, QuotaTier.PREMIUM);

        assertThat(gateway.inPlan("lumia-dev-premium")).containsExactly("lumia-dev-partner-" + ONE);
        assertThat(gateway.inPlan("lumia-prod-premium")).isEmpty();
        assertThat(gateway.requests)
                .filteredOn(request -> request.startsWith("POST /apikeys"))
                .singleElement()
                .asString()
                .contains("\"value\":\"%s\"".formatted(ONE), "\"enabled\":true");
    }

    @Test
    void addingItAgainChangesNothing() {
        keys.add(ONE, QuotaTier.AUTHENTICATED);
        keys.add(ONE, QuotaTier.AUTHENTICATED);

        assertThat(gateway.namesOfKeys).hasSize(1);
        assertThat(gateway.inPlan("lumia-dev-authenticated")).hasSize(1);
    }

    @Test
    void allAreListedOverPagesWithTheirPlans() {
        keys.add(ONE, QuotaTier.AUTHENTICATED);
        keys.add(TWO, QuotaTier.AUTHENTICATED);
        keys.add(THREE, QuotaTier.PREMIUM);
        gateway.namesOfKeys.put("orphan", "lumia-dev-partner-" + new UUID(0, 4));
        gateway.namesOfKeys.put("other", "lumia-dev-premium");

        assertThat(keys.all())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        ONE,
                        Set.of(QuotaTier.AUTHENTICATED),
                        TWO,
                        Set.of(QuotaTier.AUTHENTICATED),
                        THREE,
                        Set.of(QuotaTier.PREMIUM),
                        new UUID(0, 4),
                        Set.of()));
    }

    @Test
    void removingTakesItAwayAndASecondTimeIsNoFailure() {
        keys.add(ONE, QuotaTier.PREMIUM);

        keys.remove(ONE);
        keys.remove(ONE);

        assertThat(gateway.namesOfKeys).isEmpty();
        assertThat(keys.all()).isEmpty();
    }

    @Test
    void aPlanThatIsNotThereIsNamed() {
        gateway.plans.remove("lumia-dev-premium");

        assertThatThrownBy(() -> keys.add(ONE, QuotaTier.PREMIUM))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("usage plan 'lumia-dev-premium' is not there");
    }

    @Test
    void aGatewayThatCannotAnswerIsAFailureOfTheMoment() {
        gateway.failWith = 503;

        assertThatThrownBy(() -> keys.remove(ONE))
                .isInstanceOfSatisfying(AppException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ErrorCode.TRANSPORT_UNAVAILABLE));
    }

    @Test
    void withoutAPrefixThereIsNoGateway() {
        try (ApplicationContext alone = ApplicationContext.run()) {
            assertThat(alone.containsBean(GatewayKeys.class)).isFalse();
        }
    }
}
