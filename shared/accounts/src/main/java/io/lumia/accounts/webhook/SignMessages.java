package io.lumia.accounts.webhook;

import io.lumia.accounts.UserId;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Signs messages with the stored secrets of an endpoint. */
public final class SignMessages {

    private final Endpoints endpoints;
    private final SecretSealer sealer;

    public SignMessages(Endpoints endpoints, SecretSealer sealer) {
        this.endpoints = endpoints;
        this.sealer = sealer;
    }

    /** The headers by which the receiver knows that it is from us, whole and of now. */
    public Map<String, String> headers(UserId owner, UUID endpointId, String messageId, byte[] body, Instant now) {
        List<WebhookSecret> secrets = endpoints.secrets(owner, endpointId, now).stream()
                .map(secret -> sealer.open(secret.sealed(), endpointId))
                .toList();
        if (secrets.isEmpty()) {
            throw new AppException(ErrorCode.INTERNAL, "endpoint %s has no secret that counts".formatted(endpointId));
        }
        return WebhookSignature.headers(messageId, now, body, secrets);
    }
}
