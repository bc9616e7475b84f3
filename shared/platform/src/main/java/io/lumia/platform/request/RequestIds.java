package io.lumia.platform.request;

import io.lumia.platform.time.IdSource;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a caller's or the gateway's request id where it is well formed, else makes one. */
@Singleton
public final class RequestIds {

    /** The header of requests and answers. */
    public static final String HEADER = "X-Request-ID";

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9-]{8,64}");

    private final IdSource ids;

    public RequestIds(IdSource ids) {
        this.ids = ids;
    }

    /** The given id if it is 8 to 64 letters, digits and hyphens; else a new one. */
    public String acceptOrNew(@Nullable String given) {
        return given != null && isAllowed(given) ? given : ids.next().toString();
    }

    /**
     * The caller's own, else the gateway's, so that whoever answers behind a gateway and the gateway itself write down
     * the same one; else a new one.
     */
    public String acceptOrNew(@Nullable String given, @Nullable String gateways) {
        return acceptOrNew(given != null && isAllowed(given) ? given : gateways);
    }

    public static boolean isAllowed(String id) {
        return ALLOWED.matcher(id).matches();
    }
}
