package io.lumia.functions.accountapi.key;

import io.lumia.accounts.partner.AddressRange;
import io.lumia.accounts.partner.KeyMode;
import io.lumia.accounts.partner.KeyWish;
import io.lumia.functions.accountapi.Fields;
import io.lumia.kernel.AppException;
import io.lumia.kernel.access.Scope;
import io.lumia.web.http.ApiRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a wish of a body, noting all that is wrong with it. */
final class KeyReader {

    /** Stands for what could not be read, so that the rest can be looked at; a request with faults goes no further. */
    private static final Set<Scope> HARMLESS = Set.of(Scope.MARKET_READ);

    private final ApiRequest request;
    private final Set<Scope> grantable;
    private final Instant now;

    /** @param now keys end after it */
    KeyReader(ApiRequest request, Instant now) {
        this.request = request;
        this.now = now;
        this.grantable = EnumSet.noneOf(Scope.class);
        grantable.addAll(request.caller().scopes());
        grantable.retainAll(KeyWish.GRANTABLE);
    }

    /** Null where something is wrong, which is noted. */
    @Nullable
    KeyWish read(KeyBody body) {
        @Nullable
        KeyMode mode = Fields.read(request, "mode", body.mode() == null ? "live" : body.mode(), KeyReader::mode);
        List<Scope> scopes = Fields.readAll(request, "scopes", body.scopes(), this::scope);
        if (body.scopes().isEmpty()) {
            request.refuse("scopes", "scopes is empty; allowed: one or more of " + Scope.join(grantable));
        }
        List<AddressRange> addresses = addresses(body.addresses());
        @Nullable Instant expiresAt = Fields.read(request, "expires_at", body.expiresAt(), this::expiry);
        Set<Scope> asked = scopes.isEmpty() ? HARMLESS : Set.copyOf(scopes);
        return Fields.read(
                request,
                "name",
                body.name(),
                name -> new KeyWish(name, mode == null ? KeyMode.TEST : mode, asked, addresses, expiresAt));
    }

    private List<AddressRange> addresses(@Nullable List<String> given) {
        if (given != null && given.size() > KeyWish.MAX_ADDRESSES) {
            request.refuse(
                    "addresses",
                    "addresses has %d ranges; allowed: at most %d".formatted(given.size(), KeyWish.MAX_ADDRESSES));
            return List.of();
        }
        return Fields.readAll(request, "addresses", given, AddressRange::parse);
    }

    private static KeyMode mode(String code) {
        return KeyMode.find(code).orElseThrow(() -> AppException.invalid("mode", code, "live, test"));
    }

    private Scope scope(String code) {
        return Scope.find(code)
                .filter(grantable::contains)
                .orElseThrow(() -> AppException.invalid("scopes", code, "some of " + Scope.join(grantable)));
    }

    private Instant expiry(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (instant.isAfter(now)) {
                return instant;
            }
        } catch (DateTimeException _) {
            // said below
        }
        throw AppException.invalid(
                "expires_at", text, "an RFC 3339 instant after now, such as 2027-06-30T21:00:00Z; now is " + now);
    }
}
