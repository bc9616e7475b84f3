package io.lumia.accounts;

import io.lumia.accounts.password.PasswordHash;
import io.lumia.kernel.access.Plan;
import io.lumia.kernel.access.Role;
import java.time.Instant;
import java.util.Optional;

/** The accounts that there are. Whoever was erased is found by nothing here. */
public interface Users {

    Optional<User> find(UserId id);

    Optional<User> findByEmail(EmailAddress email);

    /** Empty for who signs in elsewhere. */
    Optional<EmailAddress> findEmail(UserId id);

    /** Like {@link #find}, and until the transaction ends nobody else changes or erases him. */
    Optional<User> lock(UserId id);

    /** False where the address has an account already. */
    boolean add(User user, EmailAddress email);

    /** Adds who signs in elsewhere, unless he is there already. False where he was erased: he stays so. */
    boolean admit(User user);

    void setPassword(UserId id, PasswordHash password, Instant at);

    void setRights(UserId id, Role role, Plan plan);

    /** Takes address and password away for good; the id stays, so that the audit trail keeps its meaning. */
    void erase(UserId id, Instant at);
}
