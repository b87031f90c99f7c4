package org.heed.server.rereading;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.archive.ArchiveSync;
import org.heed.server.archive.Asked;
import org.heed.server.archive.DamagedArchive;
import org.heed.server.archive.Snapshot;
import org.heed.server.recognition.Recogniser;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.review.ReviewDraws;
import org.heed.server.store.Act;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownPositions;
import org.heed.server.store.Tables;
import org.heed.text.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Re-reads the archive under a rulebook, beside the one in force when it was made ready. The
 * archive tells which reports to look at; each of them is then looked up in the record as the
 * asker, and read again from there, before anything is told. One act holds the look, the counts,
 * and a triage for every child newly prompted.
 */
public final class Rereading {
  private static final int LOOKED_UP_AT_ONCE = 500;

  private final Acts acts;
  private final RereadingStore store;
  private final ArchiveSync archive;
  private final RulebookInForce inForce;
  private final Path folder;

  public Rereading(
      Acts acts,
      Databases databases,
      KnownPositions positions,
      RulebookInForce inForce,
      Path data) {
    this.acts = acts;
    this.store = new RereadingStore(databases);
    this.archive = new ArchiveSync(acts, databases, positions, data);
    this.inForce = inForce.now();
    this.folder = data.resolve("rereading");
  }

  /** Told how far a re-read has come. */
  public interface Listener {
    /** How many entries of the ledger the archive holds by now. */
    void copied(long positions);

    /** How many narratives are read, of how many. */
    void read(long narratives, long of);

    /** Nobody wants to know. */
    static Listener none() {
      return new Listener() {
        @Override
        public void copied(long positions) {}

        @Override
        public void read(long narratives, long of) {}
      };
    }
  }

  /**
   * Re-reads for somebody who may.
   *
   * @param keeper one of Heed's own programs, which keeps the archive for everybody
   * @param out where the lines go; null: nowhere
   */
  public Reread run(
      Caller caller,
      Caller keeper,
      RereadRequest request,
      Listener listener,
      @Nullable OutputStream out) {
    caller.require(Right.REREAD);
    caller.require(Right.READ);
    try (Snapshot snapshot = archive.sync(keeper, listener::copied)) {
      return run(caller, request, snapshot, listener, out);
    } catch (DamagedArchive e) {
      archive.discard();
      throw new RereadingFailure(
          "The archive of narratives was damaged and is thrown away: run it again, and it is made"
              + " anew.",
          e);
    }
  }

  private Reread run(
      Caller caller,
      RereadRequest request,
      Snapshot snapshot,
      Listener listener,
      @Nullable OutputStream out) {
    Scope scope =
        acts.plain(
            caller,
            () ->
                new Scope(
                    request.from(),
                    request.to(),
                    caller.areas(),
                    store.closed(),
                    store.askedSince(inForce.name())));
    String job =
        String.join(
            " ",
            request.reader().rulebook().id().hash(),
            inForce.rulebook().id().hash(),
            caller.account().toString(),
            Integer.toString(snapshot.generation()),
            Long.toString(snapshot.amendments()),
            Integer.toString(scope.fingerprint()));
    Path file = folder.resolve(request.reader().rulebook().id().hash() + ".progress");
    Reread result;
    try (ScanProgress progress = ScanProgress.in(file, job)) {
      long narratives = snapshot.narratives();
      new Scan(snapshot, scope, request.reader(), Runtime.getRuntime().availableProcessors())
          .run(progress, done -> listener.read(done, narratives));
      result = lookUp(caller, request, snapshot.settled(), progress, out);
    }
    delete(file);
    return result;
  }

  private Reread lookUp(
      Caller caller,
      RereadRequest request,
      long known,
      ScanProgress progress,
      @Nullable OutputStream out) {
    Path lines = folder.resolve(request.reader().rulebook().id().hash() + ".lines");
    try {
      Reread result;
      try (OutputStream kept = new BufferedOutputStream(Files.newOutputStream(lines))) {
        result =
            acts.change(
                caller, "archive.reread", act -> tell(act, caller, request, known, progress, kept));
      }
      if (out != null) {
        // Only what is in the ledger is told.
        Files.copy(lines, out);
        out.flush();
      }
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException("the results of the re-read cannot be written", e);
    } finally {
      delete(lines);
    }
  }

