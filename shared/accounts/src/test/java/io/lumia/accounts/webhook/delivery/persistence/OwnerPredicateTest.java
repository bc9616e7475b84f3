package io.lumia.accounts.webhook.delivery.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.accounts.partner.testing.OwnerPredicates;
import org.junit.jupiter.api.Test;

/** Who adds a statement that does not name the owner must say here why. */
class OwnerPredicateTest {

    /** By age and by what is due they are everybody's. */
    @Test
    void everyStatementAboutADeliveryNamesItsOwner() {
        assertThat(OwnerPredicates.missingIn(JdbcDeliveries.class))
                .containsExactly("CLAIM", "COLUMNS", "FORGET", "NEXT_DUE");
    }
}
