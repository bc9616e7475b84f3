package io.lumia.platform.web;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which addresses a request may go to: public ones only (IANA special-purpose address registries for IPv4 and IPv6), so
 * that no answer and no name server can lead us into the network we run in.
 */
final class Addresses {

    /** Every IPv4 block that is not plainly somebody's public address. */
    private static final List<Block> CLOSED_IPV4 = List.of(
            Block.of(8, 0),
            Block.of(8, 10),
            Block.of(10, 100, 64),
            Block.of(8, 127),
            Block.of(16, 169, 254),
            Block.of(12, 172, 16),
            Block.of(24, 192, 0, 0),
            Block.of(24, 192, 0, 2),
            Block.of(24, 192, 88, 99),
            Block.of(16, 192, 168),
            Block.of(15, 198, 18),
            Block.of(24, 198, 51, 100),
            Block.of(24, 203, 0, 113),
            Block.of(3, 224));

    /** Within 2000::/3, the only public part. */
    private static final Block PUBLIC_IPV6 = Block.of(3, 0x20);

    private static final List<Block> CLOSED_IPV6 = List.of(
            Block.of(23, 0x20, 0x01),
            Block.of(32, 0x20, 0x01, 0x0d, 0xb8),
            Block.of(16, 0x20, 0x02),
            Block.of(20, 0x3f, 0xff));

    /** 64:ff9b::/96 carries an IPv4 address in its last four bytes (RFC 6052, 2010). */
    private static final Block TRANSLATED = Block.of(96, 0x00, 0x64, 0xff, 0x9b);

    private static final int IPV4_BYTES = 4;

    private Addresses() {}

    /** Whether it is somebody's public address. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address _ -> isPublicIpv4(bytes);
            case Inet6Address _
            when TRANSLATED.holds(bytes) ->
                isPublicIpv4(Arrays.copyOfRange(bytes, bytes.length - IPV4_BYTES, bytes.length));
            case Inet6Address _ ->
                PUBLIC_IPV6.holds(bytes) && CLOSED_IPV6.stream().noneMatch(block -> block.holds(bytes));
            default -> false;
        };
    }

    /** Whether a name says itself that it means this machine; nobody else's name may lead here. */
    static boolean isLoopbackName(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.equals("::1")
                || name.equals("[::1]")
                || name.matches("127(\\.\\d{1,3}){3}");
    }

    private static boolean isPublicIpv4(byte[] bytes) {
        return CLOSED_IPV4.stream().noneMatch(block -> block.holds(bytes));
    }

    /**
     * The addresses that begin with these bits.
     *
     * @param bytes the missing ones at the end are 0
     */
    private record Block(int bits, int[] bytes) {

        static Block of(int bits, int... bytes) {
            return new Block(bits, bytes);
        }

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                int wanted = bit / Byte.SIZE < bytes.length ? bytes[bit / Byte.SIZE] : 0;
                if ((address[bit / Byte.SIZE] & mask) != (wanted & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
