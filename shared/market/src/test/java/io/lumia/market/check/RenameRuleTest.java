package io.lumia.market.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.kernel.AssetId;
import io.lumia.kernel.Symbol;
import io.lumia.market.Asset;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetStatus;
import io.lumia.market.AssetType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenameRuleTest {

    /** Real renames of US companies, with the SEC's central index keys. */
    @ParameterizedTest
    @CsvSource({
        "FB,META,1326801",
        "PCLN,BKNG,1075531",
        "UTX,RTX,101829",
        "BBT,TFC,92230",
        "ANTM,ELV,1156039",
        "KORS,CPRI,1530721",
        "SYMC,NLOK,849399",
        "NLOK,GEN,849399",
        "HCN,WELL,766704",
        "COH,TPR,1116132",
        "ARNC,HWM,4281",
        "YHOO,AABA,1011006"
    })
    void takesACompanyUnderANewTickerForTheSame(String old, String current, String cik) {
        Asset known = asset(old, cik, AssetType.STOCK, AssetStatus.ACTIVE);

        var rename = RenameRule.propose(definition(current, cik), List.of(known), symbols(current, "IBM"));

        assertThat(rename).contains(new RenameRule.Rename(known, new Symbol(old), new Symbol(current)));
    }

    @ParameterizedTest
    @CsvSource({
        "GOOG,GOOGL,1652044",
        "BRK.A,BRK.B,1067983",
        "BRK-B,BRK.B,1067983",
        "FOX,FOXA,1754301",
        "NWS,NWSA,1564708"
    })
    void twoClassesOfOneFilerAreNoRename(String one, String other, String cik) {
        Asset known = asset(one, cik, AssetType.STOCK, AssetStatus.ACTIVE);

        assertThat(RenameRule.propose(definition(other, cik), List.of(known), symbols(other)))
                .isEmpty();
        assertThat(RenameRule.propose(definition(other, cik), List.of(known), symbols(one, other)))
                .isEmpty();
    }

    @Test
    void aCompanyThatIsStillListedUnderItsSymbolWasNotRenamed() {
        Asset known = asset("VIAB", "813828", AssetType.STOCK, AssetStatus.ACTIVE);

        assertThat(RenameRule.propose(definition("PARA", "813828"), List.of(known), symbols("VIAB", "PARA")))
                .isEmpty();
    }

    @Test
    void ofTwoLivingStocksNobodyKnowsWhichWasRenamed() {
        Asset one = asset("CBS", "813828", AssetType.STOCK, AssetStatus.ACTIVE);
        Asset other = asset("VIA", "813828", AssetType.STOCK, AssetStatus.ACTIVE);

        assertThat(RenameRule.propose(definition("PARA", "813828"), List.of(one, other), symbols("PARA")))
                .isEmpty();
    }

    @Test
    void aReusedTickerIsAnotherFilers() {
        Asset coreSite = asset("COR", "1490892", AssetType.STOCK, AssetStatus.ACTIVE);
        Asset gone = asset("ABC", "1140859", AssetType.STOCK, AssetStatus.DELISTED);
        Asset fund = asset("ABCF", "1140859", AssetType.ETF, AssetStatus.ACTIVE);

        assertThat(RenameRule.propose(definition("COR", "1140859"), List.of(coreSite, gone, fund), symbols("COR")))
                .isEmpty();
        assertThat(RenameRule.propose(definition("COR", null), List.of(coreSite), symbols("COR")))
                .isEmpty();
    }

    private static Set<Symbol> symbols(String... symbols) {
        return Arrays.stream(symbols).map(Symbol::new).collect(Collectors.toSet());
    }

    private static Asset asset(String symbol, String cik, AssetType type, AssetStatus status) {
        LocalDate last = status == AssetStatus.DELISTED ? LocalDate.of(2020, 1, 2) : null;
        return new Asset(1, new AssetId(new UUID(0, symbol.hashCode())), status, definition(symbol, cik, type, last));
    }

    private static AssetDefinition definition(String symbol, @Nullable String cik) {
        return definition(symbol, cik, AssetType.STOCK, null);
    }

    private static AssetDefinition definition(
            String symbol, @Nullable String cik, AssetType type, @Nullable LocalDate last) {
        return new AssetDefinition(
                new Symbol(symbol), symbol, type, "XNYS", "USD", null, null, null, cik, null, last, "", Map.of());
    }
}
