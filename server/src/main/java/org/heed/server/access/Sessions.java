package org.heed.server.access;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heed.server.store.Databases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Signing in and out. Runs on its own database role, the only one that can open a session; the
 * application's role can merely show a token.
 */
@Service
public class Sessions {
  private static final int ATTEMPTS_BEFORE_LOCK = 10;
  private static final Duration LOCK = Duration.ofMinutes(15);
  private static final Duration LENGTH = Duration.ofHours(10);
  private static final Duration CALENDAR_LENGTH = Duration.ofMinutes(1);
  private static final Duration SERVICE_LENGTH = Duration.ofDays(30);

  private final JdbcClient access;
  private final JdbcClient app;
  private final Passwords passwords;

  public Sessions(Databases databases, Passwords passwords) {
    this.access = JdbcClient.create(databases.access());
    this.app = JdbcClient.create(databases.app());
    this.passwords = passwords;
  }

  /** A new session for whoever knows the password; empty when name and password do not match. */
  public Optional<SessionToken> signIn(String name, String password, String kind) {
    Optional<Account> account = findAccount(name);
    boolean known = passwords.matches(password, account.map(Account::passwordHash).orElse(null));
    if (account.isEmpty()) {
      return Optional.empty();
    }
    if (account.get().locked()) {
      return Optional.empty();
    }
    if (!known) {
      countFailure(account.get().id());
      return Optional.empty();
    }
    access
        .sql(
            "update access.account set failed_attempts = 0, locked_until = null where id = :id and"
                + " failed_attempts > 0")
        .param("id", account.get().id())
        .update();
    UUID id = account.get().id();
    return Optional.of(open(id, kind, LENGTH, grants(id)));
  }

  /** Opens a session for one of Heed's own programs, for every area, with just these rights. */
  public Caller openService(UUID account, Set<Right> rights) {
    SessionToken token =
        open(account, "service", SERVICE_LENGTH, new Grants(Right.mask(rights), null, null));
    return find(token).orElseThrow();
  }

  /**
   * A short session for whoever's calendar asks: of their roles, what they have to do in cases and
   * after inspections, and nothing else. Empty where they have no role any more.
   */
  public Optional<Caller> openCalendar(UUID account) {
    Grants all = grants(account);
    int rights = all.rights() & (Right.CASES.bit() | Right.INSPECT.bit());
    return find(
        open(account, "api", CALENDAR_LENGTH, new Grants(rights, all.areas(), all.until())));
  }

  /** Ends the session. */
  public void signOut(SessionToken token) {
    access
        .sql("delete from access.session where token_hash = :hash or expires_at < now()")
        .param("hash", token.hash())
        .update();
  }

  /** Who holds the token, as the database sees it now; empty once ended or expired. */
  public Optional<Caller> find(SessionToken token) {
    return app.sql("select * from access.enter(:token)")
        .param("token", token.secret())
        .query((row, _) -> {
          java.sql.Array areas = row.getArray("areas");
          return new Caller(
              row.getObject("account", UUID.class),
              row.getString("name"),
              row.getString("display_name"),
              row.getString("agency"),
              row.getInt("rights"),
              areas == null ? null : List.of((String[]) areas.getArray()),
              row.getTimestamp("expires_at").toInstant(),
              token);
        })
        .optional();
  }

  /**
   * Brings an account's open sessions in line with its roles, at once. None outlives a role it
   * rests on.
   */
  public void refresh(UUID account) {
    Grants grants = grants(account);
    access
        .sql(
            """
            update access.session set rights = :rights, areas = :areas,
              expires_at = least(expires_at, cast(:until as timestamptz))
            where account = :account and kind <> 'service'
            """)
        .param("rights", grants.rights())
        .param("areas", grants.areasArray())
        .param("until", grants.until())
        .param("account", account)
        .update();
  }

  private SessionToken open(UUID account, String kind, Duration length, Grants grants) {
    SessionToken token = SessionToken.create();
    access
        .sql(
            """
            insert into access.session (token_hash, account, agency, rights, areas, kind, expires_at)
            select :hash, a.id, a.agency, :rights, :areas, :kind,
              least(now() + make_interval(secs => :seconds), cast(:until as timestamptz))
            from access.account a where a.id = :account
            """)
        .param("hash", token.hash())
        .param("rights", grants.rights())
        .param("areas", grants.areasArray())
        .param("kind", kind)
        .param("seconds", (double) length.toSeconds())
        .param("until", grants.until())
        .param("account", account)
        .update();
    return token;
  }

  private Optional<Account> findAccount(String name) {
    return access
        .sql(
            """
            select id, password_hash, coalesce(locked_until > now(), false) as locked
            from access.account where lower(name) = lower(:name) and password_hash is not null
            """)
        .param("name", name)
        .query((row, _) ->
            new Account(
                row.getObject("id", UUID.class),
                row.getString("password_hash"),
                row.getBoolean("locked")))
        .optional();
  }

  private void countFailure(UUID account) {
    access
        .sql(
            """
            update access.account
            set failed_attempts = failed_attempts + 1,
                locked_until = case when failed_attempts + 1 >= :most
                                    then now() + make_interval(secs => :seconds) end
            where id = :id
            """)
        .param("most", ATTEMPTS_BEFORE_LOCK)
        .param("seconds", (double) LOCK.toSeconds())
        .param("id", account)
        .update();
  }

  private Grants grants(UUID account) {
    return Grants.of(held(account));
  }

  /** The roles that the account holds now. */
  List<Grants.Held> held(UUID account) {
    return access
        .sql(
            """
            select role, area, until from (
              select distinct on (role, area) role, area, granted, until
              from access.role_grant where account = :account
              order by role, area, seq desc) latest
            where granted and (until is null or until > now())
            """)
        .param("account", account)
        .query((row, _) ->
            new Grants.Held(
                Role.parse(row.getString("role")),
                row.getString("area"),
                row.getObject("until", OffsetDateTime.class)))
        .list();
  }

  /** Ends everything that the account has open. */
  void endAll(UUID account) {
    access
        .sql("delete from access.session where account = :account and kind <> 'service'")
        .param("account", account)
        .update();
  }

  private record Account(UUID id, String passwordHash, boolean locked) {}
}
