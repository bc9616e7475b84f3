package io.lumia.market.provider.series;

import io.lumia.market.provider.web.Capabilities;
import io.lumia.market.provider.web.ProviderAccess;

/** Where to call a provider that has several hosts and one configured endpoint. */
public final class Hosts {

    private Hosts() {}

    /** The host of a kind of call, unless an operator or a test has pointed the whole provider elsewhere. */
    public static String endpoint(ProviderAccess access, Capabilities capabilities, String ownHost) {
        return access.endpoint().equals(capabilities.endpoint()) ? ownHost : access.endpoint();
    }
}
