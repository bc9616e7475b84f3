package io.lumia.accounts.audit;

import io.lumia.accounts.UserId;
import java.util.UUID;

/** Who acts. An id stands for a person, so that an erased account leaves nobody's name behind. */
public sealed interface Actor {

    /** As stored, such as {@code user/6f96…}. */
    String text();

    /** A person who is signed in. */
    record User(UserId id) implements Actor {
        @Override
        public String text() {
            return "user/" + id;
        }
    }

    /** A partner's program, by its key. */
    record Key(UUID keyId) implements Actor {
        @Override
        public String text() {
            return "key/" + keyId;
        }
    }

    /** Nobody whom we know yet, such as before a sign-in. */
    record Anonymous() implements Actor {
        @Override
        public String text() {
            return "anonymous";
        }
    }

    /** Lumia itself or its operator's command, such as {@code prune-audit-log}. */
    record Program(String name) implements Actor {
        @Override
        public String text() {
            return "program/" + name;
        }
    }
}
