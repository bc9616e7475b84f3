package io.lumia.market.check;

import io.lumia.kernel.Symbol;
import io.lumia.market.Asset;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetStatus;
import io.lumia.market.AssetType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a definition under a symbol that is new to us is a company we know under another: the only stock of the same SEC
 * filer that lives in our books, under a symbol that the source no longer lists. Two share classes of one filer are no
 * rename, and neither is a ticker that another filer takes over.
 */
public final class RenameRule {

    /** A shorter ticker and one letter more are rather two companies' than two classes: F and FB. */
    private static final int MIN_ROOT = 3;

    private RenameRule() {}

    /**
     * The asset that was renamed.
     *
     * @param old     its symbol so far
     * @param current its new one
     */
    public record Rename(Asset asset, Symbol old, Symbol current) {}

    /**
     * @param definition what the source says, under a symbol that no living asset holds
     * @param ofFiler    living stocks of the definition's CIK in our books
     * @param listed     all symbols that the same source lists now
     */
    public static Optional<Rename> propose(AssetDefinition definition, Collection<Asset> ofFiler, Set<Symbol> listed) {
        boolean isLivingStock =
                definition.type() == AssetType.STOCK && definition.cik() != null && definition.lastDate() == null;
        List<Asset> living = ofFiler.stream()
                .filter(asset -> asset.status() == AssetStatus.ACTIVE)
                .filter(asset -> asset.definition().type() == AssetType.STOCK)
                .filter(asset -> String.valueOf(definition.cik())
                        .equals(asset.definition().cik()))
                .toList();
        if (!isLivingStock || living.size() != 1) {
            return Optional.empty();
        }
        Asset known = living.getFirst();
        Symbol old = known.definition().symbol();
        boolean isOther = !old.equals(definition.symbol())
                && !listed.contains(old)
                && !areClasses(old.value(), definition.symbol().value());
        return isOther ? Optional.of(new Rename(known, old, definition.symbol())) : Optional.empty();
    }

    /** BRK.A and BRK.B, BRK-B and BRK; GOOG and GOOGL: the same ticker and a class. */
    private static boolean areClasses(String one, String other) {
        String root = root(one);
        String otherRoot = root(other);
        boolean oneLetterMore = Math.abs(root.length() - otherRoot.length()) == 1
                && (root.startsWith(otherRoot) || otherRoot.startsWith(root))
                && Math.min(root.length(), otherRoot.length()) >= MIN_ROOT;
        return root.equals(otherRoot) || oneLetterMore;
    }

    private static String root(String symbol) {
        return symbol.split("[.\\-/]", 2)[0];
    }
}
