package io.lumia.accounts.partner.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.accounts.AccountEvents;
import io.lumia.accounts.audit.AuditVerdict;
import io.lumia.accounts.audit.PruneAuditLog;
import io.lumia.accounts.audit.RecordAccountEvent;
import io.lumia.accounts.audit.SealAuditLog;
import io.lumia.accounts.audit.VerifyAuditLog;
import io.lumia.accounts.partner.CheckKey;
import io.lumia.accounts.partner.CountUsage;
import io.lumia.accounts.partner.IssueKey;
import io.lumia.accounts.partner.RevokeKey;
import io.lumia.accounts.partner.RotateKey;
import io.lumia.accounts.pepper.Peppers;
import io.lumia.accounts.quota.ForgetIdleQuotas;
import io.lumia.accounts.quota.TakeQuota;
import io.lumia.accounts.webhook.ManageEndpoints;
import io.lumia.accounts.webhook.delivery.DeliverWebhooks;
import io.lumia.accounts.webhook.delivery.DeliveryDesk;
import io.lumia.accounts.webhook.delivery.PublishWebhook;
import io.lumia.platform.web.WebClient;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WiringTest {

    private static final String PEPPERS = "1:" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final EmbeddedDatabase DATABASE = EmbeddedDatabase.fresh();

    @ParameterizedTest
    @ValueSource(
            classes = {
                IssueKey.class,
                RotateKey.class,
                RevokeKey.class,
                CheckKey.class,
                CountUsage.class,
                TakeQuota.class,
                ForgetIdleQuotas.class,
                RecordAccountEvent.class,
                AccountEvents.class,
                SealAuditLog.class,
                PruneAuditLog.class,
                ManageEndpoints.class,
                PublishWebhook.class,
                DeliverWebhooks.class,
                DeliveryDesk.class,
                WebClient.class
            })
    void everyUseCaseIsThere(Class<?> useCase) {
        try (ApplicationContext context = withPeppers()) {
            assertThat(context.getBean(useCase)).isNotNull();
        }
    }

    @Test
    void theUseCasesMeetTheDatabase() {
        try (ApplicationContext context = withPeppers()) {
            assertThat(context.getBean(VerifyAuditLog.class).verify()).isInstanceOf(AuditVerdict.Intact.class);
            assertThat(context.getBean(DeliverWebhooks.class).deliver()).isZero();
        }
    }

    @Test
    void withoutAPepperThereIsOnlyWhatNeedsNone() {
        try (ApplicationContext context = ApplicationContext.run(DATABASE.properties())) {
            assertThat(context.containsBean(Peppers.class)).isFalse();
            assertThat(context.containsBean(IssueKey.class)).isFalse();
            assertThat(context.containsBean(PublishWebhook.class)).isTrue();
        }
    }

    private static ApplicationContext withPeppers() {
        Map<String, Object> properties = DATABASE.properties();
        properties.put("lumia.accounts.peppers", PEPPERS);
        return ApplicationContext.run(properties);
    }
}
