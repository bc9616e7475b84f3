package io.lumia.market.provider.secedgar;

import java.util.regex.Pattern;

/** Accession numbers: who sent the filing, the year, a counter. */
final class Accession {

    private static final Pattern FORM = Pattern.compile("\\d{10}-\\d{2}-\\d{6}");

    private Accession() {}

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }
}
