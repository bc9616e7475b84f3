package io.lumia.platform.metrics;

/** HTTP status codes by their first digit; a refusal by our own limits stands alone. */
public enum StatusClass implements Label {
    SUCCESS("2xx"),
    REDIRECT("3xx"),
    LIMITED("429"),
    CALLER("4xx"),
    OURS("5xx");

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REDIRECTS_FROM = 300;
    private static final int CALLERS_FROM = 400;
    private static final int OURS_FROM = 500;

    private final String value;

    StatusClass(String value) {
        this.value = value;
    }

    /** @param status 100 to 599 */
    public static StatusClass of(int status) {
        if (status == TOO_MANY_REQUESTS) {
            return LIMITED;
        }
        if (status >= OURS_FROM) {
            return OURS;
        }
        if (status >= CALLERS_FROM) {
            return CALLER;
        }
        return status >= REDIRECTS_FROM ? REDIRECT : SUCCESS;
    }

    @Override
    public LabelKey key() {
        return LabelKey.STATUS;
    }

    @Override
    public String value() {
        return value;
    }
}
