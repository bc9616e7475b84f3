package io.lumia.local.schedule;

import io.lumia.local.schedule.Timetable.Schedule;
import io.lumia.local.schedule.Timetable.Target;
import java.time.Instant;

/** Hands a schedule's input to its target. */
public final class Delivery {

    private final Receivers receivers;

    public Delivery(Receivers receivers) {
        this.receivers = receivers;
    }

    /** Once, now; fails as the target does. */
    public void deliver(Schedule schedule, Instant at, int attempt) {
        String input = ScheduledInput.of(schedule, at, attempt);
        switch (schedule.target()) {
            case Target.Queue queue -> receivers.send(queue.name(), input);
            case Target.Function function -> receivers.invoke(function.name(), input);
        }
    }

    /** Puts an input aside that its queue did not take. */
    void giveUp(Schedule schedule, Target.Queue queue, Instant at, int attempt) {
        receivers.send(queue.deadLetterName(), ScheduledInput.of(schedule, at, attempt));
    }

    /** Queues and functions. */
    public interface Receivers {

        void send(String queue, String body);

        void invoke(String function, String event);
    }
}
