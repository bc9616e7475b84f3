package io.lumia.news.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AliasFileTest {

    private static final String HEADER = "alias,symbol,kind,valid_from,valid_to\n";

    @Test
    void readsSymbolsKindAndDays() {
        AliasFile file = AliasFile.parse(new StringReader(HEADER + "Google,GOOGL|GOOG,brand,2004-08-19,\n"));

        assertThat(file.aliases())
                .containsExactly(new Alias(
                        "Google",
                        List.of("GOOGL", "GOOG"),
                        AliasKind.BRAND,
                        new Validity(LocalDate.of(2004, 8, 19), null)));
    }

    @Test
    void refusesAnUnknownKind() {
        assertThatThrownBy(() -> AliasFile.parse(new StringReader(HEADER + "Google,GOOG,search,,\n")))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("kind is 'search'");
    }

    @Test
    void refusesADateThatIsNone() {
        assertThatThrownBy(() -> AliasFile.parse(new StringReader(HEADER + "Google,GOOG,brand,2004,\n")))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("valid_from is '2004'");
    }

    @Test
    void shipsMoreThanAHundred() {
        assertThat(AliasFile.shipped().aliases()).hasSizeGreaterThan(100);
    }
}
