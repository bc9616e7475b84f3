package io.lumia.sentiment;

/**
 * What a model made of one text, not calibrated.
 *
 * @param tokens  how many tokens it read, its own marks included
 * @param cut  whether the text goes on after what it read
 */
public record ModelReading(Probabilities probabilities, int tokens, boolean cut) {}
