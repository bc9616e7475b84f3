package io.lumia.accounts.registration;

import io.lumia.accounts.EmailAddress;
import io.lumia.accounts.password.PasswordHash;
import java.time.Instant;
import java.util.UUID;

/** What somebody asked for who has not proven yet that the address is his. */
public record Registration(
        UUID id, EmailAddress email, PasswordHash password, Instant requestedAt, Instant expiresAt) {}
