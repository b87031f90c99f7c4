package org.heed.server;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heed.kernel.AllowedCall;
import org.heed.ledger.VerifyKey;
import org.heed.postgres.DatabaseAddress;
import org.heed.postgres.PostgresFailure;
import org.heed.server.access.Accounts;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.importing.Importer;
import org.heed.server.importing.Pauses;
import org.heed.server.ledger.Checkpoints;
import org.heed.server.ledger.Sequencer;
import org.heed.server.portable.TakeBack;
import org.heed.server.publication.CrimeHistories;
import org.heed.server.publication.CrimeRecounts;
import org.heed.server.publication.FigureStore;
import org.heed.server.publication.Figures;
import org.heed.server.publication.ReleaseFolder;
import org.heed.server.publication.Releases;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.rereading.Rereading;
import org.heed.server.rulebook.Adoption;
import org.heed.server.store.Databases;
import org.heed.server.store.IdSource;
import org.heed.server.store.KnownPositions;
import org.heed.server.store.RealTime;
import org.jspecify.annotations.Nullable;

/** The record, opened by a command that works on it beside a running Heed or where none runs. */
public final class OpenRecord implements AutoCloseable {
  private final RecordStore store;
  private final boolean joined;
  private final Path data;
  private final Clock clock;
  private final RecordServices services;
  private final Adoption adoption;
  private final RulebookInForce rulebook;
  private final IdSource ids;

  private OpenRecord(
      RecordStore store,
      boolean joined,
      Path data,
      Clock clock,
      IdSource ids,
      RecordServices services,
      Adoption adoption) {
    this.store = store;
    this.joined = joined;
    this.data = data;
    this.clock = clock;
    this.ids = ids;
    this.services = services;
    this.adoption = adoption;
    this.rulebook = adoption.inForce();
  }

  /**
   * Opens the external database; or the one of the Heed that runs in the data folder; or, where
   * none does, the folder's own.
   *
   * @throws StartFailure or {@link PostgresFailure} with one plain sentence
   */
  @AllowedCall("draws for review must not be foreseeable")
  public static OpenRecord open(Path data, @Nullable DatabaseAddress external, Path rulebook) {
    RulebookInForce given = RulebookInForce.load(rulebook);
    Clock clock = RealTime.clock();
    RecordStore joined = external == null ? joined(data) : null;
    RecordStore store = joined == null ? RecordStore.open(data, external) : joined;
    Adoption adoption = Adoption.over(given, store.databases(), data, clock);
    RulebookInForce inForce = adoption.inForce();
    IdSource ids = IdSource.secure(clock);
    RecordServices services =
        RecordServices.of(store.databases(), clock, ids, inForce, new SecureRandom());
    if (joined == null) {
      // What goes in from now on can be verified, even if it is interrupted.
      HeedServer.signingKey(data);
    }
    adoption.start();
    return new OpenRecord(store, joined != null, data, clock, ids, services, adoption);
  }

  private static @Nullable RecordStore joined(Path data) {
    try {
      return RecordStore.join(data);
    } catch (PostgresFailure nobodyRuns) {
      return null;
    }
  }

  /** A session for one of Heed's own programs, with just these rights. */
  public Caller service(String name, String displayName, Set<Right> rights) {
    UUID account = services.accounts().service(name, displayName);
    return services.sessions().openService(account, rights);
  }

  /** Accounts and their roles, for a caller who may. */
  public Accounts accounts() {
    return services.accounts();
  }

  /** A session of somebody who has an account; empty when name and password do not match. */
  public Optional<Caller> signIn(String name, String password) {
    return services
        .sessions()
        .signIn(name, password, "api")
        .flatMap(token -> services.sessions().find(token));
  }

  /** Ends a session. */
  public void end(Caller caller) {
    services.sessions().signOut(caller.token());
  }

  /** Brings files in, for a caller who may. */
  public Importer importer(Caller caller) {
    return new Importer(
        new Importer.Tools(
            store.databases(),
            services.acts(),
            caller,
            services.recogniser(),
            clock,
            Pauses.growing()));
  }

  /** Takes exports back, in the name of one of Heed's own programs. */
  public TakeBack takeBack(String name, String displayName) {
    return new TakeBack(
        store.address(),
        HeedServer.signingKey(data),
        services.accounts().service(name, displayName),
        clock,
        ids);
  }

  /** The public key of this record's ledger. */
  public VerifyKey key() {
    return HeedServer.signingKey(data).verifyKey();
  }

  /** Asks for figures. */
  public Figures figures() {
    Databases databases = store.databases();
    return new Figures(
        services.acts(),
        new FigureStore(databases),
        new KnownPositions(databases),
        rulebook,
        clock);
  }

  /** Counts crimes again by another rulebook. */
  public CrimeRecounts recounts() {
    return new CrimeRecounts(services.acts(), new CrimeHistories(store.databases()));
  }

  /** Freezes figures for publication, under the data folder. */
  public Releases releases() {
    return new Releases(services.acts(), figures(), new ReleaseFolder(data));
  }

  /** Re-reads the archive, which is kept under the data folder. */
  public Rereading rereading() {
    Databases databases = store.databases();
    return new Rereading(services.acts(), databases, new KnownPositions(databases), rulebook, data);
  }

  /** Gives what was done its positions and a signed checkpoint, unless a running Heed does. */
  public void settle() throws SQLException {
    if (!joined) {
      Sequencer sequencer =
          new Sequencer(store.databases().ledger(), clock, HeedServer.signingKey(data));
      sequencer.settle();
      new Checkpoints(store.databases().ledger(), sequencer, data).keep();
    }
  }

  @Override
  public void close() {
    adoption.close();
    store.close();
  }
}
