package io.lumia.market;

/** A corporate action and where it came from; a dividend's units are those of the source's price basis. */
public record StoredAction(CorporateAction action, Source source) {}
