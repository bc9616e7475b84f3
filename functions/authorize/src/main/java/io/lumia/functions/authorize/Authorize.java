package io.lumia.functions.authorize;

import io.lumia.accounts.Caller;
import io.lumia.accounts.Origin;
import io.lumia.accounts.User;
import io.lumia.accounts.UserId;
import io.lumia.accounts.Users;
import io.lumia.accounts.access.RecordRefusal;
import io.lumia.accounts.audit.Actor;
import io.lumia.accounts.oidc.AdmitExternalUser;
import io.lumia.accounts.partner.CheckKey;
import io.lumia.accounts.partner.CountUsage;
import io.lumia.accounts.partner.KeyCheck;
import io.lumia.accounts.partner.PartnerKey;
import io.lumia.accounts.token.CheckToken;
import io.lumia.accounts.token.TokenResult;
import io.lumia.kernel.access.Principal;
import io.lumia.kernel.access.Principal.Kind;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.http.Admission;
import io.lumia.platform.metrics.RouteClass;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out who makes a request and takes it from his quota. Requests with credentials that do not count are taken from the
 * quota of their address: guessing is bounded as anonymous reading is.
 */
@Singleton
@Requires(beans = {CheckToken.class, CheckKey.class, AdmitExternalUser.class, RecordRefusal.class})
final class Authorize {

    private final CheckToken tokens;
    private final AdmitExternalUser admitExternal;
    private final CheckKey keys;
    private final CountUsage usage;
    private final Users users;
    private final CountRequest count;
    private final NeededScopes needed;
    private final RecordRefusal refusals;

    Authorize(
            CheckToken tokens,
            AdmitExternalUser admitExternal,
            CheckKey keys,
            CountUsage usage,
            Users users,
            CountRequest count,
            NeededScopes needed,
            RecordRefusal refusals) {
        this.tokens = tokens;
        this.admitExternal = admitExternal;
        this.keys = keys;
        this.usage = usage;
        this.users = users;
        this.count = count;
        this.needed = needed;
        this.refusals = refusals;
    }

    Verdict judge(Asked asked) {
        Verdict verdict = verdict(asked);
        usage.keepUp();
        if (verdict instanceof Verdict.Known known) {
            noteWhatWillBeRefused(known.admission(), asked);
        }
        return verdict;
    }

    private Verdict verdict(Asked asked) {
        return switch (asked.credentials()) {
            case Credentials.None _ -> anonymous(asked);
            case Credentials.Token token -> person(token.text(), asked);
            case Credentials.Key key -> partner(key.text(), asked);
            case Credentials.Unusable unusable -> refused(unusable.why(), asked);
        };
    }

    /** By the function that is asked next, for want of a scope. Nobody is known without credentials: that is not written down. */
    private void noteWhatWillBeRefused(Admission admission, Asked asked) {
        Principal caller = admission.principal();
        if (admission.quota() != null && admission.quota().isUsedUp()) {
            return;
        }
        needed.of(asked.operation()).filter(scope -> !caller.may(scope)).ifPresent(scope -> actor(caller)
                .ifPresent(actor -> refusals.record(
                        actor,
                        RouteClass.of(asked.route()).value(),
                        asked.method(),
                        asked.route(),
                        scope,
                        asked.requestId())));
    }

    private static Optional<Actor> actor(Principal caller) {
        return switch (caller.kind()) {
            case PERSON -> UserId.find(caller.actor()).map(Actor.User::new);
            case PARTNER -> Optional.ofNullable(caller.keyId()).map(Actor.Key::new);
            case ANONYMOUS, OPERATOR -> Optional.empty();
        };
    }

    private Verdict anonymous(Asked asked) {
        Admission.Quota quota = asked.signsIn() ? count.signingIn(asked.address()) : count.anonymous(asked.address());
        return new Verdict.Known(new Admission(Principal.ANONYMOUS, quota));
    }

    private Verdict person(String token, Asked asked) {
        return switch (tokens.check(token)) {
            case TokenResult.Rejected rejected ->
                refused("token: " + rejected.reason().code(), asked);
            case TokenResult.Genuine genuine -> admitted(genuine.caller(), asked);
        };
    }

    /** Somebody with a token of another issuer has no session of ours, and an account from his first request on. */
    private Verdict admitted(Caller caller, Asked asked) {
        if (caller.session() == null && !admitExternal.admit(caller, new Origin(asked.address(), asked.requestId()))) {
            return refused("token: no such account any more", asked);
        }
        Principal principal =
                new Principal(Kind.PERSON, caller.user().toString(), caller.role(), caller.scopes(), null);
        return new Verdict.Known(new Admission(principal, count.of(caller.user(), caller.plan())));
    }

    private Verdict partner(String text, Asked asked) {
        return switch (keys.check(text, asked.address(), asked.requestId())) {
            case KeyCheck.Malformed _ -> refused("key: malformed", asked);
            case KeyCheck.Unknown _ -> refused("key: unknown", asked);
            case KeyCheck.Refused refused ->
                refused("key: " + refused.reason().name().toLowerCase(Locale.ROOT), asked);
            case KeyCheck.Accepted accepted -> accepted(accepted.key(), asked);
        };
    }

    /** A key may never do more than its owner may now, whatever he might when he made it. */
    private Verdict accepted(PartnerKey key, Asked asked) {
        Optional<User> owner = users.find(key.owner());
        if (owner.isEmpty()) {
            return refused("key: its owner is gone", asked);
        }
        Set<Scope> scopes = new HashSet<>(key.scopes());
        scopes.retainAll(owner.get().role().scopes());
        usage.count(key.id(), asked.operation());
        Principal principal =
                new Principal(Kind.PARTNER, key.owner().toString(), owner.get().role(), scopes, key.id());
        return new Verdict.Known(
                new Admission(principal, count.of(key.owner(), owner.get().plan())));
    }

    /** Whoever guesses on beyond the quota is told to wait, not whether he guessed right. */
    private Verdict refused(String reason, Asked asked) {
        Admission.Quota quota = count.anonymous(asked.address());
        return quota.isUsedUp()
                ? new Verdict.Known(new Admission(Principal.UNKNOWN, quota))
                : new Verdict.NotAccepted(reason);
    }
}
