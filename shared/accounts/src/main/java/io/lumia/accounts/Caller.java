package io.lumia.accounts;

import io.lumia.kernel.access.Plan;
import io.lumia.kernel.access.Role;
import io.lumia.kernel.access.Scope;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person whose token was checked.
 *
 * @param session the session of ours that the token belongs to; null where another issuer made it
 * @param scopes  what the token allows, never more than the role does
 */
public record Caller(UserId user, @Nullable UUID session, Role role, Plan plan, Set<Scope> scopes, String issuer) {

    public Caller {
        Set<Scope> allowed = new TreeSet<>(scopes);
        allowed.retainAll(role.scopes());
        scopes = Collections.unmodifiableSet(allowed);
    }
}
