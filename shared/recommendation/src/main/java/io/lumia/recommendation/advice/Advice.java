package io.lumia.recommendation.advice;

/** An answer: a portfolio, or why there is none. */
public sealed interface Advice permits Recommended, Withheld {

    /** Said with every answer. */
    String DISCLAIMER =
            "Not investment advice: computed from past data by fixed rules, without knowledge of your circumstances.";

    /** What the answer was made from. */
    Basis basis();
}
