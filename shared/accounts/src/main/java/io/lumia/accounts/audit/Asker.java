package io.lumia.accounts.audit;

import io.lumia.accounts.UserId;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.kernel.access.Principal;

/**
 * Who asks for something of an owner's: he himself, or a program of his.
 *
 * @param owner     whose things are meant
 * @param actor     as the audit log names him
 * @param requestId of the request
 */
public record Asker(UserId owner, Actor actor, String requestId) {

    /** The owner himself. */
    public static Asker person(UserId owner, String requestId) {
        return new Asker(owner, new Actor.User(owner), requestId);
    }

    /** Fails with NOT_FOUND where there is no account behind the request. */
    public static Asker of(Principal caller, String requestId) {
        UserId owner = caller.userId()
                .map(UserId::new)
                .orElseThrow(() -> new AppException(
                        ErrorCode.NOT_FOUND,
                        "%s has no account here; sign in with one"
                                .formatted(caller.kind().code())));
        return caller.keyId() == null
                ? person(owner, requestId)
                : new Asker(owner, new Actor.Key(caller.keyId()), requestId);
    }
}
