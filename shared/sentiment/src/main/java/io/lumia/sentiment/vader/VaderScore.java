package io.lumia.sentiment.vader;

/**
 * How a text sounds. The first three are shares of the text, rounded to three decimals, that add up to 1 but for
 * rounding; a text without any word has zeros only.
 *
 * @param negative share of negative words, weighted by their intensity, 0 to 1
 * @param neutral  share of all other words, 0 to 1
 * @param positive share of positive words, weighted by their intensity, 0 to 1
 * @param compound the whole in one number, -1 (most negative) to 1 (most positive), rounded to four decimals; the
 *                 authors call a text positive from 0.05 on and negative from -0.05 down
 */
public record VaderScore(double negative, double neutral, double positive, double compound) {

    /** Of a text that has no words. */
    static final VaderScore NOTHING = new VaderScore(0, 0, 0, 0);
}
