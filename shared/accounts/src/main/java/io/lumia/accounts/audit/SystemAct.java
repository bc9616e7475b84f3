package io.lumia.accounts.audit;

import java.util.Map;

/** What happens to the guards themselves. */
public sealed interface SystemAct extends SecurityAct {

    /** Something was asked that the actor may not do. */
    record AccessRefused(String operation, String reason) implements SystemAct {
        @Override
        public String kind() {
            return "access.refused";
        }

        @Override
        public String subject() {
            return "operation/" + operation;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("reason", reason);
        }
    }

    /** Tokens are signed with another key. */
    record SigningKeyRotated(String signingKeyId) implements SystemAct {
        @Override
        public String kind() {
            return "token.signing_key_rotated";
        }

        @Override
        public String subject() {
            return "signing_key/" + signingKeyId;
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
