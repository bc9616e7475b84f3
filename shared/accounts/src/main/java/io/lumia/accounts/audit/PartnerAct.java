package io.lumia.accounts.audit;

import io.lumia.accounts.UserId;
import java.util.Map;
import java.util.UUID;

/** What happens to partner keys and webhooks. */
public sealed interface PartnerAct extends SecurityAct {

    /** A partner key was made. */
    record KeyIssued(UUID keyId, UserId ownerId, String mode, String scopes) implements PartnerAct {
        @Override
        public String kind() {
            return "key.issued";
        }

        @Override
        public String subject() {
            return "key/" + keyId;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("owner_id", ownerId.toString(), "mode", mode, "scopes", scopes);
        }
    }

    /** A partner key is followed by another and ends by itself. */
    record KeyRotated(UUID keyId, UUID successorId) implements PartnerAct {
        @Override
        public String kind() {
            return "key.rotated";
        }

        @Override
        public String subject() {
            return "key/" + keyId;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("successor_id", successorId.toString());
        }
    }

    /** A partner key was ended at once. */
    record KeyRevoked(UUID keyId, UserId ownerId) implements PartnerAct {
        @Override
        public String kind() {
            return "key.revoked";
        }

        @Override
        public String subject() {
            return "key/" + keyId;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("owner_id", ownerId.toString());
        }
    }

    /** A known partner key was refused, such as revoked, expired or from a foreign address. */
    record KeyRefused(UUID keyId, String reason) implements PartnerAct {
        @Override
        public String kind() {
            return "key.refused";
        }

        @Override
        public String subject() {
            return "key/" + keyId;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("reason", reason);
        }
    }

    /** A webhook endpoint was registered. */
    record EndpointRegistered(UUID endpointId, UserId ownerId) implements PartnerAct {
        @Override
        public String kind() {
            return "webhook.registered";
        }

        @Override
        public String subject() {
            return "endpoint/" + endpointId;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("owner_id", ownerId.toString());
        }
    }

    /** A webhook endpoint was paused, resumed or disabled. */
    record EndpointChanged(UUID endpointId, String change) implements PartnerAct {
        @Override
        public String kind() {
            return "webhook.changed";
        }

        @Override
        public String subject() {
            return "endpoint/" + endpointId;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("change", change);
        }
    }

    /** A webhook endpoint was removed. */
    record EndpointRemoved(UUID endpointId, UserId ownerId) implements PartnerAct {
        @Override
        public String kind() {
            return "webhook.removed";
        }

        @Override
        public String subject() {
            return "endpoint/" + endpointId;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("owner_id", ownerId.toString());
        }
    }

    /** A webhook endpoint has another secret. */
    record SecretRotated(UUID endpointId) implements PartnerAct {
        @Override
        public String kind() {
            return "webhook.secret_rotated";
        }

        @Override
        public String subject() {
            return "endpoint/" + endpointId;
        }
    }

    /** A webhook delivery was asked for again. */
    record DeliveryReplayed(UUID deliveryId) implements PartnerAct {
        @Override
        public String kind() {
            return "webhook.replayed";
        }

        @Override
        public String subject() {
            return "delivery/" + deliveryId;
        }
    }
}
