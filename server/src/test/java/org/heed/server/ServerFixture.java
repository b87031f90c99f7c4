package org.heed.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.heed.kernel.AllowedCall;
import org.heed.ledger.SigningKey;
import org.heed.postgres.DatabaseAddress;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.ledger.Sequencer;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.IdSource;
import org.heed.server.store.RolePasswords;
import org.heed.server.store.Schema;
import org.heed.testkit.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A migrated database of its own and a whole server on it, without the web: what a test of one
 * module needs. Sessions are opened straight in the database, so that a test can be anyone.
 */
public final class ServerFixture implements AutoCloseable {
  private static final RolePasswords PASSWORDS = new RolePasswords("app", "access", "ledger");

  private final TestDatabase database;
  private final Databases databases;
  private final MutableClock clock = new MutableClock();
  private final IdSource ids = new IdSource(clock, new Random(1));
  private final Acts acts;
  private final SigningKey key = SigningKey.create("norchester.example/heed", secureRandom());
  private final Sequencer sequencer;
  private final AtomicInteger people = new AtomicInteger();

  private ServerFixture() {
    this.database = TestDatabase.migrated("heed", ServerFixture::migrate);
    this.databases = Databases.open(database.address().jdbcUrl(), PASSWORDS, 8);
    this.acts = new Acts(databases, clock, ids);
    this.sequencer = new Sequencer(databases.ledger(), clock, key);
  }

  /** A fresh one. */
  public static ServerFixture create() {
    return new ServerFixture();
  }

  private static void migrate(DatabaseAddress address) throws SQLException {
    PGSimpleDataSource owner = new PGSimpleDataSource();
    owner.setUrl(address.jdbcUrl());
    owner.setUser(address.user());
    owner.setPassword(address.password());
    Schema.migrate(owner, PASSWORDS);
  }

  public Databases databases() {
    return databases;
  }

  public MutableClock clock() {
    return clock;
  }

  public Clock time() {
    return clock;
  }

  public IdSource ids() {
    return ids;
  }

  public Acts acts() {
    return acts;
  }

  public Sequencer sequencer() {
    return sequencer;
  }

  /** The key that signs its ledger. */
  public SigningKey key() {
    return key;
  }

  /** Where the database is, as its owner. */
  public DatabaseAddress address() {
    return database.address();
  }

  @AllowedCall("a key needs a secure source, even one for a test")
  private static SecureRandom secureRandom() {
    return new SecureRandom();
  }

  /** As the owner of everything, whom no row policy binds: for tampering and for looking. */
  public Connection owner() throws SQLException {
    return database.connect();
  }

  /** Runs one statement as owner. */
  public void asOwner(String statement) {
    try (Connection connection = owner();
        Statement run = connection.createStatement()) {
      run.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One number from a query as owner. */
  public long count(String query) {
    try (Connection connection = owner();
        Statement run = connection.createStatement();
        var row = run.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One text from a query as owner. */
  public String text(String query) {
    try (Connection connection = owner();
        Statement run = connection.createStatement();
        var row = run.executeQuery(query)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of every row of a query as owner. */
  public List<String> texts(String query) {
    List<String> texts = new ArrayList<>();
    try (Connection connection = owner();
        Statement run = connection.createStatement();
        var row = run.executeQuery(query)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Someone with these rights in every area. */
  public Caller someone(Right... rights) {
    return someone("norchester", null, rights);
  }

  /** Someone with these rights, of an agency, in these areas only. */
  public Caller someone(
      String agency,
      java.util.@org.jspecify.annotations.Nullable List<String> areas,
      Right... rights) {
    Set<Right> held = EnumSet.noneOf(Right.class);
    held.addAll(java.util.List.of(rights));
    UUID account = ids.next();
    String name = "person-" + people.incrementAndGet();
    org.heed.server.access.SessionToken token = org.heed.server.access.SessionToken.create();
    try (Connection connection = owner();
        var insertAccount =
            connection.prepareStatement(
                "insert into access.account (id, name, display_name, agency) values (?, ?, ?, ?)");
        var insertSession =
            connection.prepareStatement(
                """
                insert into access.session (token_hash, account, agency, rights, areas, kind, expires_at)
                values (?, ?, ?, ?, ?, 'api', now() + interval '1 day')\
                """)) {
      insertAccount.setObject(1, account);
      insertAccount.setString(2, name);
      insertAccount.setString(3, name.replace('p', 'P'));
      insertAccount.setString(4, agency);
      insertAccount.executeUpdate();
      insertSession.setBytes(1, token.hash());
      insertSession.setObject(2, account);
      insertSession.setString(3, agency);
      insertSession.setInt(4, Right.mask(held));
      insertSession.setArray(
          5, areas == null ? null : connection.createArrayOf("text", areas.toArray()));
      insertSession.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new Caller(
        account,
        name,
        name,
        agency,
        Right.mask(held),
        areas,
        java.time.Instant.parse("2100-01-01T00:00:00Z"),
        token);
  }

  /** A folder that goes with the test's JVM. */
  public static Path folder() {
    try {
      Path folder = Files.createTempDirectory("heed-test");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    databases.close();
    database.close();
  }
}
