package org.heed.server.sharing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.referral.Chronologies;
import org.heed.server.referral.Referrals;
import org.heed.server.report.ReportFile;
import org.heed.server.report.ReportFiles;
import org.heed.server.report.ReportKind;
import org.heed.server.safeguarding.CaseFile;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.heed.server.store.Tables;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Shares what a person chose of a case with agencies, and recalls it. Nothing goes by itself. */
@Service
public class Packs {
  private static final int LONGEST = 10_000;
  private static final String READ = "share-case";

  private final Acts acts;
  private final PackStore store;
  private final Chronologies chronologies;
  private final ReportFiles reports;
  private final Referrals referrals;
  private final Clock clock;

  public Packs(
      Acts acts,
      PackStore store,
      Chronologies chronologies,
      ReportFiles reports,
      Referrals referrals,
      Clock clock) {
    this.acts = acts;
    this.store = store;
    this.chronologies = chronologies;
    this.reports = reports;
    this.referrals = referrals;
    this.clock = clock;
  }

  /**
   * A case with what was shared of it and what may be.
   *
   * @param packs the newest first
   * @param offered in the order in which it happened; narratives stand at their reports
   * @param agencies whose people sign in
   * @param barred how many reports are not offered: how intelligence is handled bars it
   */
  public record Opened(
      Chronologies.Of of,
      List<Pack> packs,
      List<Offered> offered,
      List<String> agencies,
      long barred) {
    public Opened {
      packs = List.copyOf(packs);
      offered = List.copyOf(offered);
      agencies = List.copyOf(agencies);
    }

    /** The case's identifier only; the rest is personal. */
    @Override
    public String toString() {
      return "Opened[" + of.view().file().id() + "]";
    }
  }

  /** Opens a case to share of it. */
  public Opened open(Caller caller, UUID id) {
    return chronologies.ofCase(
        caller,
        id,
        "case.packs-opened",
        READ,
        of -> {
          List<ReportFile> told = told(of.view().file());
          List<Offered> offered = new ArrayList<>();
          of.lines().forEach(one -> offered.add(new Offered(one.at(), one.what(), one.from())));
          told.stream()
              .filter(one -> !isBarred(one))
              .forEach(one ->
                  offered.add(
                      new Offered(
                          one.recordedAt(),
                          one.narrative(),
                          "Report " + one.reference() + ", as written")));
          List<Pack> packs = store.ofCase(id);
          return new Acts.Seen<>(
              new Opened(
                  of,
                  packs,
                  offered,
                  referrals.partners(caller),
                  told.stream().filter(Packs::isBarred).count()),
              packs.stream().map(Pack::id).toList());
        });
  }

  private List<ReportFile> told(CaseFile file) {
    return file.reports().stream()
        .flatMap(one -> reports.find(one.report(), KnownAt.NOW).stream())
        .toList();
  }

  /** Intelligence goes by its handling grade, which a pack cannot keep to. */
  private static boolean isBarred(ReportFile report) {
    return report.kind() == ReportKind.INTELLIGENCE || report.grading() != null;
  }

  /** Shares a pack: a decision in the caller's name. */
  public UUID share(Caller caller, UUID id, NewPack pack) {
    caller.require(Right.CASES);
    Stream.of(pack.purpose(), pack.basisReason(), pack.conditions())
        .forEach(text -> {
          if (text.isBlank() || text.length() > LONGEST) {
            throw invalid("Say what it is for, why it is lawful and how it is to be handled.");
          }
        });
    if (pack.items().isEmpty()) {
      throw invalid("Choose something to share.");
    }
    if (pack.agencies().isEmpty() || !referrals.partners(caller).containsAll(pack.agencies())) {
      throw invalid("Choose agencies from the list.");
    }
    Instant until = pack.until().plusDays(1).atStartOfDay(Words.LONDON).toInstant();
    if (!until.isAfter(clock.instant())) {
      throw invalid("Choose a last day that is to come.");
    }
    return acts.change(
        caller,
        "pack.shared",
        act -> {
          Set<String> agencies = new TreeSet<>(pack.agencies());
          if (pack.meeting() != null) {
            // Whoever is at a meeting has the same before them.
            agencies.addAll(store.agenciesOf(pack.meeting()));
          }
          Map<String, UUID> reported = store.reportsOf(id);
          UUID made = act.newId();
          act.concerns(id);
          act.concerns(made);
          act.add(
              Tables.PACK,
              made,
              id,
              pack.meeting(),
              pack.purpose(),
              pack.basis().code(),
              pack.basisReason(),
              pack.conditions(),
              caller.account(),
              act.at(),
              until,
              Handling.kept(pack.handling()));
          agencies.forEach(agency -> act.add(Tables.PACK_AGENCY, made, agency));
          int number = 0;
          for (PackItem item : pack.items()) {
            act.add(
                Tables.PACK_ITEM,
                made,
                ++number,
                item.at().truncatedTo(ChronoUnit.MICROS),
                item.text(),
                item.source(),
                item.leftOut(),
                reportOf(item.source(), reported));
          }
          return made;
        });
  }

  /** The report in which something stands, by the words that say where. */
  private static @Nullable UUID reportOf(String source, Map<String, UUID> reported) {
    return reported.entrySet().stream()
        .filter(one -> {
          String named = "Report " + one.getKey();
          return source.equals(named) || source.startsWith(named + ",");
        })
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /** Takes a pack back: nobody of the agencies sees what is in it from then on. */
  public void recall(Caller caller, UUID pack, String reason) {
    caller.require(Right.CASES);
    if (reason.isBlank() || reason.length() > LONGEST) {
      throw invalid("Say why it is recalled and what they are to do with what they saw.");
    }
    try {
      acts.changing(
          caller,
          "pack.recalled",
          act -> {
            Pack shared = store.find(pack).orElseThrow(Packs::none);
            if (shared.recall().isPresent()) {
              throw new Refused(Refused.Code.CONFLICT, "It is recalled already.");
            }
            act.concerns(shared.caseFile());
            act.concerns(pack);
            act.add(
                Tables.PACK_STEP,
                pack,
                store.lastStep(pack) + 1,
                "recalled",
                null,
                reason,
                caller.account(),
                act.at());
          });
    } catch (DuplicateKeyException raced) {
      throw raced();
    }
  }

  static Refused raced() {
    return new Refused(
        Refused.Code.CONFLICT, "Somebody else was at this pack just now: open it again.");
  }

  private static Refused invalid(String sentence) {
    return new Refused(Refused.Code.INVALID, sentence);
  }

  static Refused none() {
    return new Refused(Refused.Code.NOT_FOUND, "There is no such pack open to you.");
  }
}
