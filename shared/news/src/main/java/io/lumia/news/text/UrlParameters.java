package io.lumia.news.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parameters of a URL that tell which article is meant.
 *
 * <p>Dropped are those that tell where a reader came from: everything beginning with {@code utm_}, {@code at_},
 * {@code guce_}, {@code mtm_} or {@code pk_}, and the names below, in any case. {@code ref}, {@code src}, {@code source}
 * and {@code mod} are among them: a site that numbers its articles so would have them merged; none is known to us.
 */
final class UrlParameters {

    private static final Set<String> ORIGINS = Set.of("utm_", "at_", "guce_", "mtm_", "pk_");

    /** Click numbers, campaigns, referrers, feeds, looks. */
    private static final Set<String> TRACKING =
            Set.of(("gclid dclid gbraid wbraid gclsrc fbclid msclkid twclid yclid igshid li_fat_id ttclid srsltid "
                            + "mc_cid mc_eid mkt_tok vero_id oly_enc_id oly_anon_id _hsenc _hsmi __hssc __hstc ck_subscriber_id "
                            + "cmpid cmp icid ncid ocid s_cid cid_source campaign xtor spm trk trkcampaign wt.mc_id taid "
                            + "ref ref_src ref_url referrer referer reflink src source soc_src soc_trk tsrc .tsrc mod siteid yptr "
                            + "guccounter smid smtyp share sharetype socialshare partner via __twitter_impression "
                            + "feedtype feedname rss rssfeed ftag ito sh ns_mchannel ns_source ns_campaign ns_linkname "
                            + "amp amp_js_v amp_gsa outputtype usqp")
                    .split(" "));

    private UrlParameters() {}

    /** What is left of the query, sorted, names and values in normal coding. */
    static String kept(String query) {
        return Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.isEmpty() && !isTracking(nameOf(parameter)))
                .map(PercentCoding::normal)
                .sorted()
                .collect(Collectors.joining("&"));
    }

    /** The decoded value of the first parameter of this name. */
    static Optional<String> find(String query, String name) {
        return Arrays.stream(query.split("&"))
                .filter(parameter -> parameter.startsWith(name + "="))
                .map(parameter -> PercentCoding.decoded(parameter.substring(name.length() + 1)))
                .findFirst();
    }

    private static boolean isTracking(String name) {
        return TRACKING.contains(name) || ORIGINS.stream().anyMatch(name::startsWith);
    }

    private static String nameOf(String parameter) {
        int equals = parameter.indexOf('=');
        String coded = equals < 0 ? parameter : parameter.substring(0, equals);
        return PercentCoding.decoded(coded).toLowerCase(Locale.ROOT);
    }
}
