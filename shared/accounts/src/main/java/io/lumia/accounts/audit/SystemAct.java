package io.lumia.accounts.audit;

import java.time.Instant;
import java.util.Map;

/** What happens to the guards themselves. */
public sealed interface SystemAct extends SecurityAct {

    /** A key of our access tokens was made, since the one before is about to have signed for long enough, or none signed. */
    record SigningKeyMade(String kid, int generation, Instant signsFrom) implements SystemAct {
        @Override
        public String kind() {
            return "token.signing_key_made";
        }

        @Override
        public String subject() {
            return "signing_key/" + kid;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("generation", Integer.toString(generation), "signs_from", signsFrom.toString());
        }
    }

    /** Entries older than the retention were removed. */
    record AuditPruned(long throughSequence, long entries) implements SystemAct {
        @Override
        public String kind() {
            return "audit.pruned";
        }

        @Override
        public String subject() {
            return "audit/" + throughSequence;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("entries", Long.toString(entries));
        }
    }
}
