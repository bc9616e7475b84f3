package io.lumia.sentiment;

import io.lumia.kernel.AssetId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The scores of our books. Each is kept once per article, asset and model version, and never changes: scoring again adds
 * nothing. Aggregates are made of the scores of one version, the active one.
 */
public interface ScoreBook {

    /** Of a score that is about the article as a whole. */
    int WHOLE_ARTICLE = 0;

    /**
     * The model of a version. The first one ever is active at once; a further one scores what is there first and is
     * {@link #activate activated} then.
     */
    KnownModel begin(String modelVersion, Instant at);

    /** Places of those articles that the model has not scored, or not for an asset that their words name. */
    List<Long> lacking(Collection<UUID> articles, KnownModel model);

    /** The same among all articles behind a place, the first so many. */
    List<Long> lackingAfter(long place, int limit, KnownModel model);

    /** @return how many of them are new */
    int add(List<ArticleScore> scores, KnownModel model, Instant at);

    /** Places of articles; of those that are not there none. */
    List<Long> places(Collection<UUID> articles);

    /** The assets that articles are about, with the earliest instant from which one of these can be used. */
    Map<AssetId, Instant> assetsOf(Collection<Long> places);

    /** The same of all articles. */
    Map<AssetId, Instant> allAssets();

    /** From now on aggregates are made of this model's scores; the one before is retired. */
    void activate(KnownModel model, Instant at);

    /** @param id inside the database */
    record KnownModel(int id, String version, boolean active) {}

    /**
     * @param place    of the article
     * @param assetKey {@link #WHOLE_ARTICLE}, or the asset inside the database that the score is for
     */
    record ArticleScore(long place, int assetKey, Scoring scoring) {}
}
