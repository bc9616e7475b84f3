package io.lumia.sentiment.calibration;

import io.lumia.sentiment.Polarity;

/** A text and what people say it is. The set names where the label comes from, such as {@code sentfin}. */
public record LabelledText(String set, String text, Polarity label) {}
