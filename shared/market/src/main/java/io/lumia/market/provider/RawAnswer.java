package io.lumia.market.provider;

import io.lumia.market.Dataset;
import io.lumia.market.Source;

/** A provider's answer as received. */
public record RawAnswer(Dataset dataset, Source source, String contentType, byte[] content) {}
