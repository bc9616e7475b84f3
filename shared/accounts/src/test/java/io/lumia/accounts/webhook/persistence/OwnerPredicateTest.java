package io.lumia.accounts.webhook.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.accounts.partner.testing.OwnerPredicates;
import org.junit.jupiter.api.Test;

/** Who adds a statement that does not name the owner must say here why. */
class OwnerPredicateTest {

    /** The one is a part of statements, the other a lock of the owner. */
    @Test
    void everyStatementAboutAnEndpointNamesItsOwner() {
        assertThat(OwnerPredicates.missingIn(JdbcEndpoints.class)).containsExactly("COLUMNS", "LOCK_OWNER");
    }
}
