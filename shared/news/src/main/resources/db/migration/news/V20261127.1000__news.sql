-- Texts: what was published, which of it is the same story, and which assets it is about.

CREATE SCHEMA IF NOT EXISTS news;

CREATE TABLE news.article (
    article_id          bigint GENERATED ALWAYS AS IDENTITY,
    public_id           uuid        NOT NULL,
    kind                text        NOT NULL,
    article_type        text        NOT NULL,
    provider            text        NOT NULL,
    publisher           text        NOT NULL,
    source_key          text        NOT NULL,
    title               text        NOT NULL,
    body                text        NOT NULL,
    url                 text        NOT NULL,
    language            text        NOT NULL,
    published_at        timestamptz NOT NULL,
    published_precision text        NOT NULL,
    usable_from         timestamptz NOT NULL,
    collected_at        timestamptz NOT NULL,
    search              tsvector    NOT NULL GENERATED ALWAYS AS (
        setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', left(body, 20000)), 'B')) STORED,
    CONSTRAINT article_pk PRIMARY KEY (article_id),
    CONSTRAINT article_public_id_once UNIQUE (public_id),
    CONSTRAINT article_kind_known CHECK (kind IN ('news', 'social', 'filing')),
    CONSTRAINT article_type_known CHECK (article_type IN ('news', 'analysis', 'earnings', 'announcement', 'filing', 'social')),
    CONSTRAINT article_precision_known CHECK (published_precision IN ('instant', 'day', 'seen'))
);
COMMENT ON TABLE news.article IS 'One row per story: its first version that we collected; later ones are sightings of it';
COMMENT ON COLUMN news.article.article_type IS 'Told apart by rules on kind, publisher and title';
COMMENT ON COLUMN news.article.source_key IS 'The source''s own name for it; empty where it has none';
COMMENT ON COLUMN news.article.language IS 'ISO 639-1; und where it could not be told';
COMMENT ON COLUMN news.article.published_at IS 'As the source says, UTC; the beginning of the day where only the day is known';
COMMENT ON COLUMN news.article.published_precision IS
    'instant: named by the publisher; day: at some time of that day; seen: somebody saw it then, it came out before';
COMMENT ON COLUMN news.article.usable_from IS
    'From when a calculation may count it: published_at, or the opening of the next session where only the day is known';
COMMENT ON COLUMN news.article.collected_at IS 'When the answer with it came in: nobody here knew of it before';
COMMENT ON COLUMN news.article.search IS 'Words of the title (weight A) and of the first 20,000 characters of the body (B)';
CREATE INDEX article_published ON news.article (published_at DESC, article_id DESC);
-- What was known by an instant, without reading the texts.
CREATE INDEX article_known ON news.article (article_id) INCLUDE (collected_at);
CREATE INDEX article_search ON news.article USING gin (search) WITH (fastupdate = off);

-- Every version of a story that came in, the first included; by these a further one is recognised.
CREATE TABLE news.sighting (
    sighting_id  bigint GENERATED ALWAYS AS IDENTITY,
    article_id   bigint      NOT NULL,
    provider     text        NOT NULL,
    publisher    text        NOT NULL,
    title        text        NOT NULL,
    body_start   text        NOT NULL,
    url          text        NOT NULL,
    url_hash     text,
    content_hash text        NOT NULL,
    bands        int[]       NOT NULL,
    published_at timestamptz NOT NULL,
    collected_at timestamptz NOT NULL,
    CONSTRAINT sighting_pk PRIMARY KEY (sighting_id),
    CONSTRAINT sighting_article_fk FOREIGN KEY (article_id) REFERENCES news.article ON DELETE CASCADE
);
COMMENT ON TABLE news.sighting IS 'A version of a story as it came in: another publisher''s, an update, a copy';
COMMENT ON COLUMN news.sighting.body_start IS 'As much of the body as is compared with other texts';
COMMENT ON COLUMN news.sighting.url_hash IS 'SHA-256 of the canonical address; null where there is none';
COMMENT ON COLUMN news.sighting.content_hash IS 'SHA-256 of title and body in the form in which they are compared';
COMMENT ON COLUMN news.sighting.bands IS 'Parts of the fingerprint: texts that are nearly the same share at least one';
CREATE INDEX sighting_article ON news.sighting (article_id);
CREATE INDEX sighting_url ON news.sighting (url_hash) WHERE url_hash IS NOT NULL;
CREATE INDEX sighting_content ON news.sighting (content_hash);
CREATE INDEX sighting_bands ON news.sighting USING gin (bands) WITH (fastupdate = off);

CREATE TABLE news.article_link (
    article_id bigint           NOT NULL,
    asset_id   int              NOT NULL,
    method     text             NOT NULL,
    relevance  double precision NOT NULL,
    evidence   jsonb            NOT NULL,
    linked_at  timestamptz      NOT NULL,
    linked_by  text             NOT NULL,
    CONSTRAINT article_link_pk PRIMARY KEY (article_id, asset_id),
    CONSTRAINT article_link_article_fk FOREIGN KEY (article_id) REFERENCES news.article ON DELETE CASCADE,
    CONSTRAINT article_link_asset_fk FOREIGN KEY (asset_id) REFERENCES market.asset ON DELETE CASCADE,
    CONSTRAINT article_link_method_known CHECK (method IN ('symbol_match', 'name_match', 'alias', 'provider', 'manual')),
    CONSTRAINT article_link_relevance_range CHECK (relevance BETWEEN 0 AND 1)
);
COMMENT ON TABLE news.article_link IS 'Which assets an article is about, how much, and why we believe so';
COMMENT ON COLUMN news.article_link.relevance IS 'From 0 (a person said that it is not about it) to 1';
COMMENT ON COLUMN news.article_link.evidence IS 'The stretches of the text that speak of it: field, start, end (UTF-16 units), text';
COMMENT ON COLUMN news.article_link.linked_at IS 'From then on it counts';
COMMENT ON COLUMN news.article_link.linked_by IS 'linker, provider, or who said so by hand';
CREATE INDEX article_link_asset ON news.article_link (asset_id, article_id);

CREATE TABLE news.article_link_revision (
    article_id bigint           NOT NULL,
    asset_id   int              NOT NULL,
    valid_from timestamptz      NOT NULL,
    valid_to   timestamptz      NOT NULL,
    method     text             NOT NULL,
    relevance  double precision NOT NULL,
    evidence   jsonb            NOT NULL,
    linked_by  text             NOT NULL,
    CONSTRAINT article_link_revision_pk PRIMARY KEY (article_id, asset_id, valid_from, valid_to),
    CONSTRAINT article_link_revision_article_fk FOREIGN KEY (article_id) REFERENCES news.article ON DELETE CASCADE
);
COMMENT ON TABLE news.article_link_revision IS 'What our books said of a link from valid_from until valid_to';
