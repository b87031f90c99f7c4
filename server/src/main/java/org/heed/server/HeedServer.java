package org.heed.server;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.heed.kernel.AllowedCall;
import org.heed.ledger.SigningKey;
import org.heed.ledger.VerifyKey;
import org.heed.server.destruction.KeptDestructions;
import org.heed.server.ledger.Checkpoints;
import org.heed.server.ledger.LedgerKey;
import org.heed.server.ledger.Sequencer;
import org.heed.server.ledger.SequencerLoop;
import org.heed.server.linking.IndexLoop;
import org.heed.server.linking.PeopleIndex;
import org.heed.server.notice.NoticeLoop;
import org.heed.server.notice.NoticeMail;
import org.heed.server.notice.Notices;
import org.heed.server.pattern.PatternLoop;
import org.heed.server.pattern.Patterns;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.rulebook.Adoption;
import org.heed.server.safeguarding.StandingLoop;
import org.heed.server.safeguarding.Standings;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.IdSource;
import org.heed.server.store.KnownPositions;
import org.heed.server.store.RealTime;
import org.heed.server.web.ProxySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** One running Heed: its database, its sequencer, its pages and its API. */
public final class HeedServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HeedServer.class);

  private final RecordStore store;
  private final SequencerLoop sequencer;
  private final IndexLoop people;
  private final PatternLoop patterns;
  private final NoticeLoop notices;
  private final StandingLoop standings;
  private final ConfigurableApplicationContext context;

  private HeedServer(
      RecordStore store,
      SequencerLoop sequencer,
      IndexLoop people,
      PatternLoop patterns,
      NoticeLoop notices,
      StandingLoop standings,
      ConfigurableApplicationContext context) {
    this.store = store;
    this.sequencer = sequencer;
    this.people = people;
    this.patterns = patterns;
    this.notices = notices;
    this.standings = standings;
    this.context = context;
  }

  /**
   * Starts everything and returns once pages are served.
   *
   * @throws StartFailure or {@link org.heed.postgres.PostgresFailure} with one plain sentence
   */
  public static HeedServer start(ServeOptions options) {
    return start(options, RealTime.clock());
  }

  /** As {@link #start(ServeOptions)}, by another clock. */
  public static HeedServer start(ServeOptions options, Clock clock) {
    RulebookInForce given = RulebookInForce.load(options.rulebook());
    return start(options, clock, RecordStore.open(options.data(), options.database()), given);
  }

  /**
   * As {@link #start(ServeOptions, Clock)}, by a rulebook that is loaded already, unless the record
   * has adopted another or does so while it runs, and on a database that is open already and is
   * then its own.
   */
  public static HeedServer start(
      ServeOptions options, Clock clock, RecordStore store, RulebookInForce given) {
    try {
      return run(
          options, clock, store, Adoption.over(given, store.databases(), options.data(), clock));
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static HeedServer run(
      ServeOptions options, Clock clock, RecordStore store, Adoption adoption) {
    Databases databases = store.databases();
    SigningKey key = signingKey(options.data());
    Sequencer sequencer = new Sequencer(databases.ledger(), clock, key);
    Checkpoints checkpoints = new Checkpoints(databases.ledger(), sequencer, options.data());
    IdSource ids = IdSource.secure(clock);
    KeptDestructions kept = new KeptDestructions(options.data(), key, store.address(), clock, ids);
    bringInLine(sequencer, kept);

    SpringApplication application = new SpringApplication(HeedApplication.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(properties(options));
    application.addInitializers(context -> {
      GenericApplicationContext beans = (GenericApplicationContext) context;
      beans.registerBean(ServeOptions.class, () -> options);
      beans.registerBean(Clock.class, () -> clock);
      beans.registerBean(IdSource.class, () -> ids);
      beans.registerBean(
          Databases.class, () -> databases, definition -> definition.setDestroyMethodName(""));
      beans.registerBean(Acts.class, () -> new Acts(databases, clock, ids));
      beans.registerBean(KnownPositions.class, () -> new KnownPositions(databases));
      beans.registerBean(Adoption.class, () -> adoption);
      beans.registerBean(RulebookInForce.class, adoption::inForce);
      beans.registerBean(RandomGenerator.class, HeedServer::chance);
      beans.registerBean(Sequencer.class, () -> sequencer);
      beans.registerBean(Checkpoints.class, () -> checkpoints);
      beans.registerBean(VerifyKey.class, key::verifyKey);
      beans.registerBean(KeptDestructions.class, () -> kept);
    });
    ConfigurableApplicationContext context = application.run();
    SequencerLoop loop = new SequencerLoop(sequencer, checkpoints);
    loop.start();
    adoption.start();
    IndexLoop people = new IndexLoop(context.getBean(PeopleIndex.class));
    people.start();
    PatternLoop patterns = new PatternLoop(context.getBean(Patterns.class));
    patterns.start();
    NoticeLoop notices =
        new NoticeLoop(context.getBean(Notices.class), context.getBean(NoticeMail.class));
    notices.start();
    StandingLoop standings = new StandingLoop(context.getBean(Standings.class));
    standings.start();
    return new HeedServer(store, loop, people, patterns, notices, standings, context);
  }

  /** What a backup brought back is gone before anybody is served. */
  private static void bringInLine(Sequencer sequencer, KeptDestructions kept) {
    try {
      sequencer.settle();
    } catch (SQLException e) {
      throw new StartFailure(
          "The ledger could not be brought up to date: see that the database runs, and start Heed"
              + " again.",
          e);
    }
    int again = kept.bringInLine();
    if (again > 0) {
      LOG.warn("Of what was put back, {} reports that were destroyed were destroyed again.", again);
    }
  }

  static SigningKey signingKey(Path data) {
    try {
      return LedgerKey.in(data);
    } catch (UncheckedIOException e) {
      throw StartFailure.unwritable(data, e);
    }
  }

  private static Map<String, Object> properties(ServeOptions options) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("server.port", options.port());
    properties.put("server.address", ProxySettings.in(options.data()).listen());
    properties.put("heed.data", options.data().toString());
    properties.put("logging.file.name", options.data().resolve("log/heed.log").toString());
    return properties;
  }

  @AllowedCall("which reports are drawn must not be foreseeable")
  private static RandomGenerator chance() {
    return new SecureRandom();
  }

  /** The port it listens on. */
  public int port() {
    return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort();
  }

  /** A module's public service, for the commands that work inside a server. */
  public <T> T service(Class<T> type) {
    return context.getBean(type);
  }

  /** The database it works on. */
  public RecordStore store() {
    return store;
  }

  @Override
  public void close() {
    notices.close();
    standings.close();
    patterns.close();
    people.close();
    context.close();
    sequencer.close();
    store.close();
  }
}
