package io.lumia.sentiment;

/** What became of a text: a sentiment, or the reason why there is none. */
public sealed interface Scoring permits Sentiment, NotScored {}
