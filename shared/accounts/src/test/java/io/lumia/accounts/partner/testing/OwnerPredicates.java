package io.lumia.accounts.partner.testing;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/** Looks through the statements of a persistence class for those that do not name an owner. */
public final class OwnerPredicates {

    private OwnerPredicates() {}

    /** Names of the constants that hold a statement, other than an insert of given values, without {@code owner_id = ?}. */
    public static List<String> missingIn(Class<?> persistence) {
        return Arrays.stream(persistence.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .filter(field -> !namesOwner(statement(field)))
                .map(Field::getName)
                .sorted()
                .toList();
    }

    private static boolean namesOwner(String sql) {
        boolean insertsValues = sql.stripLeading().startsWith("INSERT") && sql.contains("VALUES (");
        return insertsValues || sql.contains("owner_id = ?");
    }

    private static String statement(Field field) {
        try {
            field.setAccessible(true);
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
