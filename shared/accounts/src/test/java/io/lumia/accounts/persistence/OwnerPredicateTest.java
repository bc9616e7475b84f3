package io.lumia.accounts.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every statement about what belongs to somebody names its owner. Who adds one that does not must say here why. */
class OwnerPredicateTest {

    private static final List<Class<?>> BOOKS = List.of(
            JdbcSessionBook.class, JdbcProfiles.class, JdbcUsers.class, JdbcRegistrations.class, JdbcExpiredData.class);

    private static final Set<String> WITHOUT_OWNER = Set.of(
            // Found by a secret that only the owner has; the answer says whose it is.
            "JdbcSessionBook.LOCK_TOKEN",
            "JdbcRegistrations.TAKE",
            // Found by the address, whose owner this is about.
            "JdbcUsers.FIND_BY_EMAIL",
            "JdbcRegistrations.REMOVE_ALL",
            // Everybody's, by age.
            "JdbcExpiredData.REGISTRATIONS",
            "JdbcExpiredData.ATTEMPTS",
            "JdbcExpiredData.TOKENS",
            "JdbcExpiredData.REFUSALS",
            "JdbcExpiredData.SESSIONS");

    @Test
    void everyStatementNamesTheOwner() throws IllegalAccessException {
        List<String> ownerless = new ArrayList<>();
        for (Class<?> book : BOOKS) {
            for (Field field : book.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                    field.setAccessible(true);
                    String sql = (String) field.get(null);
                    boolean names =
                            sql.contains("user_id = ?") || sql.stripLeading().startsWith("INSERT");
                    if (!names) {
                        ownerless.add(book.getSimpleName() + "." + field.getName());
                    }
                }
            }
        }

        assertThat(ownerless).containsExactlyInAnyOrderElementsOf(WITHOUT_OWNER);
    }
}
