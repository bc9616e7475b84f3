package io.lumia.accounts.partner;

import io.lumia.kernel.AppException;

/**
 * Addresses that begin with the same bits, in CIDR notation (RFC 4632, 2006; RFC 4291, 2006, section 2.3):
 * {@code 192.0.2.0/24}, {@code 2001:db8::/32}, or one address.
 */
public final class AddressRange {

    private static final String ALLOWED =
            "an IPv4 or IPv6 address or range whose bits after the prefix are zero, such as 192.0.2.0/24 or 2001:db8::/32";

    private final byte[] first;
    private final int bits;
    private final String text;

    private AddressRange(byte[] first, int bits, String text) {
        this.first = first;
        this.bits = bits;
        this.text = text;
    }

    public static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        IpAddress address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> AppException.invalid("addresses", text, ALLOWED));
        byte[] first = address.bytes();
        int most = first.length * Byte.SIZE;
        int bits = slash < 0 ? most : prefix(text, text.substring(slash + 1));
        if (bits > most || !isZeroAfter(first, bits)) {
            throw AppException.invalid("addresses", text, ALLOWED);
        }
        return new AddressRange(first, bits, address + "/" + bits);
    }

    /** An IPv4 address is in no IPv6 range and the other way round. */
    public boolean holds(IpAddress address) {
        byte[] other = address.bytes();
        return other.length == first.length && sameBits(first, other, bits);
    }

    private static int prefix(String text, String digits) {
        if (!digits.matches("0|[1-9]\\d{0,2}")) {
            throw AppException.invalid("addresses", text, ALLOWED);
        }
        return Integer.parseInt(digits);
    }

    private static boolean isZeroAfter(byte[] bytes, int bits) {
        for (int bit = bits; bit < bytes.length * Byte.SIZE; bit++) {
            if ((bytes[bit / Byte.SIZE] & mask(bit)) != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameBits(byte[] one, byte[] other, int bits) {
        for (int bit = 0; bit < bits; bit++) {
            if (((one[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask(bit)) != 0) {
                return false;
            }
        }
        return true;
    }

    private static int mask(int bit) {
        return 0x80 >> (bit % Byte.SIZE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressRange range && range.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** As it is stored: with its prefix, the address in Java's form. */
    @Override
    public String toString() {
        return text;
    }
}
