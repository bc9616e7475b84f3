package io.lumia.news.link;

/** How a text was written: people who post do not mind capitals and list tickers without words. */
public enum TextKind {
    EDITORIAL,
    SOCIAL
}
