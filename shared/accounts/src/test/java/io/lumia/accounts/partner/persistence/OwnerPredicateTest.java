package io.lumia.accounts.partner.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.accounts.partner.testing.OwnerPredicates;
import org.junit.jupiter.api.Test;

/** Who adds a statement that does not name the owner must say here why. */
class OwnerPredicateTest {

    /** FIND_BY_HASH goes by a secret that only the owner has; ADD is of the row that it makes, COLUMNS a part of statements. */
    @Test
    void everyStatementAboutAKeyNamesItsOwner() {
        assertThat(OwnerPredicates.missingIn(JdbcPartnerKeys.class)).containsExactly("ADD", "COLUMNS", "FIND_BY_HASH");
    }

    /** Counts what was counted under a key that has been checked. */
    @Test
    void everyStatementAboutUsageNamesTheOwner() {
        assertThat(OwnerPredicates.missingIn(JdbcKeyUsage.class)).containsExactly("ADD", "CONSUMER");
    }
}
