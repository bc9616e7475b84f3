package io.lumia.platform.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * Resolves a name once and hands out its addresses only if all may be asked. The connection goes to exactly those, so a name
 * server that says something else the next time (DNS rebinding) changes nothing.
 */
final class CheckedResolver implements DnsResolver {

    private final DnsResolver resolver;
    private final boolean allowsLoopback;

    CheckedResolver(DnsResolver resolver, boolean allowsLoopback) {
        this.resolver = resolver;
        this.allowsLoopback = allowsLoopback;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = resolver.resolve(host);
        for (InetAddress address : addresses) {
            if (!mayBeAsked(host, address)) {
                throw new ForbiddenAddress("%s is at %s, which is no public address".formatted(host, shown(address)));
            }
        }
        return addresses;
    }

    private boolean mayBeAsked(String host, InetAddress address) {
        return Addresses.isPublic(address)
                || (allowsLoopback && Addresses.isLoopbackName(host) && address.isLoopbackAddress());
    }

    private static String shown(InetAddress address) {
        return String.valueOf(address.getHostAddress());
    }

    /** Nobody asks for it; a name of its own would be a further way to be led astray. */
    @Override
    public @Nullable String resolveCanonicalHostname(String host) {
        return host;
    }
}
