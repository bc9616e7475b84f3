package io.lumia.functions.keepaccounts;

import io.lumia.accounts.partner.MirrorKeys;
import io.lumia.accounts.personal.ForgetExpired;
import io.lumia.accounts.quota.ForgetIdleQuotas;
import io.lumia.accounts.webhook.delivery.DeliveryDesk;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The use case: every step by itself, so that one that fails holds up none of the others. */
@Singleton
@Requires(
        beans = {ForgetExpired.class, ForgetIdleQuotas.class, DeliveryDesk.class, KeepAuditLog.class, MirrorKeys.class})
public final class KeepAccounts {

    private static final Logger LOG = LoggerFactory.getLogger(KeepAccounts.class);

    private final List<Step> steps;

    KeepAccounts(
            ForgetExpired expired,
            ForgetIdleQuotas quotas,
            DeliveryDesk messages,
            KeepAuditLog audit,
            MirrorKeys gateway) {
        this.steps = List.of(
                new Step("expired", expired::forget),
                new Step("quotas", quotas::forget),
                new Step("messages", messages::forgetOld),
                new Step("audit", audit::keep),
                new Step("gateway keys", () -> gateway.reconcile().removed()));
    }

    /** Fails at the end, naming the steps that did. */
    public void keep() {
        List<String> failed = new ArrayList<>();
        for (Step step : steps) {
            if (!succeeds(step)) {
                failed.add(step.name());
            }
        }
        if (!failed.isEmpty()) {
            throw new AppException(
                    ErrorCode.INTERNAL,
                    "of accounts' daily upkeep failed: %s; the log above says why"
                            .formatted(String.join(", ", failed)));
        }
    }

    private static boolean succeeds(Step step) {
        try {
            long gone = step.work().getAsLong();
            LOG.info("{}: {} rows went", step.name(), gone);
            return true;
        } catch (RuntimeException e) {
            LOG.error("{} failed", step.name(), e);
            return false;
        }
    }

    /** @param work returns how many rows went */
    private record Step(String name, LongSupplier work) {}
}
