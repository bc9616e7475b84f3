package io.lumia.recommendation.backtest;

import io.lumia.kernel.AppException;
import io.lumia.recommendation.request.Choice;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;

/** On which sessions a decision is made. */
public sealed interface Rebalancing {

    /** Those of the sessions, oldest first; the very first always is one, so that money does not wait for a month to end. */
    List<LocalDate> dates(List<LocalDate> sessions);

    /** A stretch of the calendar. */
    enum Period implements Choice {
        MONTHLY,
        QUARTERLY;

        private int numberOf(LocalDate day) {
            return switch (this) {
                case MONTHLY -> day.getYear() * 12 + day.getMonthValue();
                case QUARTERLY -> day.getYear() * 4 + day.get(IsoFields.QUARTER_OF_YEAR);
            };
        }
    }

    /** Which session of the stretch. */
    enum Edge implements Choice {
        FIRST,
        LAST
    }

    /** The first or last session of each month or quarter; the last session of all is the last of its month only if the month has ended. */
    record OfCalendar(Period period, Edge edge) implements Rebalancing {

        @Override
        public List<LocalDate> dates(List<LocalDate> sessions) {
            List<LocalDate> dates = new ArrayList<>();
            for (int i = 0; i < sessions.size(); i++) {
                int neighbour = edge == Edge.FIRST ? i - 1 : i + 1;
                boolean inside = neighbour >= 0 && neighbour < sessions.size();
                if (i == 0
                        || (inside && period.numberOf(sessions.get(i)) != period.numberOf(sessions.get(neighbour)))) {
                    dates.add(sessions.get(i));
                }
            }
            return dates;
        }
    }

    /** @param number of sessions from one decision to the next, 1 to {@value #MAX_SESSIONS} */
    record EverySessions(int number) implements Rebalancing {

        public static final int MAX_SESSIONS = 260;

        public EverySessions {
            if (number < 1 || number > MAX_SESSIONS) {
                throw AppException.invalid("sessions between decisions", number, "1 to " + MAX_SESSIONS);
            }
        }

        @Override
        public List<LocalDate> dates(List<LocalDate> sessions) {
            List<LocalDate> dates = new ArrayList<>();
            for (int i = 0; i < sessions.size(); i += number) {
                dates.add(sessions.get(i));
            }
            return dates;
        }
    }
}
