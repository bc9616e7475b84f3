package io.lumia.sentiment.vader;

/** What exclamation and question marks anywhere in a text add to its intensity. Hutto and Gilbert (2014), section 3.2. */
final class Emphasis {

    private static final double PER_EXCLAMATION_MARK = 0.292;
    private static final int MOST_EXCLAMATION_MARKS = 4;
    private static final double PER_QUESTION_MARK = 0.18;
    private static final int FEWEST_QUESTION_MARKS = 2;
    private static final int MOST_QUESTION_MARKS = 3;
    private static final double MANY_QUESTION_MARKS = 0.96;

    private Emphasis() {}

    /** 0 or more. */
    static double of(char[] text) {
        int exclamationMarks = 0;
        int questionMarks = 0;
        for (char c : text) {
            if (c == '!') {
                exclamationMarks++;
            } else if (c == '?') {
                questionMarks++;
            }
        }
        return Math.min(exclamationMarks, MOST_EXCLAMATION_MARKS) * PER_EXCLAMATION_MARK + ofQuestions(questionMarks);
    }

    private static double ofQuestions(int marks) {
        if (marks < FEWEST_QUESTION_MARKS) {
            return 0;
        }
        return marks <= MOST_QUESTION_MARKS ? marks * PER_QUESTION_MARK : MANY_QUESTION_MARKS;
    }
}
