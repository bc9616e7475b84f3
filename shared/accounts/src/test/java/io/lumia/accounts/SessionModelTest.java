package io.lumia.accounts;

import static io.lumia.accounts.Installation.ORIGIN;
import static io.lumia.accounts.Installation.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.accounts.session.RefreshSession;
import io.lumia.accounts.session.RefreshSession.Result.Refreshed;
import io.lumia.accounts.session.SessionBook;
import io.lumia.accounts.session.SessionTokens;
import io.lumia.accounts.session.Sessions;
import io.lumia.accounts.session.SignOut;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Sessions against a model of a few lines, by random steps: of a family of tokens the newest goes on, any other ends the family, and
 * nothing goes on after its end.
 */
class SessionModelTest {

    private static final int SESSIONS = 25;
    private static final int STEPS = 14;

    private final Random random = new Random(20261126);

    @Test
    void aSessionDoesWhatItsModelDoes() {
        try (Installation lumia = new Installation()) {
            UserId user = lumia.member("model@example.org");
            for (int i = 0; i < SESSIONS; i++) {
                live(lumia, user);
            }
        }
    }

    private void live(Installation lumia, UserId user) {
        SessionTokens first = lumia.signIn("model@example.org", PASSWORD);
        Instant endsAt = lumia.clock.instant().plus(Sessions.SESSION_LIFETIME);
        Instant newestUntil = lumia.clock.instant().plus(Sessions.REFRESH_LIFETIME);
        List<String> family = new ArrayList<>(List.of(first.refresh().value()));
        boolean ended = false;
        for (int step = 0; step < STEPS; step++) {
            lumia.clock.advance(Duration.ofHours(random.nextInt(0, 100)));
            Instant now = lumia.clock.instant();
            switch (random.nextInt(12)) {
                case 0 -> {
                    boolean was = lumia.get(SignOut.class).signOut(user, first.session(), ORIGIN);
                    assertThat(was).isEqualTo(!ended && now.isBefore(endsAt));
                    ended = true;
                }
                case 1 -> {
                    int chosen = random.nextInt(family.size());
                    boolean newest = chosen == family.size() - 1;
                    boolean goesOn = present(lumia, family, chosen);
                    assertThat(goesOn).isEqualTo(newest && !ended && now.isBefore(newestUntil));
                    ended |= !newest;
                    newestUntil = goesOn ? until(now, endsAt) : newestUntil;
                }
                default -> {
                    boolean goesOn = present(lumia, family, family.size() - 1);
                    assertThat(goesOn).isEqualTo(!ended && now.isBefore(newestUntil));
                    newestUntil = goesOn ? until(now, endsAt) : newestUntil;
                }
            }
            assertThat(lumia.get(SessionBook.class).isLive(user, first.session(), now))
                    .isEqualTo(!ended && now.isBefore(endsAt));
        }
    }

    private static Instant until(Instant now, Instant endsAt) {
        Instant usual = now.plus(Sessions.REFRESH_LIFETIME);
        return usual.isBefore(endsAt) ? usual : endsAt;
    }

    /** Whether it was taken; then its follower is in the family. */
    private static boolean present(Installation lumia, List<String> family, int index) {
        RefreshSession.Result result = lumia.get(RefreshSession.class).refresh(family.get(index), ORIGIN);
        if (result instanceof Refreshed refreshed) {
            family.add(refreshed.tokens().refresh().value());
            return true;
        }
        return false;
    }
}
