package io.lumia.web.testing;

import io.lumia.platform.database.IdempotencyKeys;
import io.lumia.platform.database.Sql;
import java.sql.PreparedStatement;

/** A process that ends between what a request with an idempotency key did and the keeping of its answer. */
public final class LostAnswers {

    private static final String FAIL = """
            CREATE FUNCTION platform.die() RETURNS trigger LANGUAGE plpgsql AS
            $$BEGIN RAISE EXCEPTION 'the process is gone'; END$$
            """;
    private static final String DIE = """
            CREATE TRIGGER die BEFORE DELETE OR UPDATE OF status ON platform.idempotency_key
            FOR EACH ROW EXECUTE FUNCTION platform.die()
            """;
    private static final String REVIVE = "DROP FUNCTION platform.die() CASCADE";
    private static final String PASS =
            "UPDATE platform.idempotency_key SET claimed_at = claimed_at - make_interval(secs => ?)";

    private final Sql sql;

    public LostAnswers(ApiCalls api) {
        this.sql = api.bean(Sql.class);
    }

    /** From here on no answer is kept and no key given back: whatever is tried there fails. */
    public void begin() {
        sql.prepare(FAIL, PreparedStatement::executeUpdate);
        sql.prepare(DIE, PreparedStatement::executeUpdate);
    }

    /** Another process goes on, when nobody waits for the first one any more. */
    public void endAfterTheBound() {
        sql.prepare(REVIVE, PreparedStatement::executeUpdate);
        sql.prepare(PASS, statement -> {
            statement.setLong(1, IdempotencyKeys.MOST_IN_FLIGHT.toSeconds() + 1);
            return statement.executeUpdate();
        });
    }
}
