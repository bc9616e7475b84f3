package io.lumia.accounts.audit;

import java.util.Map;

/** What happens to the guards themselves. */
public sealed interface SystemAct extends SecurityAct {

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
