package org.heed.server.linking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.heed.linkage.Explanation;
import org.heed.linkage.KnownRecords;
import org.heed.linkage.Learnt;
import org.heed.linkage.Model;
import org.heed.linkage.Records;
import org.heed.linkage.file.ModelFile;
import org.heed.server.access.Accounts;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.access.Sessions;
import org.heed.server.linking.IndexStore.Row;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownPositions;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Everybody whom the record speaks of, in memory, found by what is said of them; kept in line with
 * what is settled. It holds people whom the asker may not see, so it answers with identifiers, and
 * whoever asks looks each of them up as the asker before anything is told.
 *
 * <p>Weights are learnt from the record itself: first when there is anybody, again when there are
 * twice as many. They are kept in the record with the position they were learnt at, so that a Heed
 * that starts afresh weighs by the same model and the same frequencies.
 *
 * <p>What keeps it whole: only whoever holds {@code keeping} changes it, entries are taken in the
 * order of their positions, and {@code done} is the last of them.
 */
@Service
public class PeopleIndex {
  private static final long POSITIONS = 20_000;
  private static final int FEWEST = 2;
  private static final int MOST_PROPOSED = 20;

  /** So that whoever asks meanwhile need not wait for long. */
  private static final int MOST_AT_ONCE = 500;

  /** More entries than this since the last turn mean that reports come in fast. */
  private static final long FAST = 400;

  private static final long NEVER_FAST = Long.MAX_VALUE;

  private static final Duration WAIT = Duration.ofMillis(150);
  private static final Duration BEFORE_EXPIRY = Duration.ofMinutes(5);

  private final Acts acts;
  private final Accounts accounts;
  private final Sessions sessions;
  private final KnownPositions positions;
  private final IndexStore store;
  private final Clock clock;

  /** Held by whoever brings the index in line. */
  private final ReentrantLock keeping = new ReentrantLock();

  private final KnownRecords known =
      new KnownRecords(Learnt.of(Records.builder(Spoken.LAYOUT).freeze()));
  private final Map<UUID, Mentioned> mentions = new ConcurrentHashMap<>();
  private final Map<UUID, Spoken> people = new ConcurrentHashMap<>();
  private final Map<UUID, Integer> versions = new HashMap<>();
  private final Map<UUID, List<UUID>> ofReport = new HashMap<>();
  private final Map<UUID, Set<UUID>> meant = new ConcurrentHashMap<>();
  private final Map<String, Entity> news = new LinkedHashMap<>();
  private @Nullable Caller keeper;
  private volatile String model = "none";
  private volatile boolean ready;
  private long done = -1;

  public PeopleIndex(
      Acts acts,
      Accounts accounts,
      Sessions sessions,
      KnownPositions positions,
      Databases databases,
      Clock clock) {
    this.acts = acts;
    this.accounts = accounts;
    this.sessions = sessions;
    this.positions = positions;
    this.store = new IndexStore(databases);
    this.clock = clock;
  }

  /**
   * A mention of a report's newest version.
   *
   * @param person whom it means; null while nobody is chosen
   */
  private record Mentioned(UUID report, Spoken said, @Nullable UUID person) {}

  /**
   * Whom a record of the index is of.
   *
   * @param mention whose words it is; null where it is a person's own record
   * @param person null where the mention means nobody yet
   */
  record Entity(@Nullable UUID mention, @Nullable UUID person) {}

  /** A record that may be of the person asked about. */
  record Hit(Entity of, Spoken said, double weight) {}

  /** The id of the model in force. */
  String model() {
    return model;
  }

  /** Whether everything that was there has been taken in once. */
  public boolean isReady() {
    return ready;
  }

  /** Records that may be of whom is spoken of, the likeliest first. */
  List<Hit> find(Spoken spoken, double least, int most) {
    List<Hit> hits = new ArrayList<>();
    for (KnownRecords.Found found : known.find(spoken.row(), least, most)) {
      Entity entity = entity(found.id());
      @Nullable String[] row = known.row(found.id());
      if (entity != null && row != null) {
        hits.add(new Hit(entity, Spoken.of(row), found.weight()));
      }
    }
    return hits;
  }

  /** What two records weigh together, and why. */
  Explanation explain(Spoken one, Spoken other) {
    return known.learnt().explain(one.row(), other.row());
  }

  private @Nullable Entity entity(String id) {
    UUID of = UUID.fromString(id.substring(1));
    if (id.charAt(0) == 'p') {
      return new Entity(null, of);
    }
    Mentioned mention = mentions.get(of);
    return mention == null ? null : new Entity(of, mention.person());
  }

