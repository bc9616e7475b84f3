package io.lumia.market.provider.web;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Grants every call, unless told what to answer first; keeps what was noted. */
final class FakeGate implements CallGate {

    final List<Call> entered = new ArrayList<>();
    final List<CallEnd> ended = new ArrayList<>();
    final Deque<Permission> answers = new ArrayDeque<>();
    Optional<Validators> known = Optional.empty();
    private Instant blockedUntil = Instant.MIN;

    @Override
    public Permission enter(Caller caller, Call call, Instant at) {
        if (!answers.isEmpty()) {
            return answers.removeFirst();
        }
        if (at.isBefore(blockedUntil)) {
            return new Permission.WaitUntil(blockedUntil, "the provider asked us to wait");
        }
        entered.add(call);
        return new Permission.Granted(entered.size());
    }

    @Override
    public void end(long callId, CallEnd end) {
        ended.add(end);
        if (end.outcome().equals("throttled")) {
            blockedUntil = end.at().plus(end.waitTime());
        }
    }

    @Override
    public Optional<Validators> validators(String provider, String address) {
        return known;
    }

    List<String> outcomes() {
        return ended.stream().map(CallEnd::outcome).toList();
    }
}
