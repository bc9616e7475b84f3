package io.lumia.accounts.audit;

import io.lumia.accounts.UserId;
import io.lumia.kernel.access.Plan;
import io.lumia.kernel.access.Role;
import java.util.Map;
import java.util.UUID;

/** What the operator does by commands on the machine; changed rights and revoked signing keys are account events. */
public sealed interface OperatorAct extends SecurityAct {

    /** An account was made without a registration. */
    record AccountAdded(UserId user, Role role, Plan plan) implements OperatorAct {
        @Override
        public String kind() {
            return "account.added_by_operator";
        }

        @Override
        public String subject() {
            return "user/" + user;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("role", role.code(), "plan", plan.code());
        }
    }

    /** An access token was made for somebody without his password. */
    record TokenIssued(UserId user, UUID session) implements OperatorAct {
        @Override
        public String kind() {
            return "session.opened_by_operator";
        }

        @Override
        public String subject() {
            return "user/" + user;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("session", session.toString());
        }
    }

    /** E-mail addresses were opened and shown. */
    record AddressesShown(int accounts) implements OperatorAct {
        @Override
        public String kind() {
            return "account.addresses_shown";
        }

        @Override
        public String subject() {
            return "accounts";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("accounts", Integer.toString(accounts));
        }
    }
}
