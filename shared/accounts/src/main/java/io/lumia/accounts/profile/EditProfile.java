package io.lumia.accounts.profile;

import io.lumia.accounts.AccountEvent.ProfileChanged;
import io.lumia.accounts.AccountEvents;
import io.lumia.accounts.Origin;
import io.lumia.accounts.UserId;
import io.lumia.accounts.Users;
import io.lumia.accounts.profile.ProfileCheck.Checked;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.database.Transactions;
import java.time.Clock;
import java.time.Instant;

/** Reads and replaces one's own profile. */
public final class EditProfile {

    private final Users users;
    private final Profiles profiles;
    private final AccountEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public EditProfile(Users users, Profiles profiles, AccountEvents events, Transactions transactions, Clock clock) {
        this.users = users;
        this.profiles = profiles;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The empty profile of who has said nothing yet. */
    public Profile get(UserId owner) {
        return profiles.find(owner).orElse(Profile.EMPTY);
    }

    /** Replaces the whole profile, or nothing where something is wrong with the draft. */
    public Checked put(UserId owner, ProfileDraft draft, Origin origin) {
        Checked checked = ProfileCheck.check(draft);
        if (checked instanceof Checked.Accepted accepted && !accepted.profile().equals(get(owner))) {
            transactions.inTransaction(() -> replace(owner, accepted.profile(), origin));
        }
        return checked;
    }

    private void replace(UserId owner, Profile profile, Origin origin) {
        if (users.lock(owner).isEmpty()) {
            throw new AppException(ErrorCode.NOT_FOUND, "no user '%s'".formatted(owner));
        }
        Instant now = clock.instant();
        profiles.put(owner, profile, now);
        events.announce(new ProfileChanged(now, origin, owner));
    }
}
