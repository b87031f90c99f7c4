package org.heed.server.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
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
    if (password.length() < SHORTEST_PASSWORD) {
      throw new Refused(
          Refused.Code.INVALID, "A password has at least " + SHORTEST_PASSWORD + " characters.");
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
    return id;
  }

  /** Gives a role, for one area or, with null, for all. Takes effect on open sessions at once. */
  public void give(
      Caller administrator,
      UUID account,
      Role role,
      @Nullable String area,
      @Nullable Instant until,
      String reason) {
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
                      "select coalesce(max(seq), 0) + 1 from access.role_grant where account = :account")
                  .param("account", account)
                  .query(Integer.class)
                  .single();
          act.add(Tables.ROLE_GRANT, account, seq, role.code(), area, granted, until, reason);
        });
    sessions.refresh(account);
  }
}
