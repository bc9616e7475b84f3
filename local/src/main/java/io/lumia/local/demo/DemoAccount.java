package io.lumia.local.demo;

import io.lumia.accounts.EmailAddress;
import io.lumia.accounts.Origin;
import io.lumia.accounts.Users;
import io.lumia.accounts.password.Password;
import io.lumia.accounts.registration.AddByOperator;
import io.lumia.accounts.session.SignIn;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.kernel.access.Plan;
import io.lumia.kernel.access.Role;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.folder.OwnersOnly;
import io.lumia.local.json.Json;
import io.lumia.local.runtime.FunctionHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * An account for trying things out on this machine: it may do everything, and its password lies in the data folder, where whoever
 * has the folder can read it.
 */
public record DemoAccount(String email, String password) {

    private static final String EMAIL = "demo@lumia.example";
    private static final Origin HERE = new Origin("127.0.0.1", "demo-account");

    /** The folder's; made where there is none yet. */
    public static DemoAccount of(DataFolder folder, FunctionHost functions, Supplier<String> newPassword) {
        DemoAccount account = remembered(folder.demoAccount(), newPassword);
        EmailAddress address = EmailAddress.parse(account.email);
        if (functions.bean(Users.class).findByEmail(address).isEmpty()) {
            functions.bean(AddByOperator.class).add(address, Password.of(account.password), Role.ADMIN, Plan.PREMIUM);
        }
        return account;
    }

    /** Written before the account is there, so that no account stays whose password nobody knows. */
    private static DemoAccount remembered(Path file, Supplier<String> newPassword) {
        try {
            if (!Files.exists(file)) {
                OwnersOnly.write(file, Json.write(new DemoAccount(EMAIL, newPassword.get())));
            }
            return Json.read(Files.readString(file), DemoAccount.class);
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "%s cannot be used: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** A refresh token of a session that is opened for it now, good for seven days and one use. */
    public String signIn(FunctionHost functions) {
        return switch (functions.bean(SignIn.class).signIn(email, password, HERE)) {
            case SignIn.Result.SignedIn in -> in.tokens().refresh().value();
            case SignIn.Result.Refused _ ->
                throw new AppException(
                        ErrorCode.CONFLICT,
                        "%s has another password than the data folder remembers, or is gone".formatted(email));
            case SignIn.Result.TooManyAttempts wait ->
                throw new AppException(
                        ErrorCode.LIMIT_REACHED, "%s cannot sign in before %s".formatted(email, wait.freeAt()));
        };
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "demo account " + email;
    }
}
