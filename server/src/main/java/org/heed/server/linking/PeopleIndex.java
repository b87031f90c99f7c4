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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

  /** So many at least are new before it is learnt again whom to look at. */
  private static final int MANY_ALIKE = 500;

  /** More entries than this since the last turn mean that reports come in fast. */
  private static final long FAST = 400;

  private static final long NEVER_FAST = Long.MAX_VALUE;

  /** So many people are asked about at once. */
  private static final int PEOPLE = 20_000;

  /** So many records of one person are told of. */
  private static final int MOST_HITS = 200;

  private static final Comparator<Hit> BEST =
      Comparator.comparingDouble(Hit::weight)
          .reversed()
          .thenComparing(
              hit -> hit.of().mention(), Comparator.nullsFirst(Comparator.naturalOrder()));

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
  private final Set<UUID> people = ConcurrentHashMap.newKeySet();
  private final Map<UUID, Integer> versions = new HashMap<>();
  private final Map<UUID, List<UUID>> ofReport = new HashMap<>();
  private final Map<UUID, Set<UUID>> meant = new ConcurrentHashMap<>();
  private final ProposalFinder finder =
      new ProposalFinder(known, this::entity, this::records, this::report);
  private @Nullable Caller keeper;
  private volatile String model = "none";
  private volatile boolean ready;
  private long done = -1;
  private long destroyed;

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
  private record Mentioned(UUID report, @Nullable UUID person) {}

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

  /**
   * A person who may be meant.
   *
   * @param hits records that are of them, those that fit best first, of equals their own before
   *     what reports say of them
   */
  record Candidate(UUID person, List<Hit> hits) {
    Candidate {
      hits = List.copyOf(hits);
    }

    double weight() {
      return hits.getFirst().weight();
    }
  }

  /** People who may be whom is spoken of, the likeliest first. */
  List<Candidate> find(Spoken spoken, double least) {
    return candidates(known.find(spoken.row(), least));
  }

  /** As the other, of those born in a year or, where it is not 0, a month. */
  List<Candidate> findBorn(Spoken spoken, int year, int month, double least) {
    return candidates(known.findBorn(spoken.row(), year, month, least));
  }

  private List<Candidate> candidates(List<KnownRecords.Alike> all) {
    Map<UUID, List<Hit>> hits = new HashMap<>();
    for (KnownRecords.Alike found : all) {
      @Nullable String[] row = known.row(found.ids().getFirst());
      if (row == null) {
        continue;
      }
      Spoken said = Spoken.of(row);
      for (String id : found.ids()) {
        Entity entity = entity(id);
        if (entity != null && entity.person() != null) {
          hits.computeIfAbsent(entity.person(), _ -> new ArrayList<>())
              .add(new Hit(entity, said, found.weight()));
        }
      }
    }
    List<Candidate> candidates = new ArrayList<>();
    hits.forEach((person, of) ->
        candidates.add(new Candidate(person, of.stream().sorted(BEST).limit(MOST_HITS).toList())));
    candidates.sort(
        Comparator.comparingDouble(Candidate::weight).reversed().thenComparing(Candidate::person));
    return candidates;
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
      return !finder.isDone();
    } finally {
      keeping.unlock();
    }
  }

  /** Takes in what was settled since; whether it came in fast. */
  private boolean catchUp(long fast) {
    Caller own = keeper();
    forget(own);
    long end = acts.plain(own, positions::horizon).size() - 1;
    boolean isFast = ready && end - done > fast;
    Optional<IndexStore.Kept> kept =
        done < 0 && end >= 0 ? acts.plain(own, store::newest) : Optional.empty();
    long proposed = done < 0 && end >= 0 ? acts.plain(own, store::proposedUpto) : done;
    boolean isAnew = done < 0 && proposed < 0;
    while (done < end) {
      long upto = Math.min(end, done + POSITIONS);
      if (kept.isPresent() && done < kept.get().known()) {
        upto = Math.min(upto, kept.get().known());
      }
      take(own, upto, upto > proposed);
      if (kept.isPresent() && done == kept.get().known()) {
        Model read = ModelFile.read(kept.get().id(), kept.get().model(), Spoken.LAYOUT);
        Records body = body();
        known.linkBy(Learnt.of(body, read), body);
        model = kept.get().id();
      }
    }
    if (isAnew) {
      lookThroughAll();
    }
    if (!isFast) {
      learn(own);
    }
    ready = true;
    return isFast;
  }

  /** Forgets whom reports spoke of that were destroyed, and people whom nothing else speaks of. */
  private void forget(Caller own) {
    long gone = acts.plain(own, store::destroyed);
    if (gone == destroyed) {
      return;
    }
    for (UUID report : acts.plain(own, store::destroyedReports)) {
      List<UUID> spoken = ofReport.remove(report);
      versions.remove(report);
      for (UUID mention : spoken == null ? List.<UUID>of() : spoken) {
        Mentioned old = mentions.remove(mention);
        known.remove("m" + mention);
        if (old != null) {
          finder.changed(new Entity(mention, old.person()));
          if (old.person() != null) {
            unlink(old.person(), mention);
          }
        }
      }
    }
    forgetPeople(own);
    destroyed = gone;
  }

  /** Everybody is asked about: somebody whom a report meant once may be gone with it, too. */
  private void forgetPeople(Caller own) {
    List<UUID> all = List.copyOf(people);
    for (int from = 0; from < all.size(); from += PEOPLE) {
      List<UUID> some = all.subList(from, Math.min(all.size(), from + PEOPLE));
      for (UUID person : acts.plain(own, () -> store.gone(some))) {
        people.remove(person);
        meant.remove(person);
        known.remove("p" + person);
        finder.changed(new Entity(null, person));
      }
    }
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
      finder.forgetAll();
    }
    done = upto;
  }

  private void take(Row.OfPerson row) {
    String record = "p" + row.person();
    known.add(record, row.said().row());
    if (people.add(row.person())) {
      finder.came(record);
    } else {
      finder.changed(new Entity(null, row.person()));
    }
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
        if (gone != null) {
          finder.changed(new Entity(old, gone.person()));
          if (gone.person() != null) {
            unlink(gone.person(), old);
          }
        }
      }
      before.clear();
      versions.put(row.report(), row.version());
    }
    before.add(row.mention());
    mentions.put(row.mention(), new Mentioned(row.report(), null));
    known.add("m" + row.mention(), row.said().row(), false);
    finder.came("m" + row.mention());
  }

  private void take(Row.OfLink row) {
    Mentioned mention = mentions.get(row.mention());
    if (mention == null) {
      return;
    }
    UUID before = mention.person();
    if (row.same() || row.person().equals(before)) {
      UUID now = row.same() ? row.person() : null;
      mentions.put(row.mention(), new Mentioned(mention.report(), now));
      if (before != null) {
        unlink(before, row.mention());
      }
      known.seek("m" + row.mention(), now != null);
      if (now != null) {
        meant.computeIfAbsent(now, _ -> ConcurrentHashMap.newKeySet()).add(row.mention());
      }
      finder.changed(new Entity(row.mention(), before));
      finder.came("m" + row.mention());
    }
  }

  private void unlink(UUID person, UUID mention) {
    meant.getOrDefault(person, Set.of()).remove(mention);
  }

  private @Nullable UUID report(String record) {
    Mentioned mention =
        record.charAt(0) == 'm' ? mentions.get(UUID.fromString(record.substring(1))) : null;
    return mention == null ? null : mention.report();
  }

  /** The records that are of a person. */
  private List<String> records(UUID person) {
    List<String> all = new ArrayList<>(List.of("p" + person));
    meant.getOrDefault(person, Set.of()).forEach(mention -> all.add("m" + mention));
    return all;
  }

  /**
   * Everything that is said of a person, by their own record and by mentions that mean them; of a
   * mention, what it says.
   */
  List<Hit> said(UUID of) {
    List<Hit> all = new ArrayList<>();
    for (String record : mentions.containsKey(of) ? List.of("m" + of) : records(of)) {
      Entity entity = entity(record);
      @Nullable String[] row = known.row(record);
      if (entity != null && row != null) {
        all.add(new Hit(entity, Spoken.of(row), 0));
      }
    }
    all.sort(Comparator.comparing(hit -> String.valueOf(hit.of().mention())));
    return all;
  }

  /**
   * Learns where nothing was learnt yet, or from too few, or where so many came alike since that
   * they would not all be looked at. Everybody is then looked through again: what is proposed
   * follows from what was learnt last.
   */
  private void learn(Caller own) {
    int from = known.learnt().records();
    int least = known.isOutgrown() ? from + MANY_ALIKE : Math.max(FEWEST, 2 * from);
    if (mentions.size() + people.size() < least || mentions.size() + unmeant().count() < least) {
      return;
    }
    Records body = body();
    Learnt learnt = onOneProcessor(() -> Learnt.of(body));
    String text = ModelFile.write(learnt.model());
    String id = "record/" + done + "#" + hash(text);
    acts.changing(
        own,
        "linkage.learnt",
        act -> {
          act.add(Tables.LINKAGE_MODEL, id, text, done, (long) learnt.records());
          store.proposedUpto(-1);
        });
    onOneProcessor(() -> {
      known.linkBy(learnt, body);
      return learnt;
    });
    model = id;
    lookThroughAll();
  }

  /** Everybody, by all their records: who came is among them. */
  private void lookThroughAll() {
    finder.forgetCame();
    people.forEach(person -> finder.changed(new Entity(null, person)));
    mentions.forEach((mention, of) -> finder.changed(new Entity(mention, of.person())));
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
    mentions.keySet().stream().sorted().forEach(mention -> add(builder, "m" + mention));
    unmeant().sorted().forEach(person -> add(builder, "p" + person));
    return builder.freeze();
  }

  private Stream<UUID> unmeant() {
    return people.stream().filter(person -> meant.getOrDefault(person, Set.of()).isEmpty());
  }

  private void add(Records.Builder builder, String record) {
    @Nullable String[] row = known.row(record);
    if (row != null) {
      builder.add(record, row);
    }
  }

  /** Looks for proposals for some of those of whom there is news; the others' turn comes. */
  private void propose(long nanos) {
    if (finder.isDone()) {
      return;
    }
    ProposalFinder.Found found = finder.some(nanos);
    acts.plain(
        keeper(),
        () -> {
          store.propose(found, model, clock.instant());
          ProposalFinder.Groups groups = finder.groups(store.proposedWith(found.mentions()));
          store.propose(groups, model, clock.instant());
          return done;
        });
    finder.kept(found);
    if (finder.isDone()) {
      acts.plain(
          keeper(),
          () -> {
            store.proposedUpto(done);
            return done;
          });
    }
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
