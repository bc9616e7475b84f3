package io.lumia.accounts.quota;

import io.lumia.accounts.UserId;
import io.lumia.accounts.partner.IpAddress;
import io.lumia.accounts.pepper.Pepper;
import io.lumia.accounts.pepper.Purpose;
import java.util.Arrays;
import java.util.HexFormat;

/** Whose requests are counted together. */
public record QuotaSubject(String text) {

    private static final int HASH_CHARACTERS = 32;
    private static final int IPV6_BYTES = 16;

    /** What a provider hands to one customer at least: whoever has one IPv6 address has 2^64 (RFC 6177, 2011). */
    private static final int IPV6_CUSTOMER_BYTES = 8;

    /** A person and his programs together: more keys do not make more quota. */
    public static QuotaSubject of(UserId user) {
        return new QuotaSubject("user/" + user);
    }

    /**
     * Whoever comes from an address, IPv6 by its first 64 bits. Stored is a keyed hash. All whose address cannot be read
     * count together.
     *
     * @param address as the gateway saw it
     */
    public static QuotaSubject anonymous(String address, Pepper pepper) {
        return new QuotaSubject("anonymous/" + hash(address, pepper));
    }

    /** The same address where it signs in, which is counted by itself: who has read a lot shall still get in. */
    public static QuotaSubject signingIn(String address, Pepper pepper) {
        return new QuotaSubject("signing-in/" + hash(address, pepper));
    }

    private static String hash(String address, Pepper pepper) {
        String hash = IpAddress.parse(address)
                .map(IpAddress::bytes)
                .map(bytes -> bytes.length == IPV6_BYTES ? Arrays.copyOf(bytes, IPV6_CUSTOMER_BYTES) : bytes)
                .map(bytes -> HexFormat.of().formatHex(pepper.hash(Purpose.ADDRESS, bytes)))
                .orElse("0".repeat(HASH_CHARACTERS));
        return hash.substring(0, HASH_CHARACTERS);
    }
}
