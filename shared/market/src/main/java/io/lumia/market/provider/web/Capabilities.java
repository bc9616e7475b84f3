package io.lumia.market.provider.web;

import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.PriceBasis;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a provider declares about itself.
 *
 * @param provider    the adapter's name in jobs, messages and reports: lower case, such as {@code sec_edgar}
 * @param title       for people
 * @param endpoint    scheme and host that calls go to by default, such as {@code https://api.frankfurter.dev}
 * @param hosts       all hosts that its calls may go to, lower case
 * @param key         whether it wants one
 * @param quotas      how often it may be asked, by one key
 * @param priceBasis  what it has done to its prices
 * @param currency    of what names none
 * @param terms       what its terms allow, in a sentence, as far as known
 * @param licence     as it words it
 * @param attribution who must be named
 * @param canary      a question whose answer is known to be there; null where none is sensible
 * @param locations   which sources of its kind a job may name; most providers are one source
 * @param enabledByDefault false for one that is asked only where its operator says so
 */
public record Capabilities(
        String provider,
        String title,
        String endpoint,
        Set<String> hosts,
        KeyNeed key,
        List<Quota> quotas,
        List<Capability> offers,
        PriceBasis priceBasis,
        String currency,
        String terms,
        String licence,
        String attribution,
        @Nullable Canary canary,
        LocationRule locations,
        boolean enabledByDefault) {

    public Capabilities {
        hosts = Set.copyOf(hosts);
        quotas = List.copyOf(quotas);
        offers = List.copyOf(offers);
    }

    /** One source, asked unless somebody switches it off. */
    public Capabilities(
            String provider,
            String title,
            String endpoint,
            Set<String> hosts,
            KeyNeed key,
            List<Quota> quotas,
            List<Capability> offers,
            PriceBasis priceBasis,
            String currency,
            String terms,
            String licence,
            String attribution,
            @Nullable Canary canary) {
        this(
                provider,
                title,
                endpoint,
                hosts,
                key,
                quotas,
                offers,
                priceBasis,
                currency,
                terms,
                licence,
                attribution,
                canary,
                LocationRule.NONE,
                true);
    }

    /** The same for a provider of many sources. */
    public Capabilities with(LocationRule rule) {
        return copy(rule, enabledByDefault);
    }

    /** The same for a provider that is not asked before its operator says so. */
    public Capabilities offByDefault() {
        return copy(locations, false);
    }

    private Capabilities copy(LocationRule rule, boolean isEnabled) {
        return new Capabilities(
                provider,
                title,
                endpoint,
                hosts,
                key,
                quotas,
                offers,
                priceBasis,
                currency,
                terms,
                licence,
                attribution,
                canary,
                rule,
                isEnabled);
    }

    /** What it offers of a dataset for a type of asset; for any type where none is given. */
    public Optional<Capability> offer(Dataset dataset, @Nullable AssetType type) {
        return offers.stream()
                .filter(offer -> offer.dataset() == dataset)
                .filter(offer -> type == null || offer.types().contains(type))
                .findFirst();
    }

    /** Of which datasets it has rows by which an asset of a type describes itself, where it has no descriptions. */
    public List<Dataset> describedBy(@Nullable AssetType type) {
        return List.of(Dataset.BARS, Dataset.OBSERVATIONS).stream()
                .filter(dataset -> offer(dataset, type).isPresent())
                .toList();
    }

    /**
     * What it offers of descriptions: its own, or what an asset's rows say of it.
     */
    public Optional<Capability> offerOfAssets(@Nullable AssetType type) {
        return offer(Dataset.ASSETS, type)
                .or(() -> describedBy(type).stream().findFirst().flatMap(dataset -> offer(dataset, type)));
    }

    /**
     * A symbol that is asked for regularly to see whether the provider still says what it should.
     *
     * @param leastRows rows that an answer about the last thirty days must have
     * @param least     all its values are at least this
     * @param most      and at most this
     */
    public record Canary(Dataset dataset, AssetType type, String symbol, int leastRows, double least, double most) {}
}
