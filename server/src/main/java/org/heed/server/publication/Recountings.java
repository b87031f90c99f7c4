package org.heed.server.publication;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.heed.server.ServeOptions;
import org.heed.server.access.Accounts;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.access.Sessions;
import org.heed.server.archive.ArchiveSync;
import org.heed.server.archive.Snapshot;
import org.heed.server.publication.counted.CountedRecord;
import org.heed.server.publication.counted.Supposed;
import org.heed.server.rereading.SupposedAsks;
import org.heed.server.rulebook.KnownRulebooks;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownPositions;
import org.heed.text.Reader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The record counted by a rulebook that is not the one by which it was recorded and read. Putting
 * that together is long work on a large record: it is done once, beside everything else, one at a
 * time, and kept while the rulebook is among the last that were asked for.
 */
@Component
public final class Recountings implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Recountings.class);
  private static final int MOST_KEPT = 3;
  private static final Duration STALE = Duration.ofMinutes(10);
  private static final Duration MOST_PATIENCE = Duration.ofMinutes(2);

  private final CountedRecord recorded;
  private final Acts acts;
  private final KnownRulebooks rulebooks;
  private final Sessions sessions;
  private final Accounts accounts;
  private final ArchiveSync archive;
  private final Clock clock;
  private final Map<Wanted, Job> jobs = new LinkedHashMap<>(16, 0.75f, true);
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("heed-recounting").factory());

  @Autowired
  Recountings(
      CountedRecord recorded,
      Acts acts,
      KnownRulebooks rulebooks,
      Sessions sessions,
      Accounts accounts,
      Databases databases,
      ServeOptions options,
      Clock clock) {
    this(recorded, acts, rulebooks, sessions, accounts, databases, options.data(), clock);
  }

  Recountings(
      CountedRecord recorded,
      Acts acts,
      KnownRulebooks rulebooks,
      Sessions sessions,
      Accounts accounts,
      Databases databases,
      Path data,
      Clock clock) {
    this.recorded = recorded;
    this.acts = acts;
    this.rulebooks = rulebooks;
    this.sessions = sessions;
    this.accounts = accounts;
    this.archive = new ArchiveSync(acts, databases, new KnownPositions(databases), data);
    this.clock = clock;
  }

  /**
   * What is counted by.
   *
   * @param asks whether what it would ask about matters, for which every narrative is read
   */
  private record Wanted(String rulebook, boolean asks) {}

  /** How far it has come. */
  public sealed interface State {
    /** Counted; the record to ask. */
    record Ready(CountedRecord record) implements State {}

    /**
     * Not yet.
     *
     * @param doing what is being done, as a sentence begins
     * @param of how many there are in all; 0: not known
     */
    record AtWork(String doing, long done, long of) implements State {}
  }

  /** What is under way, and what came of it. */
  private static final class Job {
    private final CompletableFuture<CountedRecord> result = new CompletableFuture<>();
    private final Instant begun;
    private volatile State.AtWork progress = new State.AtWork("Waiting for its turn", 0, 0);
    private volatile @Nullable Job renewal;
    private volatile long settled = Long.MAX_VALUE;

    private Job(Instant begun) {
      this.begun = begun;
    }

    boolean isReady() {
      return result.isDone() && !result.isCompletedExceptionally();
    }
  }

  /** The rulebooks whose files are at hand. */
  List<KnownRulebooks.Known> rulebooks(Caller caller) {
    return rulebooks.list(caller);
  }

  /** Whether a rulebook changes anything about a question, beyond what is in the record. */
  static boolean matter(Question question) {
    return question.rulebook() != null
        && (question.unit() == Unit.CRIMES || question.definition() == Definition.PROMPTED);
  }

  /**
   * The record for a question, begun where nobody has asked for it yet.
   *
   * @param patience how long to wait for it
   * @throws Refused where the rulebook's files are not at hand, or it could not be done
   */
  State of(Caller caller, Question question, Duration patience) {
    String rulebook = question.rulebook();
    if (rulebook == null || !matter(question)) {
      return new State.Ready(recorded);
    }
    if (!rulebooks.has(caller, rulebook)) {
      if (question.definition() == Definition.PROMPTED && question.unit() != Unit.CRIMES) {
        return new State.Ready(recorded);
      }
      throw new Refused(
          Refused.Code.INVALID,
          "The files of that rulebook are not held here, so that nothing can be counted by it"
              + " again. Choose another.");
    }
    Wanted wanted = new Wanted(rulebook, question.definition() == Definition.PROMPTED);
    Job job = job(caller, wanted);
    try {
      job.result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException notYet) {
      return job.progress;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return job.progress;
    } catch (ExecutionException e) {
      forget(wanted, job);
      if (e.getCause() instanceof Refused refused) {
        throw refused;
      }
      throw new Refused(
          Refused.Code.CONFLICT,
          "The record could not be counted by that rulebook just now. Try again in a while.");
    }
    return new State.Ready(job.result.join());
  }

  /** The same, waited for as long as a program may be kept waiting. */
  CountedRecord await(Caller caller, Question question) {
    return switch (of(caller, question, MOST_PATIENCE)) {
      case State.Ready ready -> ready.record();
      case State.AtWork _ ->
          throw new Refused(
              Refused.Code.CONFLICT,
              "The record is still being counted by that rulebook. Ask again in a few minutes.");
    };
  }

  private synchronized void forget(Wanted wanted, Job failed) {
    jobs.remove(wanted, failed);
  }

  private synchronized Job job(Caller caller, Wanted wanted) {
    Job job = jobs.get(wanted);
    if (job == null) {
      job = begin(caller, wanted);
      jobs.put(wanted, job);
      Iterator<Job> oldest = jobs.values().iterator();
      while (jobs.size() > MOST_KEPT) {
        oldest.next();
        oldest.remove();
      }
      return job;
    }
    renew(caller, wanted, job);
    Job renewal = job.renewal;
    if (renewal != null && renewal.isReady()) {
      jobs.put(wanted, renewal);
      return renewal;
    }
    return job;
  }

  /** What has come in since is read as well, without anybody's waiting for it. */
  private void renew(Caller caller, Wanted wanted, Job job) {
    if (wanted.asks()
        && job.isReady()
        && job.renewal == null
        && job.begun.plus(STALE).isBefore(clock.instant())
        && acts.plain(caller, recorded::readOn) > job.settled) {
      job.renewal = begin(caller, wanted);
    }
  }

  private Job begin(Caller caller, Wanted wanted) {
    Job job = new Job(clock.instant());
    worker.execute(() -> {
      try {
        job.result.complete(make(caller, wanted, job));
      } catch (RuntimeException e) {
        LOG.warn("Counting by another rulebook failed. ({})", e.getClass().getSimpleName());
        job.result.completeExceptionally(new CompletionException(e));
      }
    });
    return job;
  }

  private CountedRecord make(Caller caller, Wanted wanted, Job job) {
    Reader reader =
        rulebooks
            .find(caller, wanted.rulebook())
            .orElseThrow(
                () -> new Refused(Refused.Code.NOT_FOUND, "There is no such rulebook any more."));
    SupposedAsks asks = wanted.asks() ? asks(caller, reader, job) : null;
    CountedRecord record =
        recorded.as(
            new Supposed(
                wanted.rulebook(), reader.rulebook().counting(), asks == null ? null : asks::of));
    Caller counter =
        sessions.openService(
            accounts.service("heed-figures", "Figures"), EnumSet.of(Right.PSEUDONYMISED));
    try {
      acts.plain(
          counter,
          () -> {
            long of = recorded.readOn() + 1;
            return record.readOn(
                done -> job.progress = new State.AtWork("Counting again", done, of));
          });
    } finally {
      sessions.signOut(counter.token());
    }
    job.settled = asks == null ? Long.MAX_VALUE : asks.settled();
    return record;
  }

  /** One entry of the ledger says that all narratives were read for a figure, and by whose wish. */
  private SupposedAsks asks(Caller caller, Reader reader, Job job) {
    Caller keeper =
        sessions.openService(accounts.service("heed-archive", "Archive"), EnumSet.of(Right.READ));
    try (Snapshot snapshot =
        archive.sync(
            keeper, done -> job.progress = new State.AtWork("Copying narratives", done, 0))) {
      acts.changing(caller, "archive.read-for-figures", act -> act.purpose("figures"));
      long of = snapshot.narratives();
      return SupposedAsks.of(
          snapshot,
          reader,
          done -> job.progress = new State.AtWork("Reading narratives", done, of));
    } finally {
      sessions.signOut(keeper.token());
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