  /** Takes in what was settled since, unless somebody else is at it and will not be done soon. */
  public void refresh() {
    try {
      if (keeping.tryLock(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          catchUp(NEVER_FAST);
        } finally {
          keeping.unlock();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Takes in what was settled since, and looks for proposals for everybody of whom it brings news.
   */
  public void keep() {
    boolean more = true;
    while (more && !Thread.currentThread().isInterrupted()) {
      more = keepSome(Long.MAX_VALUE, NEVER_FAST);
    }
  }

  /**
   * As {@link #keep}, for some. While reports come in fast nothing is learnt or looked for: both
   * can wait, and whoever records cannot.
   *
   * @param nanos after which no further proposals are looked for
   */
  void keepSome(long nanos) {
    var _ = keepSome(nanos, FAST);
  }

  private boolean keepSome(long nanos, long fast) {
    keeping.lock();
    try {
      if (!catchUp(fast)) {
        propose(nanos);
      }
      return !news.isEmpty();
    } finally {
      keeping.unlock();
    }
  }

  /** Takes in what was settled since; whether it came in fast. */
  private boolean catchUp(long fast) {
    Caller own = keeper();
    long end = acts.plain(own, positions::horizon).size() - 1;
    boolean isFast = ready && end - done > fast;
    Optional<IndexStore.Kept> kept =
        done < 0 && end >= 0 ? acts.plain(own, store::newest) : Optional.empty();
    long proposed = done < 0 && end >= 0 ? acts.plain(own, store::proposedUpto) : done;
    while (done < end) {
      long upto = Math.min(end, done + POSITIONS);
      if (kept.isPresent() && done < kept.get().known()) {
        upto = Math.min(upto, kept.get().known());
      }
      take(own, upto, upto > proposed);
      if (kept.isPresent() && done == kept.get().known()) {
        Model read = ModelFile.read(kept.get().id(), kept.get().model(), Spoken.LAYOUT);
        known.weighBy(Learnt.of(body(), read));
        model = kept.get().id();
      }
    }
    if (!isFast) {
      learn(own);
    }
    ready = true;
    return isFast;
  }

  private void take(Caller own, long upto, boolean isNews) {
    long after = done;
    List<Row> rows =
        acts.changeMany(
            own,
            begin -> {
              List<Row> read = store.between(after, upto);
              if (!read.isEmpty()) {
                begin.apply("people.indexed").purpose("link-people");
              }
              return read;
            });
    for (Row row : rows) {
      switch (row) {
        case Row.OfPerson person -> take(person);
        case Row.OfMention mention -> take(mention);
        case Row.OfLink link -> take(link);
      }
    }
    if (!isNews) {
      news.clear();
    }
    done = upto;
  }

  private void take(Row.OfPerson row) {
    people.put(row.person(), row.said());
    known.add("p" + row.person(), row.said().row());
    news.put("p" + row.person(), new Entity(null, row.person()));
  }

  private void take(Row.OfMention row) {
    int newest = versions.getOrDefault(row.report(), 0);
    if (row.version() < newest) {
      return;
    }
    List<UUID> before = ofReport.computeIfAbsent(row.report(), _ -> new ArrayList<>());
    if (row.version() > newest) {
      for (UUID old : before) {
        Mentioned gone = mentions.remove(old);
        known.remove("m" + old);
        if (gone != null && gone.person() != null) {
          unlink(gone.person(), old);
        }
      }
      before.clear();
      versions.put(row.report(), row.version());
    }
    before.add(row.mention());
    mentions.put(row.mention(), new Mentioned(row.report(), row.said(), null));
    known.add("m" + row.mention(), row.said().row());
    news.put("m" + row.mention(), new Entity(row.mention(), null));
  }

  private void take(Row.OfLink row) {
    Mentioned mention = mentions.get(row.mention());
    if (mention == null) {
      return;
    }
    UUID before = mention.person();
    if (row.same() || row.person().equals(before)) {
      UUID now = row.same() ? row.person() : null;
      mentions.put(row.mention(), new Mentioned(mention.report(), mention.said(), now));
      if (before != null) {
        unlink(before, row.mention());
      }
      if (now != null) {
        meant.computeIfAbsent(now, _ -> ConcurrentHashMap.newKeySet()).add(row.mention());
      }
      news.put("m" + row.mention(), new Entity(row.mention(), now));
    }
  }

  private void unlink(UUID person, UUID mention) {
    meant.getOrDefault(person, Set.of()).remove(mention);
  }

  /** Everything that is said of a person: by their own record, and by mentions that mean them. */
  List<Hit> said(UUID person) {
    List<Hit> all = new ArrayList<>();
    Spoken own = people.get(person);
    if (own != null) {
      all.add(new Hit(new Entity(null, person), own, 0));
    }
    for (UUID mention : meant.getOrDefault(person, Set.of())) {
      Mentioned of = mentions.get(mention);
      if (of != null) {
        all.add(new Hit(new Entity(mention, person), of.said(), 0));
      }
    }
    all.sort(Comparator.comparing(hit -> String.valueOf(hit.of().mention())));
    return all;
  }

  /** Learns where nothing was learnt yet, or from too few. */
  private void learn(Caller own) {
    int least = Math.max(FEWEST, 2 * known.learnt().records());
    if (mentions.size() + people.size() < least) {
      return;
    }
    Records body = body();
    if (body.size() < least) {
      return;
    }
    Learnt learnt = onOneProcessor(() -> Learnt.of(body));
    String text = ModelFile.write(learnt.model());
    String id = "record/" + done + "#" + hash(text);
    acts.changing(
        own,
        "linkage.learnt",
        act -> act.add(Tables.LINKAGE_MODEL, id, text, done, (long) learnt.records()));
    known.weighBy(learnt);
    model = id;
  }

  /** Leaves the others to those who wait. */
  private static Learnt onOneProcessor(Supplier<Learnt> work) {
    try (ForkJoinPool one = new ForkJoinPool(1)) {
      return one.submit(work::get).join();
    }
  }

  /**
   * Every mention of a newest version, and the people whom none means: those who were made from a
   * mention would only say again what it says.
   */
  private Records body() {
    Records.Builder builder = Records.builder(Spoken.LAYOUT);
    mentions.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(one -> builder.add("m" + one.getKey(), one.getValue().said().row()));
    people.entrySet().stream()
        .filter(one -> meant.getOrDefault(one.getKey(), Set.of()).isEmpty())
        .sorted(Map.Entry.comparingByKey())
        .forEach(one -> builder.add("p" + one.getKey(), one.getValue().row()));
    return builder.freeze();
  }

  /** Looks for proposals for some of those of whom there is news; the others' turn comes. */
  private void propose(long nanos) {
    if (news.isEmpty()) {
      return;
    }
    Map<List<UUID>, IndexStore.Found> found = new LinkedHashMap<>();
    List<String> some = new ArrayList<>();
    long began = System.nanoTime();
    for (String id : news.keySet()) {
      if (some.size() == MOST_AT_ONCE || System.nanoTime() - began > nanos) {
        break;
      }
      some.add(id);
      @Nullable String[] row = known.row(id);
      Entity entity = entity(id);
      if (row != null && entity != null) {
        for (Hit hit : find(Spoken.of(row), 0, MOST_PROPOSED)) {
          IndexStore.Found pair = pair(entity, hit);
          if (pair != null) {
            found.merge(
                List.of(pair.a(), pair.b()),
                pair,
                (before, now) -> before.weight() >= now.weight() ? before : now);
          }
        }
      }
    }
    boolean all = some.size() == news.size();
    acts.plain(
        keeper(),
        () -> {
          store.propose(List.copyOf(found.values()), model, clock.instant());
          if (all) {
            store.proposedUpto(done);
          }
          return done;
        });
    some.forEach(news::remove);
  }

  /**
   * Two people, or a mention that means nobody and a person; null where there is nothing to say.
   */
  private static IndexStore.@Nullable Found pair(Entity one, Hit hit) {
    UUID a = one.person();
    UUID b = hit.of().person();
    if (a != null && b != null) {
      if (a.equals(b)) {
        return null;
      }
      boolean first = Comparator.<UUID>naturalOrder().compare(a, b) < 0;
      return new IndexStore.Found("people", first ? a : b, first ? b : a, hit.weight());
    }
    if (b != null) {
      return new IndexStore.Found(
          "mention", Objects.requireNonNull(one.mention()), b, hit.weight());
    }
    return a == null
        ? null
        : new IndexStore.Found(
            "mention", Objects.requireNonNull(hit.of().mention()), a, hit.weight());
  }

  private Caller keeper() {
    Caller own = keeper;
    if (own == null || own.expiresAt().minus(BEFORE_EXPIRY).isBefore(clock.instant())) {
      UUID account = accounts.service("linking", "Heed’s index of people");
      own = sessions.openService(account, EnumSet.of(Right.INDEX));
      keeper = own;
    }
    return own;
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