  private Reread tell(
      Act act,
      Caller caller,
      RereadRequest request,
      long known,
      ScanProgress progress,
      OutputStream kept) {
    UUID id = act.newId();
    act.purpose("re-read");
    RereadLines lines = new RereadLines(kept);
    Changes changes = new Changes(act, caller, id, request, progress.tallies(), lines);
    List<Candidate> candidates = progress.candidates();
    for (int i = 0; i < candidates.size(); i += LOOKED_UP_AT_ONCE) {
      changes.lookUp(candidates.subList(i, Math.min(candidates.size(), i + LOOKED_UP_AT_ONCE)));
    }
    Reread reread =
        new Reread(
            id,
            request.rulebook(),
            inForce.name(),
            known,
            store.closedInMyAreas(),
            changes.triaged,
            changes.tallies);
    lines.summary(reread);
    addFacts(act, request, reread);
    return reread;
  }

  private static void addFacts(Act act, RereadRequest request, Reread reread) {
    Tally total = reread.total();
    act.add(
        Tables.REREAD,
        reread.id(),
        reread.rulebook(),
        reread.inForce(),
        request.from(),
        request.to(),
        reread.known(),
        total.reports(),
        total.newly(),
        total.noLonger(),
        total.changed(),
        reread.withheld());
    reread
        .tallies()
        .forEach((place, tally) ->
            act.add(
                Tables.REREAD_COUNT,
                reread.id(),
                place.area(),
                place.year(),
                tally.reports(),
                tally.askedBefore(),
                tally.askedAfter(),
                tally.newly(),
                tally.noLonger(),
                tally.changed()));
  }

  /** What is told and recorded of the reports that change, one after another. */
  private final class Changes {
    private final Act act;
    private final Caller caller;
    private final UUID id;
    private final RereadRequest request;
    private final RereadLines lines;
    private final Map<Place, Tally> tallies;
    private final Map<String, UUID> owners = new HashMap<>();
    private long triaged;

    Changes(
        Act act,
        Caller caller,
        UUID id,
        RereadRequest request,
        Map<Place, Tally> tallies,
        RereadLines lines) {
      this.act = act;
      this.caller = caller;
      this.id = id;
      this.request = request;
      this.lines = lines;
      this.tallies = new TreeMap<>(tallies);
    }

    void lookUp(List<Candidate> candidates) {
      Map<UUID, RereadingStore.Found> found =
          store.find(candidates, inForce.name(), request.rulebook());
      for (Candidate candidate : candidates) {
        RereadingStore.Found one = found.get(candidate.report());
        if (one == null) {
          // Closed or amended since: as if it had not been read.
          count(
              candidate,
              new Tally(-1, asked(candidate.before(), -1), asked(candidate.after(), -1), 0, 0, 0));
          continue;
        }
        tell(candidate, one);
      }
    }

    private void tell(Candidate candidate, RereadingStore.Found found) {
      Reading reading = request.reader().read(found.narrative());
      Asked after = Asked.of(reading.ask());
      if (after != candidate.after()) {
        throw new DamagedArchive("a narrative of the archive is not that of the record");
      }
      Change change = Change.between(found.before(), after);
      count(
          candidate,
          new Tally(
              0,
              asked(found.before(), 1) - asked(candidate.before(), 1),
              0,
              change == Change.NEWLY ? 1 : 0,
              change == Change.NO_LONGER ? 1 : 0,
              change == Change.OTHERWISE ? 1 : 0));
      if (change == null) {
        return;
      }
      act.concerns(found.report());
      lines.report(candidate, change, found.before(), reading);
      if (change == Change.NEWLY && !found.isFlagged() && !found.isTriaged()) {
        triage(found, reading);
      }
    }

    private static long asked(Asked asked, long one) {
      return asked == Asked.NOTHING ? 0 : one;
    }

    private void count(Candidate candidate, Tally more) {
      tallies.merge(candidate.place(), more, Tally::plus);
    }

    /** Somebody always: where nobody supervises an area, it is the asker's to find who looks. */
    private UUID owner(String area) {
      return store.supervisor(area).orElse(caller.account());
    }

    private void triage(RereadingStore.Found found, Reading reading) {
      triaged++;
      Recogniser.addReading(act, found.report(), found.version(), reading, id);
      act.add(
          Tables.TRIAGE,
          found.report(),
          found.version(),
          found.triages() + 1,
          id,
          request.rulebook(),
          Asked.of(reading.ask()).word(),
          owners.computeIfAbsent(found.area(), this::owner),
          act.at().plus(request.triage().within(reading.ask().orElseThrow())));
      act.add(Tables.REVIEW_DRAW, found.report(), found.version(), ReviewDraws.REREAD, 1.0);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the re-read's own files cannot be removed", e);
    }
  }
}
