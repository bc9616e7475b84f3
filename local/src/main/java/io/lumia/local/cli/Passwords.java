package io.lumia.local.cli;

import io.lumia.kernel.AppException;
import java.io.Console;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A password for an account: typed where nobody sees it, or made. */
final class Passwords {

    /** 24 of 32 characters: 120 bits. None that two people read differently. */
    private static final int CHARACTERS = 24;

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789_";

    private Passwords() {}

    static String generate() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < CHARACTERS; i++) {
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    /** Twice, so that a slip is noticed. Refused where there is no terminal: from elsewhere it would lie about somewhere. */
    static String ask() {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw AppException.invalid("password", "(no terminal to ask on)", "a terminal, or --generate");
        }
        String first = read(console, "Password: ");
        if (!first.equals(read(console, "Again: "))) {
            throw AppException.invalid("password", "(hidden, two different ones)", "the same twice");
        }
        return first;
    }

    private static String read(Console console, String prompt) {
        char @Nullable [] typed = console.readPassword(prompt);
        if (typed == null) {
            throw AppException.invalid("password", "(nothing)", "a password");
        }
        String password = new String(typed);
        Arrays.fill(typed, ' ');
        return password;
    }
}
