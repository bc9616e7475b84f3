package io.lumia.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.accounts.audit.Actor;
import io.lumia.accounts.audit.RecordAct;
import io.lumia.accounts.audit.SystemAct.SigningKeyMade;
import io.lumia.accounts.secret.DataKeyBook;
import io.lumia.accounts.secret.DataKeys;
import io.lumia.accounts.secret.Envelope;
import io.lumia.accounts.secret.KeyEncryption;
import io.lumia.accounts.secret.KeyedHash;
import io.lumia.accounts.secret.Purpose;
import io.lumia.accounts.token.SigningKeyBook;
import io.lumia.accounts.token.SigningKeys;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.time.IdSource;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many processes begin at once on an empty database: they must agree on one key. */
class KeysAtFirstUseTest {

    private static final int PROCESSES = 8;

    private final Installation lumia = new Installation();

    @AfterEach
    void close() {
        lumia.close();
    }

    @Test
    void allHashByTheSameKey() throws Exception {
        List<String> hashes = atOnce(
                () -> HexFormat.of().formatHex(new KeyedHash(process()).of(Purpose.permanent("first_use"), "ann")));

        assertThat(hashes).hasSize(PROCESSES).containsOnly(hashes.getFirst());
        assertThat(lumia.query("SELECT count(*) FROM accounts.data_key WHERE purpose = 'first_use'"))
                .isEqualTo("1");
    }

    @Test
    void allPublishTheSameSigningKey() throws Exception {
        List<String> published = atOnce(() -> new SigningKeys(
                        lumia.get(SigningKeyBook.class),
                        new Envelope(process(), new SecureRandom()),
                        lumia.clock,
                        new SecureRandom(),
                        lumia.get(Transactions.class),
                        key -> lumia.get(RecordAct.class)
                                .record(
                                        new Actor.Program("test"),
                                        new SigningKeyMade(key.kid(), key.generation(), key.signsFrom()),
                                        ""))
                .published());

        assertThat(published).hasSize(PROCESSES).containsOnly(published.getFirst());
        assertThat(lumia.query("SELECT count(*) FROM accounts.signing_key")).isEqualTo("1");
        assertThat(lumia.query("SELECT count(*) FROM accounts.audit_entry WHERE kind = 'token.signing_key_made'"))
                .isEqualTo("1");
    }

    private DataKeys process() {
        return new DataKeys(
                lumia.get(DataKeyBook.class),
                lumia.get(KeyEncryption.class),
                lumia.clock,
                lumia.get(IdSource.class),
                new SecureRandom());
    }

    private static <T> List<T> atOnce(Callable<T> work) throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(PROCESSES)) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : executor.invokeAll(Collections.nCopies(PROCESSES, work))) {
                results.add(future.get());
            }
            return results;
        }
    }
}
