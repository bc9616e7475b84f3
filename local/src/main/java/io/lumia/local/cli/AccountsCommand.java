package io.lumia.local.cli;

import io.lumia.accounts.AccountList;
import io.lumia.accounts.EmailAddress;
import io.lumia.accounts.Origin;
import io.lumia.accounts.User;
import io.lumia.accounts.UserId;
import io.lumia.accounts.Users;
import io.lumia.accounts.audit.Actor;
import io.lumia.accounts.audit.OperatorAct.AddressesShown;
import io.lumia.accounts.audit.RecordAct;
import io.lumia.accounts.password.Password;
import io.lumia.accounts.registration.AddByOperator;
import io.lumia.accounts.session.ChangeRights;
import io.lumia.accounts.session.OpenByOperator;
import io.lumia.accounts.token.AccessToken;
import io.lumia.accounts.token.RevokeSigningKey;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.kernel.access.Plan;
import io.lumia.kernel.access.Role;
import io.lumia.local.runtime.Installation;
import io.lumia.local.text.TextTable;
import io.lumia.platform.time.IdSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the operator does about accounts. Each act stands in the audit log as his. */
@Command(
        name = "accounts",
        description =
                "Make an account, change its role and plan, get a token of it; list accounts; revoke a signing key.",
        mixinStandardHelpOptions = true,
        subcommands = {
            AccountsCommand.Add.class,
            AccountsCommand.Grant.class,
            AccountsCommand.Token.class,
            AccountsCommand.ListAccounts.class,
            AccountsCommand.RevokeKey.class
        })
