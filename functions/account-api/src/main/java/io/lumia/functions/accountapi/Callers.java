package io.lumia.functions.accountapi;

import io.lumia.accounts.Origin;
import io.lumia.accounts.UserId;
import io.lumia.accounts.audit.Asker;
import io.lumia.web.http.ApiRequest;

/** Who asks, in the words of the accounts. */
public final class Callers {

    /** Where the gateway does not say where a request came from, all such requests are bounded together. */
    private static final String UNKNOWN_ADDRESS = "unknown";

    private Callers() {}

    /** Fails with NOT_FOUND where there is no account behind the request, such as the operator's. */
    public static UserId user(ApiRequest request) {
        return asker(request).owner();
    }

    /** Likewise. */
    public static Asker asker(ApiRequest request) {
        return Asker.of(request.caller(), request.requestId());
    }

    public static Origin origin(ApiRequest request) {
        String address = request.sourceAddress();
        return new Origin(address.isBlank() ? UNKNOWN_ADDRESS : address, request.requestId());
    }
}
