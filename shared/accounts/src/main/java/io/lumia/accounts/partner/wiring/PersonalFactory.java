package io.lumia.accounts.partner.wiring;

import io.lumia.accounts.partner.KeyUsage;
import io.lumia.accounts.partner.PartnerKeys;
import io.lumia.accounts.partner.personal.OwnedKeys;
import io.lumia.accounts.partner.personal.OwnedWebhooks;
import io.lumia.accounts.webhook.Endpoints;
import io.lumia.accounts.webhook.delivery.Deliveries;
import io.lumia.platform.json.JsonCodec;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;

/** What keys and webhooks give to an export and take away with an account. */
@Factory
@Requires(beans = DataSource.class)
final class PersonalFactory {

    @Singleton
    OwnedKeys ownedKeys(PartnerKeys keys, KeyUsage usage, JsonCodec json, Clock clock) {
        return new OwnedKeys(keys, usage, json, clock);
    }

    @Singleton
    OwnedWebhooks ownedWebhooks(Endpoints endpoints, Deliveries deliveries, JsonCodec json) {
        return new OwnedWebhooks(endpoints, deliveries, json);
    }
}
