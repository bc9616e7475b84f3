package io.lumia.accounts.personal;

import io.lumia.accounts.AccountEvent.DataExported;
import io.lumia.accounts.AccountEvents;
import io.lumia.accounts.Origin;
import io.lumia.accounts.User;
import io.lumia.accounts.UserId;
import io.lumia.accounts.Users;
import io.lumia.accounts.profile.Profile;
import io.lumia.accounts.profile.Profiles;
import io.lumia.accounts.session.SessionBook;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.database.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Hands out all that we hold of a person, as of one instant. */
public final class ExportOwnData {

    /** Ended ones are forgotten after a while, so that there are never so many. */
    static final int MOST_SESSIONS = 10_000;

    private final Users users;
    private final Profiles profiles;
    private final SessionBook sessions;
    private final List<OwnedData> others;
    private final AccountEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public ExportOwnData(
            Users users,
            Profiles profiles,
            SessionBook sessions,
            List<OwnedData> others,
            AccountEvents events,
            Transactions transactions,
            Clock clock) {
        this.users = users;
        this.profiles = profiles;
        this.sessions = sessions;
        this.others = List.copyOf(others);
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Fails with NOT_FOUND where there is no such user. */
    public PersonalData export(UserId owner, Origin origin) {
        return transactions.inTransaction(() -> {
            User user = users.lock(owner)
                    .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "no user '%s'".formatted(owner)));
            Instant now = clock.instant();
            events.announce(new DataExported(now, origin, owner));
            return new PersonalData(
                    now,
                    user,
                    users.findEmail(owner).orElse(null),
                    profiles.find(owner).orElse(Profile.EMPTY),
                    sessions.newest(owner, MOST_SESSIONS),
                    sections(owner));
        });
    }

    private Map<String, List<String>> sections(UserId owner) {
        Map<String, List<String>> sections = new TreeMap<>();
        for (OwnedData other : others) {
            if (sections.put(other.section(), other.export(owner)) != null) {
                throw new IllegalStateException("two parts export a section '%s'".formatted(other.section()));
            }
        }
        return sections;
    }
}
