package io.lumia.news;

import io.lumia.news.link.KnownAsset;
import java.util.List;

/** The assets of our books under all the tickers and names that they have had: what a text can be about. */
public interface KnownAssets {

    /** Changes whenever {@link #all} would. */
    String state();

    List<KnownAsset> all();
}
