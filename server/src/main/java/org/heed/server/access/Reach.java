package org.heed.server.access;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.heed.kernel.AllowedCall;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * How somebody is reached outside Heed: an address for notices, and a password for their calendar,
 * which opens that and nothing else.
 */
@Service
public class Reach {
  private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>\"]{1,64}@[^\\s@,;<>\"]{1,190}");

  private final JdbcClient access;
  private final Acts acts;
  private final Passwords passwords;

  public Reach(Databases databases, Acts acts, Passwords passwords) {
    this.access = JdbcClient.create(databases.access());
    this.acts = acts;
    this.passwords = passwords;
  }

  /**
   * What somebody gave.
   *
   * @param calendar whether they have a calendar's password
   */
  public record Given(@Nullable String email, boolean calendar) {
    /** Whether, not what. */
    @Override
    public String toString() {
      return "Given[" + (email != null) + ", " + calendar + "]";
    }
  }

  /** What the caller gave. */
  public Given of(Caller caller) {
    return access
        .sql("select email, calendar_hash is not null from access.reach where account = :account")
        .param("account", caller.account())
        .query((row, _) -> new Given(row.getString(1), row.getBoolean(2)))
        .optional()
        .orElse(new Given(null, false));
  }

  /** Sets the caller's address; null: none. */
  public void email(Caller caller, @Nullable String address) {
    if (address != null && !EMAIL.matcher(address).matches()) {
      throw new Refused(Refused.Code.INVALID, "Enter an e-mail address, like name@example.org.");
    }
    acts.changing(caller, "account.reach-set", act -> act.concerns(caller.account()));
    set(caller, "email", address);
  }

  /** Makes a new password for the caller's calendar, which ends the one before. Told once. */
  @AllowedCall("a password must be unpredictable")
  public String renewCalendar(Caller caller) {
    String password = Passwords.make(new SecureRandom());
    acts.changing(caller, "account.calendar-renewed", act -> act.concerns(caller.account()));
    set(caller, "calendar_hash", passwords.hash(password));
    return password;
  }

  /** Ends the caller's calendar. */
  public void endCalendar(Caller caller) {
    acts.changing(caller, "account.calendar-ended", act -> act.concerns(caller.account()));
    set(caller, "calendar_hash", null);
  }

  private void set(Caller caller, String column, @Nullable String value) {
    access
        .sql(
            "insert into access.reach (account, %s) values (:account, :value) on conflict (account) do update set %s = excluded.%s"
                .replace("%s", column))
        .param("account", caller.account())
        .param("value", value)
        .update();
  }

  /** The addresses of those who gave one. */
  public Map<UUID, String> emails(Collection<UUID> accounts) {
    Map<UUID, String> emails = new HashMap<>();
    access
        .sql(
            "select account, email from access.reach where account = any (:accounts) and email is not null")
        .param("accounts", accounts.toArray(UUID[]::new))
        .query(row -> {
          emails.put(row.getObject(1, UUID.class), row.getString(2));
        });
    return emails;
  }

  /**
   * Whose calendar's password this is, by the name that they sign in with; takes as long if
   * nobody's.
   */
  public Optional<UUID> calendarOf(String name, String password) {
    Optional<Kept> kept =
        access
            .sql(
                """
                select a.id, r.calendar_hash from access.account a
                join access.reach r on r.account = a.id
                where lower(a.name) = lower(:name) and r.calendar_hash is not null
                  and a.password_hash is not null
                """)
            .param("name", name)
            .query((row, _) -> new Kept(row.getObject(1, UUID.class), row.getString(2)))
            .optional();
    return passwords.matches(password, kept.map(Kept::hash).orElse(null))
        ? kept.map(Kept::account)
        : Optional.empty();
  }

  private record Kept(UUID account, String hash) {}
}
