package org.heed.cli.record;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heed.cli.CommandFailure;
import org.heed.kernel.AllowedCall;
import org.heed.server.OpenRecord;
import org.heed.server.access.Accounts;
import org.heed.server.access.Caller;
import org.heed.server.access.Passwords;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.access.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code heed account}: who may sign in, and as what. It works on the data folder or as the
 * database's owner, which is how the first administrator of a new record comes to be.
 */
@Command(
    name = "account",
    mixinStandardHelpOptions = true,
    description = {
      "Makes accounts, gives roles and takes them back, sets passwords.",
      "Each of these is an entry of the ledger. A new password is printed once, on standard output."
    })
public final class AccountCommand implements Runnable {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: add, give, take-back, password or list");
  }

  /** What a subcommand does with the accounts. */
  @FunctionalInterface
  private interface Work {
    void on(Accounts accounts, Caller administrator, PrintWriter out);
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Makes an account and prints its password; it holds no role yet.")
  int add(
      @Parameters(paramLabel = "NAME", description = "To sign in with.") String name,
      @Option(names = "--called", required = true, description = "The person's name, for others.")
          String called,
      @Option(names = "--agency", required = true, description = "Whom they work for.")
          String agency,
      @Mixin RecordOptions record)
      throws SQLException {
    return with(
        record,
        (accounts, administrator, out) -> {
          String password = password();
          accounts.create(administrator, name, called, agency, password);
          out.println(password);
        });
  }

  @Command(
      name = "password",
      mixinStandardHelpOptions = true,
      description = "Gives an account a new password, prints it, and signs the account out.")
  int password(@Parameters(paramLabel = "NAME") String name, @Mixin RecordOptions record)
      throws SQLException {
    return with(
        record,
        (accounts, administrator, out) -> {
          String password = password();
          accounts.setPassword(administrator, get(accounts, name), password);
          out.println(password);
        });
  }

  @Command(name = "give", mixinStandardHelpOptions = true, description = "Gives an account a role.")
  int give(
      @Parameters(index = "0", paramLabel = "NAME") String name,
      @Parameters(index = "1", paramLabel = "ROLE") String role,
      @Option(names = "--area", description = "For this area alone; left out: for every area.")
          @Nullable String area,
      @Option(
              names = "--until",
              paramLabel = "DAY",
              description = "The last day, such as 2027-03-31.")
          @Nullable String until,
      @Option(names = "--reason", required = true, description = "Why; kept in the record.")
          String reason,
      @Mixin RecordOptions record)
      throws SQLException {
    Role given = role(role);
    Instant end = end(until);
    return with(
        record,
        (accounts, administrator, out) ->
            accounts.give(administrator, get(accounts, name), given, area, end, reason));
  }

  @Command(
      name = "take-back",
      mixinStandardHelpOptions = true,
      description = "Takes a role back, at once.")
  int takeBack(
      @Parameters(index = "0", paramLabel = "NAME") String name,
      @Parameters(index = "1", paramLabel = "ROLE") String role,
      @Option(names = "--area", description = "The area it was given for; left out: every area.")
          @Nullable String area,
      @Option(names = "--reason", required = true, description = "Why; kept in the record.")
          String reason,
      @Mixin RecordOptions record)
      throws SQLException {
    Role taken = role(role);
    return with(
        record,
        (accounts, administrator, out) ->
            accounts.takeBack(administrator, get(accounts, name), taken, area, reason));
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists accounts with the roles they hold now, a tab between columns.")
  int list(@Mixin RecordOptions record) throws SQLException {
    return with(
        record,
        (accounts, administrator, out) ->
            accounts
                .list(administrator)
                .forEach(account ->
                    out.println(
                        String.join(
                            "\t",
                            account.name(),
                            account.displayName(),
                            account.agency(),
                            account.signsIn() ? "signs in" : "cannot sign in",
                            roles(account.roles())))));
  }

  private static String roles(List<Accounts.HeldRole> roles) {
    return String.join(
        ", ",
        roles.stream()
            .map(held ->
                held.role()
                    + (held.area() == null ? "" : " in " + held.area())
                    + (held.until() == null
                        ? ""
                        : " until " + LocalDate.ofInstant(held.until().minusNanos(1), LONDON)))
            .toList());
  }

  private int with(RecordOptions record, Work work) throws SQLException {
    ServerLog.quiet();
    try (OpenRecord services =
        OpenRecord.open(record.data(), record.database(), record.rulebook())) {
      Caller administrator =
          services.service("heed-account", "Accounts", EnumSet.of(Right.ADMINISTER));
      try {
        PrintWriter out = spec.commandLine().getOut();
        work.on(services.accounts(), administrator, out);
        out.flush();
        services.settle();
      } finally {
        services.end(administrator);
      }
      return 0;
    } catch (Refused refused) {
      throw new CommandFailure(refused.sentence(), refused);
    } catch (RuntimeException why) {
      throw ServerFailures.explained(why);
    }
  }

  private static UUID get(Accounts accounts, String name) {
    Optional<UUID> found = accounts.find(name);
    return found.orElseThrow(
        () -> new CommandFailure("There is no account of that name: see heed account list."));
  }

  private Role role(String code) {
    try {
      return Role.parse(code);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(),
          "a role is one of "
              + String.join(", ", EnumSet.allOf(Role.class).stream().map(Role::code).toList()),
          e);
    }
  }

  private @Nullable Instant end(@Nullable String until) {
    try {
      return until == null
          ? null
          : LocalDate.parse(until).plusDays(1).atStartOfDay(LONDON).toInstant();
    } catch (DateTimeException e) {
      throw new ParameterException(spec.commandLine(), "--until is a day, such as 2027-03-31", e);
    }
  }

  @AllowedCall("a password must be unpredictable")
  private static String password() {
    return Passwords.make(new SecureRandom());
  }
}
