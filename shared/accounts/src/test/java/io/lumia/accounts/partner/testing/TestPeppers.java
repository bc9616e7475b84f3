package io.lumia.accounts.partner.testing;

import io.lumia.accounts.pepper.GivenPeppers;
import io.lumia.accounts.pepper.Pepper;
import io.lumia.accounts.pepper.Peppers;
import java.util.List;

/** Peppers that anyone can make again: version 1 is the bytes 0 to 31, version 2 the bytes 1 to 32. */
public final class TestPeppers {

    private TestPeppers() {}

    public static Peppers one() {
        return new GivenPeppers(List.of(pepper(1)));
    }

    public static Peppers two() {
        return new GivenPeppers(List.of(pepper(1), pepper(2)));
    }

    public static Pepper pepper(int version) {
        byte[] secret = new byte[Pepper.MIN_BYTES];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) (i + version - 1);
        }
        return new Pepper(version, secret);
    }
}
