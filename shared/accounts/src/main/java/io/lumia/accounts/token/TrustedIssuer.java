package io.lumia.accounts.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import io.lumia.accounts.Caller;
import java.util.Optional;

/** Somebody whose tokens we accept, and what they mean here. Keys of one issuer count for no other. */
public interface TrustedIssuer {

    TokenRules rules();

    /** Empty where the issuer has no such key now. */
    Optional<JWK> findKey(String kid);

    /** What a checked token says; empty where it says less than it must, or something that we do not know. */
    Optional<Caller> caller(JWTClaimsSet claims);
}
