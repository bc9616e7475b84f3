package io.lumia.market.provider.bundle;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Tells which exchanges of {@code assets.csv} we do not know: such an asset is taken in without one. */
final class UnknownExchanges {

    private static final int MAX_WARNINGS = 20;

    private final FileIndex assets;

    UnknownExchanges(FileIndex assets) {
        this.assets = assets;
    }

    List<String> warnings() {
        int inHeader = assets.header().position("exchange");
        List<String> warnings = new ArrayList<>();
        if (inHeader < 0) {
            return warnings;
        }
        try {
            assets.read(assets.symbols(), null, LocalDate.MAX, records -> {
                if (records.trouble() == null && warnings.size() < MAX_WARNINGS) {
                    check(records.fields().text(inHeader), records.scanner().line(), warnings);
                }
            });
        } catch (IOException e) {
            throw new AppException(ErrorCode.PROVIDER_UNREACHABLE, "assets.csv cannot be read: " + e.getMessage(), e);
        }
        return warnings;
    }

    private static void check(String exchange, long line, List<String> warnings) {
        if (!exchange.isBlank() && Exchanges.mic(exchange) == null) {
            warnings.add(
                    "assets.csv line %d: exchange '%s' is neither a market identifier nor a name we know; the asset has none"
                            .formatted(line, Text.shown(exchange)));
        }
    }
}
