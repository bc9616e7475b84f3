package io.lumia.accounts.partner.personal;

import io.lumia.accounts.UserId;
import io.lumia.accounts.partner.AddressRange;
import io.lumia.accounts.partner.KeyUsage;
import io.lumia.accounts.partner.PartnerKey;
import io.lumia.accounts.partner.PartnerKeys;
import io.lumia.accounts.personal.OwnedData;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.json.JsonCodec;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An owner's partner keys and what they were used for in the last {@link KeyUsage#MAX_DAYS} days. */
public final class OwnedKeys implements OwnedData {

    private static final int PAGE = 100;
    private static final int MAX_PAGES = 1_000;

    private final PartnerKeys keys;
    private final KeyUsage usage;
    private final JsonCodec json;
    private final Clock clock;

    public OwnedKeys(PartnerKeys keys, KeyUsage usage, JsonCodec json, Clock clock) {
        this.keys = keys;
        this.usage = usage;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String section() {
        return "partner_keys";
    }

    @Override
    public List<String> export(UserId owner) {
        List<String> documents = new ArrayList<>();
        for (int page = 1; page <= MAX_PAGES; page++) {
            List<PartnerKey> some = keys.list(owner, page, PAGE).keys();
            some.forEach(key -> documents.add(json.write(document(key))));
            if (some.size() < PAGE) {
                return documents;
            }
        }
        throw new AppException(
                ErrorCode.LIMIT_REACHED, "an export takes at most %d partner keys".formatted(PAGE * MAX_PAGES));
    }

    private Document document(PartnerKey key) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new Document(
                key.id(),
                key.name(),
                key.mode().code(),
                key.hint(),
                key.scopes().stream().map(Scope::code).sorted().toList(),
                key.addresses().stream().map(AddressRange::toString).toList(),
                key.createdAt(),
                key.expiresAt(),
                key.revokedAt(),
                key.lastUsedAt(),
                usage.read(key.owner(), key.id(), today.minusDays(KeyUsage.MAX_DAYS), today).stream()
                        .map(line -> new Usage(line.day(), line.operation(), line.calls()))
                        .toList());
    }

    @Override
    public void erase(UserId owner) {
        keys.erase(owner);
    }

    /** A key in an export. */
    @Serdeable
    record Document(
            UUID keyId,
            String name,
            String mode,
            String hint,
            List<String> scopes,
            List<String> addresses,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt,
            @Nullable Instant lastUsedAt,
            List<Usage> usage) {}

    /** Calls of a day. */
    @Serdeable
    record Usage(LocalDate day, String operation, long calls) {}
}
