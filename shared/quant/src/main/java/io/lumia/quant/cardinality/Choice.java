package io.lumia.quant.cardinality;

import java.util.stream.IntStream;

/** What a node of the search has decided about an asset. */
enum Choice {
    OPEN,
    HELD,
    LEFT_OUT;

    static int count(Choice[] choices, Choice wanted) {
        int count = 0;
        for (Choice choice : choices) {
            count += choice == wanted ? 1 : 0;
        }
        return count;
    }

    /** Indices of the assets held for sure. */
    static int[] held(Choice[] choices) {
        return IntStream.range(0, choices.length)
                .filter(i -> choices[i] == HELD)
                .toArray();
    }
}
