package io.lumia.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class AppExceptionTest {

    @Test
    void namesTheFieldTheValueAndWhatIsAllowed() {
        AppException failure = AppException.invalid("per_page", 500, "1 to 200");

        assertThat(failure).hasMessage("per_page is '500'; allowed: 1 to 200");
        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_INPUT);
    }

    @Test
    void cutsALongValue() {
        assertThat(AppException.invalid("q", "x".repeat(5_000), "up to 128 characters")
                        .getMessage())
                .hasSizeLessThan(150);
    }

    @Test
    void anAssetIdThatIsNoUuidIsRefused() {
        assertThatThrownBy(() -> AssetId.parse("42"))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("asset_id is '42'");
    }

    @Test
    void anInstantFallsOnAnExchangesOwnDay() {
        AsOf asOf = AsOf.of(Instant.parse("2015-01-06T02:00:00Z"));

        assertThat(asOf.dateIn(ZoneId.of("America/New_York"))).isEqualTo(LocalDate.parse("2015-01-05"));
    }
}