final class AccountsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "add, grant, token, list or revoke-signing-key is missing");
    }

    /** Makes one. */
    @Command(
            name = "add",
            description =
                    "Make an account whose address counts as confirmed; its password is asked for, never an argument.",
            mixinStandardHelpOptions = true)
    static final class Add extends ApiCommand {

        @Parameters(paramLabel = "EMAIL", description = "Its e-mail address.")
        private String email = "";

        @Option(names = "--role", paramLabel = "ROLE", defaultValue = "user", description = "user, advisor or admin.")
        private Role role = Role.USER;

        @Option(names = "--plan", paramLabel = "PLAN", defaultValue = "standard", description = "standard or premium.")
        private Plan plan = Plan.STANDARD;

        @Option(names = "--generate", description = "Make a password and show it, once.")
        private boolean generate;

        @Override
        int ask(Installation installation, CollectionApi api) {
            EmailAddress address = EmailAddress.parse(email);
            String typed = generate ? Passwords.generate() : Passwords.ask();
            UserId user =
                    installation.functions().bean(AddByOperator.class).add(address, Password.of(typed), role, plan);
            Map<String, Object> document = document(user, role, plan);
            if (generate) {
                document.put("password", typed);
            }
            print(document, () -> {
                out().println("account %s is there, role %s, plan %s".formatted(user, role.code(), plan.code()));
                if (generate) {
                    out().println("its password, shown this once: " + typed);
                }
            });
            return ExitCodes.DONE;
        }
    }

    /** Changes one's rights. */
    @Command(
            name = "grant",
            description = "Give an account another role or plan; its sessions end.",
            mixinStandardHelpOptions = true)
    static final class Grant extends ApiCommand {

        @Parameters(paramLabel = "EMAIL", description = "Its e-mail address.")
        private String email = "";

        @Option(names = "--role", paramLabel = "ROLE", description = "user, advisor or admin; else as it is.")
        private @Nullable Role role;

        @Option(names = "--plan", paramLabel = "PLAN", description = "standard or premium; else as it is.")
        private @Nullable Plan plan;

        @Override
        void check() {
            if (role == null && plan == null) {
                throw AppException.invalid("--role, --plan", "neither", "one of them or both");
            }
        }

        @Override
        int ask(Installation installation, CollectionApi api) {
            User user = find(installation, email);
            Role newRole = Objects.requireNonNullElse(role, user.role());
            Plan newPlan = Objects.requireNonNullElse(plan, user.plan());
            installation
                    .functions()
                    .bean(ChangeRights.class)
                    .changeByOperator(user.id(), newRole, newPlan, origin(installation));
            print(document(user.id(), newRole, newPlan), () -> out().println(
                            "account %s has role %s and plan %s; its sessions ended"
                                    .formatted(user.id(), newRole.code(), newPlan.code())));
            return ExitCodes.DONE;
        }
    }

    /** Opens a session in its name. */
    @Command(
            name = "token",
            description = "Print an access token of an account, for trying out what it may do; good for 15 minutes.",
            mixinStandardHelpOptions = true)
    static final class Token extends ApiCommand {

        @Parameters(paramLabel = "EMAIL", description = "Its e-mail address.")
        private String email = "";

        @Override
        int ask(Installation installation, CollectionApi api) {
            User user = find(installation, email);
            AccessToken token =
                    installation.functions().bean(OpenByOperator.class).open(user.id());
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("access_token", token.value());
            document.put("expires_at", token.expiresAt().toString());
            print(document, () -> out().println(token.value()));
            return ExitCodes.DONE;
        }
    }

    /** Shows them. */
    @Command(
            name = "list",
            description = "Show accounts: ids, roles and plans; addresses only where asked for, which is audited.",
            mixinStandardHelpOptions = true)
    static final class ListAccounts extends ApiCommand {

        @Option(names = "--show-addresses", description = "Open the e-mail addresses too.")
        private boolean showAddresses;

        @Option(names = "--after", paramLabel = "ID", description = "Go on after this account.")
        private @Nullable String after;

        @Option(names = "--limit", defaultValue = "100", description = "How many at most, 1 to 1000 (default 100).")
        private int limit = 100;

        @Override
        void check() {
            Limits.check("--limit", limit, AccountList.MAX_LIMIT);
        }

        @Override
        int ask(Installation installation, CollectionApi api) {
            List<User> users = installation
                    .functions()
                    .bean(AccountList.class)
                    .page(after == null ? null : UserId.parse(after), limit);
            List<String> addresses = showAddresses ? addresses(installation, users) : List.of();
            print(Map.of("accounts", documents(users, addresses)), () -> show(users, addresses));
            return ExitCodes.DONE;
        }

        /** Written down before it is shown. */
        private static List<String> addresses(Installation installation, List<User> users) {
            installation
                    .functions()
                    .bean(RecordAct.class)
                    .record(new Actor.Program("operator"), new AddressesShown(users.size()), "");
            Users book = installation.functions().bean(Users.class);
            return users.stream()
                    .map(user ->
                            book.findEmail(user.id()).map(EmailAddress::value).orElse(""))
                    .toList();
        }

        private static List<Map<String, Object>> documents(List<User> users, List<String> addresses) {
            List<Map<String, Object>> documents = new ArrayList<>();
            for (int i = 0; i < users.size(); i++) {
                User user = users.get(i);
                Map<String, Object> document = document(user.id(), user.role(), user.plan());
                document.put("issuer", user.issuer());
                document.put("created_at", user.createdAt().toString());
                if (!addresses.isEmpty()) {
                    document.put("email", addresses.get(i));
                }
                documents.add(document);
            }
            return documents;
        }

        private void show(List<User> users, List<String> addresses) {
            if (users.isEmpty()) {
                out().println("no accounts");
                return;
            }
            TextTable table = new TextTable("id", "role", "plan", "since", "e-mail");
            for (int i = 0; i < users.size(); i++) {
                User user = users.get(i);
                table.row(
                        user.id(),
                        user.role().code(),
                        user.plan().code(),
                        user.createdAt(),
                        addresses.isEmpty() ? "(hidden)" : addresses.get(i));
            }
            table.print(out());
        }
    }

    /** For a stolen one. */
    @Command(
            name = "revoke-signing-key",
            description =
                    "Refuse every access token that a key made; people refresh their sessions and notice nothing.",
            mixinStandardHelpOptions = true)
    static final class RevokeKey extends ApiCommand {

        @Parameters(
                paramLabel = "KID",
                description = "The key's id, as tokens' headers and the published key set name it.")
        private String kid = "";

        @Override
        int ask(Installation installation, CollectionApi api) {
            installation.functions().bean(RevokeSigningKey.class).revoke(kid, origin(installation));
            print(Map.of("revoked", kid), () -> out().println("signing key %s is revoked".formatted(kid)));
            return ExitCodes.DONE;
        }
    }

    private static User find(Installation installation, String email) {
        return installation
                .functions()
                .bean(Users.class)
                .findByEmail(EmailAddress.parse(email))
                .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "no account has this address"));
    }

    private static Origin origin(Installation installation) {
        return new Origin(
                "local", installation.functions().bean(IdSource.class).next().toString());
    }

    private static Map<String, Object> document(UserId user, Role role, Plan plan) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("user_id", user.toString());
        document.put("role", role.code());
        document.put("plan", plan.code());
        return document;
    }
}
