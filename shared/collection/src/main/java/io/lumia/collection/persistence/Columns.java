package io.lumia.collection.persistence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From Java values to columns and back. */
final class Columns {

    private static final int REPLACEMENT = 0xFFFD;

    private Columns() {}

    /** For a condition that holds where the parameter is null: {@code (cast(? AS …) IS NULL OR column = ?)}. */
    static void twice(PreparedStatement statement, int first, @Nullable Object value, int type) throws SQLException {
        statement.setObject(first, value, type);
        statement.setObject(first + 1, value, type);
    }

    static Array texts(Connection connection, Collection<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** Two array columns of one length, the second of bigint, as a map; empty where they are null. */
    static <N extends Number> Map<String, N> counts(
            ResultSet row, String keysColumn, String countsColumn, Function<Long, N> convert) throws SQLException {
        Map<String, N> counts = new TreeMap<>();
        Array keys = row.getArray(keysColumn);
        if (keys != null) {
            String[] names = (String[]) keys.getArray();
            Long[] numbers = (Long[]) row.getArray(countsColumn).getArray();
            for (int i = 0; i < names.length; i++) {
                counts.put(names[i], convert.apply(numbers[i]));
            }
        }
        return counts;
    }

    /** What a text column can hold: PostgreSQL knows no NUL, and UTF-8 no half of a surrogate pair. */
    static String storable(String text, int maxCharacters) {
        String cut = text.length() <= maxCharacters ? text : text.substring(0, maxCharacters);
        StringBuilder clean = new StringBuilder(cut.length());
        cut.codePoints()
                .map(point -> point == 0 || isHalfOfAPair(point) ? REPLACEMENT : point)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isHalfOfAPair(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
