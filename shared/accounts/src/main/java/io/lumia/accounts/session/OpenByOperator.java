package io.lumia.accounts.session;

import io.lumia.accounts.User;
import io.lumia.accounts.UserId;
import io.lumia.accounts.Users;
import io.lumia.accounts.audit.Actor;
import io.lumia.accounts.audit.OperatorAct.TokenIssued;
import io.lumia.accounts.audit.RecordAct;
import io.lumia.accounts.token.AccessToken;
import io.lumia.accounts.token.AccessTokens;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.database.Transactions;
import java.time.Clock;

/**
 * Opens a session in somebody's name by the operator's command, for trying out what that person may do. The operator could as
 * well sign tokens himself, having the keys; this way it stands in the audit trail as his act. The session cannot be refreshed.
 */
public final class OpenByOperator {

    private final Users users;
    private final Sessions sessions;
    private final AccessTokens accessTokens;
    private final RecordAct record;
    private final Transactions transactions;
    private final Clock clock;

    public OpenByOperator(
            Users users,
            Sessions sessions,
            AccessTokens accessTokens,
            RecordAct record,
            Transactions transactions,
            Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.accessTokens = accessTokens;
        this.record = record;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** An access token of the usual lifetime. Fails with NOT_FOUND. */
    public AccessToken open(UserId user) {
        Sessions.Granted granted = transactions.inTransaction(() -> {
            User known = users.lock(user)
                    .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "no user '%s'".formatted(user)));
            Sessions.Granted opened = sessions.open(known, clock.instant());
            TokenIssued act = new TokenIssued(user, opened.session().id());
            record.record(new Actor.Program("operator"), act, "");
            return opened;
        });
        return accessTokens.make(granted.user(), granted.session().id());
    }
}
