package io.lumia.platform.json;

/** JSON of records: snake_case names, RFC 3339 instants, numbers in full. */
public interface JsonCodec {

    String write(Object value);

    /** Fails with MALFORMED_MESSAGE naming the type and where it broke. */
    <T> T read(String json, Class<T> type);

    /** Like {@link #read}, and refuses fields that the record does not have: for files that people write. */
    <T> T readExactly(String json, Class<T> type);
}
