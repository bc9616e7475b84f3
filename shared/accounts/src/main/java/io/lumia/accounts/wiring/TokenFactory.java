package io.lumia.accounts.wiring;

import io.lumia.accounts.audit.Actor;
import io.lumia.accounts.audit.RecordAct;
import io.lumia.accounts.audit.SystemAct.SigningKeyMade;
import io.lumia.accounts.oidc.CachedKeySet;
import io.lumia.accounts.oidc.ExternalIssuer;
import io.lumia.accounts.oidc.ExternalTokens;
import io.lumia.accounts.oidc.KeySetSource;
import io.lumia.accounts.oidc.WebKeySetSource;
import io.lumia.accounts.secret.Envelope;
import io.lumia.accounts.token.AccessTokens;
import io.lumia.accounts.token.CheckToken;
import io.lumia.accounts.token.OwnIssuer;
import io.lumia.accounts.token.OwnTokens;
import io.lumia.accounts.token.SigningKeyBook;
import io.lumia.accounts.token.SigningKeys;
import io.lumia.accounts.token.StoredSigningKey;
import io.lumia.accounts.token.TrustedIssuer;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.time.IdSource;
import io.lumia.platform.web.WebClient;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Makes and checks tokens. The function that authorises needs these, and of the database only the signing keys. */
@Factory
@Requires(beans = {Envelope.class, SigningKeyBook.class, OwnIssuer.class, RecordAct.class})
final class TokenFactory {

    private static final Actor ROTATION = new Actor.Program("rotate-signing-key");

    @Singleton
    SigningKeys signingKeys(
            SigningKeyBook book, Envelope envelope, Clock clock, Transactions transactions, RecordAct record) {
        return new SigningKeys(
                book, envelope, clock, new SecureRandom(), transactions, key -> record.record(ROTATION, made(key), ""));
    }

    private static SigningKeyMade made(StoredSigningKey key) {
        return new SigningKeyMade(key.kid(), key.generation(), key.signsFrom());
    }

    @Singleton
    AccessTokens accessTokens(OwnIssuer own, SigningKeys keys, Clock clock, IdSource ids) {
        return new AccessTokens(own, keys, clock, ids);
    }

    @Singleton
    @Requires(missingBeans = KeySetSource.class)
    WebKeySetSource keySetSource(WebClient client) {
        return new WebKeySetSource(client);
    }

    @Singleton
    CheckToken checkToken(
            OwnIssuer own, SigningKeys keys, List<IssuerConfiguration> others, KeySetSource source, Clock clock) {
        List<TrustedIssuer> issuers = new ArrayList<>();
        issuers.add(new OwnTokens(own, keys));
        for (IssuerConfiguration other : others) {
            ExternalIssuer issuer = other.issuer();
            issuers.add(new ExternalTokens(issuer, new CachedKeySet(issuer.keySet(), source, clock)));
        }
        return new CheckToken(issuers, clock);
    }
}
