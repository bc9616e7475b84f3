package io.lumia.functions.collectionapi.deadletter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two queues; one message died in load. */
public final class FakeDeadLetterBox implements DeadLetterBox {

    public final List<String> sentAgain = new ArrayList<>();
    private final Map<String, List<DeadLetter>> letters = new LinkedHashMap<>();

    public FakeDeadLetterBox() {
        letters.put("collect", new ArrayList<>());
        letters.put("load", new ArrayList<>());
        add("load", "{\"item_id\": \"00000000-0000-0001-0000-000000000002\"}");
    }

    public void add(String queue, String body) {
        Instant sentAt = Instant.parse("2015-01-02T10:00:00Z");
        letters.get(queue).add(new DeadLetter(queue, "0e6a2f5c-1111-4222-8333-944445555666", sentAt, 1, body));
    }

    @Override
    public List<String> queues() {
        return List.copyOf(letters.keySet());
    }

    @Override
    public int count(String queue) {
        return letters.get(queue).size();
    }

    @Override
    public List<DeadLetter> list(String queue, int most) {
        return letters.get(queue).stream().limit(most).toList();
    }

    @Override
    public int replay(String queue, int most) {
        List<DeadLetter> sent = list(queue, most);
        sent.forEach(letter -> sentAgain.add(letter.queue() + " " + letter.body()));
        letters.get(queue).subList(0, sent.size()).clear();
        return sent.size();
    }
}
