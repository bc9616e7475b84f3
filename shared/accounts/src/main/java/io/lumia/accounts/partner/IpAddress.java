package io.lumia.accounts.partner;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An IPv4 or IPv6 address, read without asking any name server. An IPv4 address that is written as IPv6
 * ({@code ::ffff:192.0.2.1}) is the IPv4 address, or a list of IPv4 ranges could be walked around.
 */
public final class IpAddress {

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

    /** No leading zero and no shorter form: some readers take them for octal. */
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

    /** No zone. What is well formed within, Java says. */
    private static final Pattern IPV6 = Pattern.compile("(?=.*:.*:)[0-9A-Fa-f:.]{2,45}");

    private final InetAddress address;

    private IpAddress(InetAddress address) {
        this.address = address;
    }

    public static Optional<IpAddress> parse(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new IpAddress(InetAddress.ofLiteral(text)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** 4 or 16. */
    public byte[] bytes() {
        return address.getAddress();
    }

    @Override
    public String toString() {
        return address.getHostAddress();
    }
}
