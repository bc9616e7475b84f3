package io.lumia.local.folder;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.json.Json;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What a deployment keeps as secrets, made once for a data folder and kept beside its database: whoever has the folder has
 * both, as whoever has the machine has.
 *
 * @param byName values by the names that {@code function.json} files use
 */
public record LocalSecrets(Map<String, String> byName) {

    private static final String PEPPERS = "accounts-peppers";
    private static final String KEY_ENCRYPTION = "accounts-key-encryption-secrets";

    /** What each is the value of. */
    private static final Map<String, String> SETTINGS =
            Map.of(PEPPERS, "lumia.accounts.peppers", KEY_ENCRYPTION, "lumia.accounts.key-encryption.secrets");

    private static final int BYTES = 32;

    public LocalSecrets {
        byName = Map.copyOf(byName);
    }

    /** Reads the folder's secrets; makes them where there are none yet. */
    public static LocalSecrets of(DataFolder folder, RandomGenerator random) {
        Path file = folder.secretsFile();
        try {
            if (!Files.exists(file)) {
                make(folder, random);
            }
            LocalSecrets read = Json.read(Files.readString(file), LocalSecrets.class);
            if (!read.byName().keySet().equals(SETTINGS.keySet())) {
                throw AppException.invalid(
                        file.toString(), read.byName().keySet(), String.join(", ", SETTINGS.keySet()));
            }
            return read;
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "%s cannot be used: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** The settings that the secrets are. */
    public Map<String, String> settings() {
        return settings(byName.keySet());
    }

    /** Those that a function names, as the settings that they are. */
    public Map<String, String> settings(Collection<String> names) {
        Map<String, String> settings = new HashMap<>();
        names.stream().filter(byName::containsKey).forEach(name -> settings.put(SETTINGS.get(name), byName.get(name)));
        return settings;
    }

    /** Moved into its place whole; of two processes at once the first one's stay. */
    private static void make(DataFolder folder, RandomGenerator random) throws IOException {
        LocalSecrets made = new LocalSecrets(Map.of(PEPPERS, "1:" + secret(random), KEY_ENCRYPTION, secret(random)));
        Path fresh = Files.createTempFile(folder.root(), "secrets", ".new", OwnersOnly.attributes());
        try {
            Files.writeString(fresh, Json.write(made));
            Files.createLink(folder.secretsFile(), fresh);
        } catch (FileAlreadyExistsException _) {
            // The other process's secrets count.
        } catch (UnsupportedOperationException _) {
            Files.move(fresh, folder.secretsFile(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static String secret(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Without the values. */
    @Override
    public String toString() {
        return "secrets " + byName.keySet();
    }
}
