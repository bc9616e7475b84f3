package io.lumia.recommendation.backtest;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.quant.backtest.Account;
import io.lumia.quant.backtest.AccountState;
import io.lumia.quant.backtest.TargetWeights;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** An account in a market: it lives through splits, dividends and deaths, and trades at closes. Assets are named by their ids. */
final class Trader {

    private final Account account;
    private final BacktestMarket market;

    Trader(AccountState state, double costRate, BacktestMarket market) {
        this.account = new Account(state, costRate);
        this.market = market;
    }

    /** What came of orders. */
    record Fill(double bought, double sold, double cost, int unfilled, boolean scaledDown) {
        static final Fill NONE = new Fill(0, 0, 0, 0, false);
    }

    AccountState state() {
        return account.state();
    }

    SortedMap<String, Double> shares() {
        return account.shares();
    }

    double valueOn(LocalDate session) {
        return account.value(asset -> price(asset, session));
    }

    private double price(String asset, LocalDate session) {
        return track(asset).closeOn(session);
    }

    private PriceTrack track(String asset) {
        return market.track(asset)
                .orElseThrow(() -> new AppException(ErrorCode.INTERNAL, "the market has no prices of asset " + asset));
    }

    /** Lives from one close to the next; returns the ids of what died. */
    List<String> pass(LocalDate before, LocalDate session) {
        List<String> settled = new ArrayList<>();
        for (String asset : account.shares().keySet()) {
            PriceTrack track = track(asset);
            double price = track.closeOn(session);
            track.events(before, session).forEach(event -> apply(asset, event, price));
            if (track.isDeadOn(session)) {
                account.settle(asset, price);
                settled.add(asset);
            }
        }
        return settled;
    }

    private void apply(String asset, ShareEvent event, double price) {
        switch (event) {
            case ShareEvent.Split split -> account.split(asset, split.newPerOld(), price);
            case ShareEvent.Payment payment -> account.credit(account.shares(asset) * payment.perShare());
        }
    }

    /**
     * Sells what is too much, then buys what is missing; where the money does not suffice, of everything the same part, whole shares.
     *
     * @param targets whole shares as they were on the day of the decision; what is held and not among them is sold
     */
    Fill trade(Map<String, Double> targets, LocalDate decided, LocalDate session) {
        double bought = account.traded();
        double costs = account.costs();
        SortedMap<String, Double> buys = new TreeMap<>();
        double sold = 0;
        int unfilled = 0;
        for (String asset : all(account.shares().keySet(), targets.keySet())) {
            PriceTrack track = track(asset);
            double target = Math.floor(targets.getOrDefault(asset, 0.0) * track.splits(decided, session) + 1e-9);
            double change = target - account.shares(asset);
            if (change != 0 && !track.tradesOn(session)) {
                unfilled++;
            } else if (change < 0) {
                account.trade(asset, change, track.closeOn(session));
                sold -= change * track.closeOn(session);
            } else if (change > 0) {
                buys.put(asset, change);
            }
        }
        boolean scaled = buy(buys, session);
        return new Fill(account.traded() - bought - sold, sold, account.costs() - costs, unfilled, scaled);
    }

    private static SortedSet<String> all(Collection<String> held, Collection<String> wanted) {
        SortedSet<String> all = new TreeSet<>(held);
        all.addAll(wanted);
        return all;
    }

    private boolean buy(SortedMap<String, Double> wanted, LocalDate session) {
        double needed = 0;
        for (Map.Entry<String, Double> buy : wanted.entrySet()) {
            needed += buy.getValue() * gross(buy.getKey(), session);
        }
        boolean suffices = needed <= account.cash();
        SortedMap<String, Double> buys = suffices ? wanted : affordable(wanted, needed, session);
        buys.forEach((asset, number) -> account.trade(asset, number, price(asset, session)));
        return !suffices;
    }

    /** Of a share, with its cost. */
    private double gross(String asset, LocalDate session) {
        return price(asset, session) * (1 + account.costRate());
    }

    /** The same part of every order, rounded down; then single shares, where most was rounded off first, for what is left. */
    private SortedMap<String, Double> affordable(SortedMap<String, Double> wanted, double needed, LocalDate session) {
        double part = Math.max(0, account.cash()) / needed;
        SortedMap<String, Double> buys = new TreeMap<>();
        double left = account.cash();
        for (Map.Entry<String, Double> buy : wanted.entrySet()) {
            double number = Math.floor(buy.getValue() * part);
            buys.put(buy.getKey(), number);
            left -= number * gross(buy.getKey(), session);
        }
        List<String> byRest = wanted.keySet().stream()
                .sorted(Comparator.comparingDouble((String asset) ->
                                buys.getOrDefault(asset, 0.0) - wanted.getOrDefault(asset, 0.0) * part)
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        for (String asset : byRest) {
            double gross = gross(asset, session);
            if (gross <= left) {
                buys.merge(asset, 1.0, Double::sum);
                left -= gross;
            }
        }
        return buys;
    }

    /** Puts all cash into whole shares of one asset; sells nothing. */
    void invest(String asset, LocalDate session) {
        if (track(asset).tradesOn(session)) {
            double number = Math.floor(account.cash() / gross(asset, session));
            account.trade(asset, Math.max(0, number), price(asset, session));
        }
    }

    /** The same amount of each, in fractions of shares; what has no price on the day is left as it is. */
    void equalise(Collection<String> members, LocalDate session) {
        List<String> tradable = all(account.shares().keySet(), members).stream()
                .filter(asset -> track(asset).tradesOn(session))
                .toList();
        SortedSet<String> wanted = new TreeSet<>(members);
        wanted.retainAll(tradable);
        if (wanted.isEmpty()) {
            return;
        }
        double[] held = tradable.stream()
                .mapToDouble(asset -> account.shares(asset) * price(asset, session))
                .toArray();
        double[] weights = tradable.stream()
                .mapToDouble(asset -> wanted.contains(asset) ? 1.0 / wanted.size() : 0)
                .toArray();
        double value = account.cash();
        for (double amount : held) {
            value += amount;
        }
        double invested = TargetWeights.investable(value, held, weights, account.costRate());
        for (int i = 0; i < held.length; i++) {
            String asset = tradable.get(i);
            double number = weights[i] * invested / price(asset, session);
            account.trade(asset, number - account.shares(asset), price(asset, session));
        }
    }
}
