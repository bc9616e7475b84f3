package io.lumia.platform.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdsTest {

    private static final UUID NEW = UUID.fromString("6f9619ff-8b86-4d01-b42d-00cf4fc964ff");

    private final RequestIds ids = new RequestIds(() -> NEW);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678",
                "a-b-c-d-e",
                "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
                "0123456789012345678901234567890123456789012345678901234567890123"
            })
    void takesAWellFormedId(String given) {
        assertThat(ids.acceptOrNew(given)).isEqualTo(given);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "1234567",
                "under_score",
                "with blank",
                "line\nbreak1",
                "12345678\n",
                "ümlaut-12",
                "01234567890123456789012345678901234567890123456789012345678901234"
            })
    void replacesAnyOther(String given) {
        assertThat(ids.acceptOrNew(given)).isEqualTo(NEW.toString());
    }

    @Test
    void takesTheGatewaysWhereTheCallerSentNoneThatCounts() {
        assertThat(ids.acceptOrNew("caller-0123", "gateway-0123")).isEqualTo("caller-0123");
        assertThat(ids.acceptOrNew(null, "gateway-0123")).isEqualTo("gateway-0123");
        assertThat(ids.acceptOrNew("with blank", "gateway-0123")).isEqualTo("gateway-0123");
        assertThat(ids.acceptOrNew(null, "short")).isEqualTo(NEW.toString());
        assertThat(ids.acceptOrNew("short", null)).isEqualTo(NEW.toString());
    }

    @Test
    void nestsScopesAndBringsBackTheOuterOne() {
        try (RequestScope _ = RequestScope.open("outer-id")) {
            try (RequestScope _ = RequestScope.open("inner-id")) {
                assertThat(RequestScope.current()).contains("inner-id");
            }
            assertThat(RequestScope.current()).contains("outer-id");
        }
        assertThat(RequestScope.current()).isEmpty();
    }
}
