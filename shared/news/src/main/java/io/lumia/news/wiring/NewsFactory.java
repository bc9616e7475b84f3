package io.lumia.news.wiring;

import io.lumia.news.ArticleStore;
import io.lumia.news.CurrentLinker;
import io.lumia.news.KnownAssets;
import io.lumia.news.PrepareArticle;
import io.lumia.news.TakeInArticles;
import io.lumia.news.link.AliasFile;
import io.lumia.news.text.Languages;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import org.ahocorasick.trie.Trie;

/** Makes the domain's objects from the ports. */
@Factory
@Requires(classes = Trie.class)
@Requires(beans = {ArticleStore.class, KnownAssets.class})
final class NewsFactory {

    @Singleton
    CurrentLinker linker(KnownAssets assets) {
        return new CurrentLinker(assets, AliasFile.shipped());
    }

    @Singleton
    TakeInArticles takeInArticles(ArticleStore store, CurrentLinker linker, Languages languages) {
        return new TakeInArticles(new PrepareArticle(languages), store, linker);
    }
}
