package io.lumia.news;

import io.lumia.news.link.AliasFile;
import io.lumia.news.link.AssetIndex;
import io.lumia.news.link.EntityLinker;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The linker over the assets that our books have now; made anew when these have changed. */
public final class CurrentLinker implements Supplier<EntityLinker> {

    private final KnownAssets assets;
    private final AliasFile aliases;
    private @Nullable Made made;

    public CurrentLinker(KnownAssets assets, AliasFile aliases) {
        this.assets = assets;
        this.aliases = aliases;
    }

    private record Made(String state, EntityLinker linker) {}

    @Override
    public synchronized EntityLinker get() {
        String state = assets.state();
        Made known = made;
        if (known == null || !known.state().equals(state)) {
            known = new Made(state, new EntityLinker(AssetIndex.build(assets.all(), aliases)));
            made = known;
        }
        return known.linker();
    }
}
