package org.heed.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.heed.kernel.AllowedCall;
import org.heed.server.HeedServer;
import org.heed.server.RecordServices;
import org.heed.server.RecordStore;
import org.heed.server.ServeOptions;
import org.heed.server.StartFailure;
import org.heed.server.access.Caller;
import org.heed.server.access.Passwords;
import org.heed.server.ledger.LedgerKey;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.IdSource;
import org.heed.server.store.RealTime;
import org.heed.server.tellus.TellUsSettings;
import org.heed.simulator.ForceParameters;

/** A server with a simulated force in it, and what one signs in with. */
public final class Demo {
  /** When the earlier inspection was drawn. */
  private static final Duration BEFORE = Duration.ofDays(-30);

  private final HeedServer server;
  private final List<DemoSignIns.SignIn> signIns;
  private final String password;

  private Demo(HeedServer server, List<DemoSignIns.SignIn> signIns, String password) {
    this.server = server;
    this.signIns = signIns;
    this.password = password;
  }

  /**
   * Starts the server, loading the force first where it is not there. A load that was stopped half
   * way is begun again: nothing but simulated records was lost.
   *
   * @param progress told how many events are loaded
   */
  @AllowedCall("draws for review must not be foreseeable")
  public static Demo start(ServeOptions options, ForceParameters force, IntConsumer progress) {
    Path loaded = options.data().resolve("demo.loaded");
    Path loading = options.data().resolve("demo.loading");
    Clock clock = RealTime.clock();
    try {
      refuseRealRecord(options, loaded, loading);
      boolean there = Files.exists(loaded);
      RecordStore store =
          there ? RecordStore.open(options.data(), null) : RecordStore.openEmpty(options.data());
      try {
        RulebookInForce rulebook = RulebookInForce.load(options.rulebook());
        if (!there) {
          Files.writeString(loading, "");
        }
        String password = password(options.data());
        SecureRandom random = new SecureRandom();
        RecordServices services =
            RecordServices.of(store.databases(), clock, IdSource.secure(clock), rulebook, random);
        List<DemoSignIns.SignIn> signIns = DemoSignIns.ensure(services, password);
        if (!there) {
          new DemoForce(
                  store.databases(),
                  LedgerKey.in(options.data()),
                  rulebook,
                  force,
                  "investigator",
                  "supervisor")
              .load(progress);
          present(options, store, services, rulebook, password, clock);
          Files.writeString(loaded, force + "\n");
          Files.delete(loading);
        }
        DemoEarlierRulebook.keep(options.rulebook(), options.data());
        return new Demo(HeedServer.start(options, clock, store, rulebook), signIns, password);
      } catch (RuntimeException | IOException | SQLException e) {
        store.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write into the folder " + options.data(), e);
    } catch (SQLException e) {
      throw new StartFailure("The simulated force could not be loaded.", e);
    }
  }

  private static void present(
      ServeOptions options,
      RecordStore store,
      RecordServices services,
      RulebookInForce rulebook,
      String password,
      Clock clock)
      throws IOException {
    DemoPresent.settings(options.data());
    Caller hub = signedIn(services, "hub", password);
    new DemoPresent(
            store.databases(),
            services,
            rulebook,
            TellUsSettings.in(options.data(), Set.of()),
            hub,
            clock.instant())
        .load();
    Caller practitioner = signedIn(services, "support", password);
    new DemoPatterns(store.databases(), rulebook, hub, clock.instant()).load();
    new DemoShared(store.databases(), rulebook, hub, practitioner, clock.instant()).load();
    new DemoDocuments(store.databases(), rulebook, hub, clock.instant()).load();
    new DemoOutcomes(store.databases(), services, rulebook, hub, clock.instant()).load();
    Caller lead = signedIn(services, "lead", password);
    Caller supervisor = signedIn(services, "supervisor", password);
    Caller inspector = signedIn(services, "inspector", password);
    new DemoInspection(store.databases(), rulebook, Clock.offset(clock, BEFORE))
        .loadEarlier(lead, supervisor, inspector);
    new DemoInspection(store.databases(), rulebook, clock).load(lead, supervisor, inspector);
    Caller registrar = signedIn(services, "registrar", password);
    new DemoRecordingAudit(store.databases(), services, rulebook, clock)
        .load(lead, registrar, inspector);
    for (Caller one : List.of(hub, practitioner, lead, supervisor, inspector, registrar)) {
      services.sessions().signOut(one.token());
    }
  }

  private static Caller signedIn(RecordServices services, String name, String password) {
    return services
        .sessions()
        .signIn(name, password, "api")
        .flatMap(services.sessions()::find)
        .orElseThrow();
  }

  /** The demonstration empties its database, so it never starts on a folder that is not its own. */
  private static void refuseRealRecord(ServeOptions options, Path loaded, Path loading) {
    if (options.database() != null) {
      throw new StartFailure(
          "The demonstration runs on its own PostgreSQL only: leave out --database.", null);
    }
    boolean used = Files.exists(options.data().resolve("secrets/app.password"));
    if (used && !Files.exists(loaded) && !Files.exists(loading)) {
      throw new StartFailure(
          "The folder "
              + options.data()
              + " holds a record that is not the demonstration's: give another with --data.",
          null);
    }
  }

  @AllowedCall("a password must be unpredictable")
  private static String password(Path data) throws IOException {
    Path file = data.resolve("secrets/demo.password");
    if (!Files.exists(file)) {
      Files.writeString(file, Passwords.make(new SecureRandom()));
      file.toFile().setReadable(false, false);
      file.toFile().setReadable(true, true);
    }
    return Files.readString(file).strip();
  }

  public HeedServer server() {
    return server;
  }

  public List<DemoSignIns.SignIn> signIns() {
    return signIns;
  }

  /** The password of every demonstration sign-in in this data folder. */
  public String password() {
    return password;
  }
}
