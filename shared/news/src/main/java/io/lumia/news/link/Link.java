package io.lumia.news.link;

import io.lumia.kernel.AppException;
import io.lumia.kernel.AssetId;
import java.util.List;

/**
 * An asset that a text is about.
 *
 * @param relevance from 0, hardly, to 1, about nothing else; the formula is at {@link Relevance}
 * @param evidence  in the order of the text, title first; empty where only the provider says so
 */
public record Link(AssetId assetId, double relevance, LinkMethod method, List<Evidence> evidence) {

    public Link {
        if (!(relevance >= 0 && relevance <= 1)) {
            throw AppException.invalid("relevance", relevance, "0 to 1");
        }
        evidence = List.copyOf(evidence);
    }
}
