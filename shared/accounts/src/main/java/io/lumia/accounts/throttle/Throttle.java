package io.lumia.accounts.throttle;

import io.lumia.accounts.EmailAddress;
import io.lumia.accounts.Origin;
import io.lumia.accounts.secret.KeyedHash;
import io.lumia.accounts.secret.Purpose;
import io.lumia.accounts.throttle.AttemptBook.Counted;
import io.lumia.platform.time.IdSource;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Counts tries before their work is done. */
public final class Throttle {

    private static final Purpose PURPOSE = Purpose.permanent("throttle");

    /** Whoever has an IPv6 address has at least the 2^64 of its network. */
    private static final int NETWORK_BYTES = 8;

    private final AttemptBook book;
    private final KeyedHash hash;
    private final Clock clock;
    private final IdSource ids;

    public Throttle(AttemptBook book, KeyedHash hash, Clock clock, IdSource ids) {
        this.book = book;
        this.hash = hash;
        this.clock = clock;
        this.ids = ids;
    }

    /** What came of asking for a try. */
    public sealed interface Answer {}

    /** It was counted; tell {@link Throttle#succeeded} if it should not have been. */
    public record Admitted(UUID attempt, Counted account) implements Answer {}

    /** @param freeAt when to try again */
    public record Refused(Limit limit, Instant freeAt) implements Answer {}

    /** A try with a password. */
    public Answer password(EmailAddress email, Origin origin) {
        return admit(Limit.PASSWORD_ACCOUNT, email, Limit.PASSWORD_ADDRESS, origin);
    }

    /** A registration, which sends a mail to the address. */
    public Answer registration(EmailAddress email, Origin origin) {
        return admit(Limit.MAIL_ACCOUNT, email, Limit.REGISTER_ADDRESS, origin);
    }

    /** The password was right: the try does not count, nor do those for the same account before it. */
    public void succeeded(Admitted admitted) {
        book.takeBack(admitted.attempt());
        book.clear(admitted.account());
    }

    private Answer admit(Limit ofAccount, EmailAddress email, Limit ofAddress, Origin origin) {
        Counted account = new Counted(ofAccount, hash.of(PURPOSE, "account " + email.value()));
        Counted address = new Counted(ofAddress, hash.of(PURPOSE, "address " + network(origin.address())));
        UUID attempt = ids.next();
        return book.count(attempt, List.of(account, address), clock.instant())
                .<Answer>map(reached -> new Refused(reached.limit(), reached.freeAt()))
                .orElseGet(() -> new Admitted(attempt, account));
    }

    /** An IPv4 address, the network of an IPv6 one, or what else the gateway calls its client. */
    static String network(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException _) {
            return address;
        }
    }
}
