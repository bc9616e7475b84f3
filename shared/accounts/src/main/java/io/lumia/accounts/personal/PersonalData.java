package io.lumia.accounts.personal;

import io.lumia.accounts.EmailAddress;
import io.lumia.accounts.User;
import io.lumia.accounts.profile.Profile;
import io.lumia.accounts.session.Session;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that we hold of a person, except what would not tell him anything: hashes of his password and tokens.
 *
 * @param email    null for who signs in elsewhere
 * @param sessions newest first
 * @param sections of other parts of Lumia, JSON documents by section
 */
public record PersonalData(
        Instant exportedAt,
        User user,
        @Nullable EmailAddress email,
        Profile profile,
        List<Session> sessions,
        Map<String, List<String>> sections) {

    public PersonalData {
        sessions = List.copyOf(sessions);
        Map<String, List<String>> copies = new TreeMap<>();
        sections.forEach((name, documents) -> copies.put(name, List.copyOf(documents)));
        sections = Collections.unmodifiableMap(copies);
    }
}
