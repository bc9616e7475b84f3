package io.lumia.market.provider.rss;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Months by their names, whole or the first three letters and more, in languages in which feeds are published. Accents and
 * case do not matter. The first language that has a name for one month only decides.
 */
final class MonthNames {

    private static final int SHORTEST = 3;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private static final List<List<String>> LANGUAGES = List.of(
            months("january february march april may june july august september october november december"),
            months("januar februar marz april mai juni juli august september oktober november dezember"),
            months("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre"),
            months("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
            months("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
            months("janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro"),
            months("januari februari maart april mei juni juli augustus september oktober november december"),
            months("januari februari mars april maj juni juli augusti september oktober november december"),
            months("januar februar marts april maj juni juli august september oktober november desember"),
            months(
                    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia"),
            months("styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien"),
            months("januar februar marcius aprilis majus junius julius augusztus szeptember oktober november december"),
            months("ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik"),
            months("ιανουαριου φεβρουαριου μαρτιου απριλιου μαιου ιουνιου ιουλιου αυγουστου σεπτεμβριου οκτωβριου"
                    + " νοεμβριου δεκεμβριου"),
            months("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
            months("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"));

    /** Short forms that are no beginnings. */
    private static final Map<String, Integer> SHORT = Map.of("mrt", 3, "μαω", 3, "ιον", 6, "ιολ", 7, "sept", 9);

    private MonthNames() {}

    private static List<String> months(String names) {
        return List.of(simple(names).split(" "));
    }

    /** 1 to 12; empty for no month, and for a beginning of two. */
    static OptionalInt number(String text) {
        String name = simple(text);
        Integer known = SHORT.get(name);
        if (known != null) {
            return OptionalInt.of(known);
        }
        for (List<String> language : LANGUAGES) {
            OptionalInt number = number(name, language);
            if (number.isPresent()) {
                return number;
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt number(String name, List<String> language) {
        int exact = language.indexOf(name);
        if (exact >= 0 || name.length() < SHORTEST) {
            return exact >= 0 ? OptionalInt.of(exact + 1) : OptionalInt.empty();
        }
        List<String> found =
                language.stream().filter(month -> month.startsWith(name)).toList();
        return found.size() == 1 ? OptionalInt.of(language.indexOf(found.getFirst()) + 1) : OptionalInt.empty();
    }

    private static String simple(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace('ı', 'i');
        return ACCENTS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    }
}
