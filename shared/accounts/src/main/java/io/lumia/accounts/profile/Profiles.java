package io.lumia.accounts.profile;

import io.lumia.accounts.UserId;
import java.time.Instant;
import java.util.Optional;

/** Where profiles are kept, one for each user at most. */
public interface Profiles {

    Optional<Profile> find(UserId owner);

    void put(UserId owner, Profile profile, Instant at);

    void erase(UserId owner);
}
