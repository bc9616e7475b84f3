package io.lumia.functions.marketapi.health;

import io.lumia.functions.marketapi.health.HealthView.Freshness;
import io.lumia.kernel.AsOf;
import java.util.List;

/** How new the data is. */
interface FreshnessMeasure {

    /** One entry per calendar that active assets trade by. */
    List<Freshness> measure(AsOf now);
}
