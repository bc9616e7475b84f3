package io.lumia.accounts;

import io.lumia.accounts.password.PasswordHash;
import io.lumia.kernel.access.Plan;
import io.lumia.kernel.access.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with an account. The e-mail address is not part of it: it is opened only where it is needed.
 *
 * @param password  null for who signs in elsewhere, at {@code issuer}
 * @param issuer    of the tokens he comes with; our own for who has a password
 * @param createdAt when the address was verified, or when he first came
 */
public record User(
        UserId id, Role role, Plan plan, @Nullable PasswordHash password, String issuer, Instant createdAt) {}
