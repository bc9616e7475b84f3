package io.lumia.sentiment.vader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class ContrastiveButTest {

    @Test
    void halvesWhatComesBeforeAndRaisesWhatComesAfter() {
        double[] valences = {1.9, 0, -2.5, 0, 3.1, -2.1};

        ContrastiveBut.shift(valences, 3);

        assertThat(valences).containsExactly(0.95, 0, -1.25, 0, 3.1 * 1.5, -2.1 * 1.5);
    }

    @Test
    void changesAnEarlierValenceOfTheSameNumberInstead() {
        double[] valences = {3.0, 1.5, 0};

        ContrastiveBut.shift(valences, 2);

        // 3.0 becomes 1.5, which is then found instead of the second.
        assertThat(valences).containsExactly(0.75, 1.5, 0);
    }

    @Test
    void doesWhatASearchFromTheBeginningWouldDo() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        for (int round = 0; round < 5_000; round++) {
            double[] valences = random.doubles(1 + random.nextInt(40))
                    .map(_ -> Math.pow(2, random.nextInt(6)) * random.nextInt(-3, 4))
                    .toArray();
            int but = random.nextInt(valences.length);
            valences[but] = 0;
            double[] expected = valences.clone();
            shiftBySearching(expected, but);

            ContrastiveBut.shift(valences, but);

            assertThat(valences).containsExactly(expected);
        }
    }

    private static void shiftBySearching(double[] valences, int but) {
        for (int i = 0; i < valences.length; i++) {
            int first = 0;
            while (valences[first] != valences[i]) {
                first++;
            }
            if (first < but) {
                valences[first] *= 0.5;
            } else if (first > but) {
                valences[first] *= 1.5;
            }
        }
    }
}
