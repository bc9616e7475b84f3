package io.lumia.news.text;

import java.util.Locale;
import java.util.Set;

/**
 * How many common words of English and of its neighbours a text has: articles, prepositions, conjunctions, and for
 * English also what headlines of markets are made of. A word that is common in both counts for neither.
 */
record CommonWords(int english, int foreign) {

    private static final Set<String> ENGLISH = setOf(
            "the of and to for with from by at on as is are was were be been has have had will would could may might its"
                    + " it this that these those which who what when why how after before over under into about than more"
                    + " less up down out off not but or says say said sees report reports rise rises fall falls rose fell"
                    + " gain gains profit loss shares stock stocks sales revenue earnings results quarter quarterly year"
                    + " market markets price prices deal buy buys sell sells bank banks cut cuts raise raises higher lower"
                    + " beat beats miss misses forecast outlook growth talks court judge lawsuit new first second billion"
                    + " million bln mln pct percent between amid ahead near against despite names takes plans wins sets"
                    + " announces files offering share rate rates record high low likely oil week month day us mergers"
                    + " takeovers board chief insurer maker appoints declares dividend issue their they all still set top"
                    + " time update brief corrected fed street wall target strong weak investors analyst analysts");

    private static final Set<String> FOREIGN =
            setOf("le les des du une sur dans avec au aux qui que sa ses après selon hausse baisse"
                    + " der die das und ist ein eine einen dem mit von für im zu zum zur auf aus bei nach nicht wird"
                    + " sich mehr als über gegen vor"
                    + " el una es en por con su sus para más tras según sube cae"
                    + " os uma é em nos nas da dos das ao pela pelo mais após"
                    + " il lo gli della dello dei delle di che è nel nella sul sulla dal alla"
                    + " het een voor naar niet op bij ook"
                    + " och att det som är på av med inte och för från ett"
                    + " og er ikke fra til af"
                    + " się nie po jest");

    static CommonWords in(String text) {
        int english = 0;
        int foreign = 0;
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            boolean ours = ENGLISH.contains(word);
            boolean theirs = FOREIGN.contains(word);
            english += ours && !theirs ? 1 : 0;
            foreign += theirs && !ours ? 1 : 0;
        }
        return new CommonWords(english, foreign);
    }

    private static Set<String> setOf(String words) {
        return Set.copyOf(java.util.Arrays.asList(words.split(" ")));
    }
}
