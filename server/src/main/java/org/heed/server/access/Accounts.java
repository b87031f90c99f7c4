package org.heed.server.access;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.IdSource;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Accounts, and the roles they hold: roles are facts, sign-in details are not. */
@Service
public class Accounts {
  private static final int SHORTEST_PASSWORD = 12;
  private static final int LONGEST = 200;
  private static final Pattern PRINTED = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S} ]+");

  private final JdbcClient access;
  private final JdbcClient app;
  private final Acts acts;
  private final Sessions sessions;
  private final Passwords passwords;
  private final IdSource ids;

  public Accounts(
      Databases databases, Acts acts, Sessions sessions, Passwords passwords, IdSource ids) {
    this.access = JdbcClient.create(databases.access());
    this.app = JdbcClient.create(databases.app());
    this.acts = acts;
    this.sessions = sessions;
    this.passwords = passwords;
    this.ids = ids;
  }

  /** The account of one of Heed's own programs, made on first use; nobody can sign in as it. */
  public UUID service(String name, String displayName) {
    access
        .sql(
            """
            insert into access.account (id, name, display_name, agency)
            values (:id, :name, :display, 'heed') on conflict do nothing
            """)
        .param("id", ids.next())
        .param("name", name)
        .param("display", displayName)
        .update();
    return find(name).orElseThrow();
  }

  /** The account of that name. */
  public Optional<UUID> find(String name) {
    return access
        .sql("select id from access.account where lower(name) = lower(:name)")
        .param("name", name)
        .query(UUID.class)
        .optional();
  }

  /** Makes an account that somebody can sign in to; it holds no role yet. */
  public UUID create(
      Caller administrator, String name, String displayName, String agency, String password) {
    administrator.require(Right.ADMINISTER);
    checkPassword(password);
    for (String text : List.of(name, displayName, agency)) {
      if (text.isBlank() || text.length() > LONGEST || !PRINTED.matcher(text).matches()) {
        throw new Refused(
            Refused.Code.INVALID,
            "A name and an agency are printed characters, at most " + LONGEST + " of them.");
      }
    }
    UUID id = ids.next();
    try {
      access
          .sql(
              """
              insert into access.account (id, name, display_name, agency, password_hash)
              values (:id, :name, :display, :agency, :hash)
              """)
          .param("id", id)
          .param("name", name)
          .param("display", displayName)
          .param("agency", agency)
          .param("hash", passwords.hash(password))
          .update();
    } catch (DuplicateKeyException e) {
      throw new Refused(Refused.Code.CONFLICT, "There is an account of that name already.");
    }
    acts.changing(administrator, "account.made", act -> act.concerns(id));
    return id;
  }

  /** Gives an account another password, and ends what is open under the old one. */
  public void setPassword(Caller administrator, UUID account, String password) {
    administrator.require(Right.ADMINISTER);
    checkPassword(password);
    acts.changing(administrator, "account.password-set", act -> act.concerns(account));
    access
        .sql(
            """
            update access.account
            set password_hash = :hash, failed_attempts = 0, locked_until = null where id = :id
            """)
        .param("hash", passwords.hash(password))
        .param("id", account)
        .update();
    sessions.endAll(account);
  }

  private static void checkPassword(String password) {
    if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST) {
      throw new Refused(
          Refused.Code.INVALID,
          "A password has at least "
              + SHORTEST_PASSWORD
              + " characters and at most "
              + LONGEST
              + ".");
    }
  }

  /**
   * An account with the roles that it holds now.
   *
   * @param signsIn whether it has a password
   */
  public record Listed(
      String name, String displayName, String agency, boolean signsIn, List<HeldRole> roles) {
    public Listed {
      roles = List.copyOf(roles);
    }
  }

  /** A role that is held, for one area or, with null, for all. */
  public record HeldRole(String role, @Nullable String area, @Nullable Instant until) {}

  /** Every account, by name. */
  public List<Listed> list(Caller administrator) {
    administrator.require(Right.ADMINISTER);
    return access
        .sql(
            """
            select id, name, display_name, agency, password_hash is not null as signs_in
            from access.account order by lower(name)
            """)
        .query((row, _) ->
            new Listed(
                row.getString("name"),
                row.getString("display_name"),
                row.getString("agency"),
                row.getBoolean("signs_in"),
                sessions.held(row.getObject("id", UUID.class)).stream()
                    .map(held ->
                        new HeldRole(
                            held.role().code(),
                            held.area(),
                            held.until() == null ? null : held.until().toInstant()))
                    .toList()))
        .list();
  }

  /** Gives a role, for one area or, with null, for all. Takes effect on open sessions at once. */
  public void give(
      Caller administrator,
      UUID account,
      Role role,
      @Nullable String area,
      @Nullable Instant until,
      String reason) {
    if (role.isForATime() && until == null) {
      throw new Refused(
          Refused.Code.INVALID,
          "Give the day on which the role of " + role.title().toLowerCase(Locale.ROOT) + " ends.");
    }
    write(administrator, account, role, area, true, until, reason);
  }

  /** Takes a role back. Takes effect on open sessions at once. */
  public void takeBack(
      Caller administrator, UUID account, Role role, @Nullable String area, String reason) {
    write(administrator, account, role, area, false, null, reason);
  }

  private void write(
      Caller administrator,
      UUID account,
      Role role,
      @Nullable String area,
      boolean granted,
      @Nullable Instant until,
      String reason) {
    administrator.require(Right.ADMINISTER);
    acts.changing(
        administrator,
        granted ? "role.given" : "role.taken-back",
        act -> {
          act.concerns(account);
          int seq =
              app.sql(
                      "select coalesce(max(seq), 0) + 1 from access.role_grant where account ="
                          + " :account")
                  .param("account", account)
                  .query(Integer.class)
                  .single();
          act.add(Tables.ROLE_GRANT, account, seq, role.code(), area, granted, until, reason);
        });
    sessions.refresh(account);
  }
}
