package io.lumia.news;

import io.lumia.kernel.AsOf;
import io.lumia.kernel.AssetId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The articles of our books. */
public interface Articles {

    /** Those of these places, in the order of places, with the links that they have now. */
    List<LinkedArticle> get(Collection<Long> places);

    /** What our books had of it at an instant; empty where it had not been collected by then. */
    Optional<LinkedArticle> find(UUID id, AsOf asOf);

    /**
     * A person says how much an article is about an asset; 0 says that it is not. What was said before is kept as superseded,
     * and no later reading of the text changes it. Saying the same twice changes nothing. Must run inside a transaction.
     *
     * @return whether anything changed; empty where there is no such article
     */
    Optional<Boolean> linkByHand(UUID article, AssetId asset, double relevance, String by, Instant at);
}
