package io.lumia.platform.metrics;

/** What came of asking a provider, as its answers' codes. */
public enum CallOutcome implements Label {
    FETCHED,
    UNCHANGED,
    EMPTY_CONFIRMED,
    SYMBOL_UNKNOWN,
    THROTTLED,
    PLAN_LIMIT,
    BAD_KEY,
    SCHEMA_CHANGED,
    BLOCKED,
    UNREACHABLE,
    OTHER;

    @Override
    public LabelKey key() {
        return LabelKey.OUTCOME;
    }

    @Override
    public String value() {
        return Label.valueOf(this);
    }

    /** @param code an answer's code, {@code plan_limit} */
    public static CallOutcome of(String code) {
        return Label.parse(CallOutcome.class, code, OTHER);
    }
}
