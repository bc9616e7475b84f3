package io.lumia.functions.accountapi.user;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** A new account. */
@Serdeable
@Schema(name = "VerifiedUser", description = "An account that has just begun.")
record VerifiedView(@Schema(description = "Of the user.") UUID id) {}
