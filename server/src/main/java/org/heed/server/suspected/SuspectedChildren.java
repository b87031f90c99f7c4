package org.heed.server.suspected;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heed.linkage.decision.IdentityView;
import org.heed.server.access.Accounts;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.access.Sessions;
import org.heed.server.person.Identities;
import org.heed.server.report.MentionRole;
import org.heed.server.safeguarding.DeadlineSource;
import org.heed.server.safeguarding.OtherDeadline;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Children who are suspected: asked by Heed's own program as reports and decisions on who is who
 * come, listed as work of whoever answers for it, and decided by a named person. A report that
 * comes later asks again. The list is in the order of asking and knows no score.
 */
@Service
public class SuspectedChildren implements DeadlineSource {
  /** As many people as are listed. */
  public static final int MOST = 100;

  private static final int LONGEST_REASON = 10_000;

  private final Acts acts;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Identities identities;
  private final SuspectedStore store;

  /** Up to which position of the ledger was looked; at first nothing was. */
  private long upto = -1;

  public SuspectedChildren(
      Acts acts, Accounts accounts, Sessions sessions, Identities identities, Databases databases) {
    this.acts = acts;
    this.accounts = accounts;
    this.sessions = sessions;
    this.identities = identities;
    this.store = new SuspectedStore(databases);
  }

  /** Asks for decisions that nobody was asked for yet. */
  @Override
  public void settle() {
    ask();
  }

  /** No day is set by law or guidance for such a decision, and Heed makes none up. */
  @Override
  public List<OtherDeadline> deadlines(Caller program, Instant now) {
    return List.of();
  }

  /**
   * Asks for what came since it asked last.
   *
   * @return how many reports it asks about
   */
  public synchronized int ask() {
    Caller own =
        sessions.openService(
            accounts.service("heed-suspected", "Heed’s askings about children who are suspected"),
            EnumSet.of(Right.INDEX));
    try {
      long settled = acts.plain(own, store::settled);
      if (settled == upto) {
        return 0;
      }
      List<SuspectedStore.Spoken> found = acts.plain(own, () -> store.find(upto, settled));
      List<Wanting> wanting = wanting(found);
      if (!wanting.isEmpty()) {
        acts.changing(
            own,
            "suspected.asked",
            act -> {
              for (Wanting one : wanting) {
                SuspectedStore.Spoken spoken = one.spoken();
                act.concerns(spoken.report());
                act.add(
                    Tables.SUSPECTED_ASKED,
                    act.newId(),
                    spoken.subject(),
                    spoken.report(),
                    spoken.role().code(),
                    one.because(),
                    spoken.owner(),
                    act.at());
              }
            });
      }
      upto = settled;
      return wanting.size();
    } finally {
      sessions.signOut(own.token());
    }
  }

  /** A report to ask about, and where it does not suspect them itself one that does. */
  private record Wanting(SuspectedStore.Spoken spoken, @Nullable UUID because) {}

  private static List<Wanting> wanting(List<SuspectedStore.Spoken> found) {
    Map<UUID, List<SuspectedStore.Spoken>> bySomebody = new LinkedHashMap<>();
    found.forEach(
        one -> bySomebody.computeIfAbsent(one.somebody(), _ -> new ArrayList<>()).add(one));
    List<Wanting> wanting = new ArrayList<>();
    Set<List<Object>> asked = new LinkedHashSet<>();
    for (List<SuspectedStore.Spoken> all : bySomebody.values()) {
      if (SuspectedRule.why(
              all.stream().map(one -> new SuspectedRule.Part(one.role(), one.age())).toList())
          .isEmpty()) {
        continue;
      }
      UUID because =
          all.stream()
              .filter(one -> one.role() == MentionRole.SUSPECT)
              .map(SuspectedStore.Spoken::report)
              .findFirst()
              .orElseThrow();
      for (SuspectedStore.Spoken one : all) {
        if (!one.asked() && asked.add(List.of(one.subject(), one.report(), one.role()))) {
          wanting.add(new Wanting(one, one.role() == MentionRole.SUSPECT ? null : because));
        }
      }
    }
    return wanting;
  }

  /** Those who wait for a decision, the longest asked first: one look, with all that is shown. */
  public List<SuspectedChild> list(Caller caller) {
    caller.require(Right.PEOPLE);
    return acts.look(
        caller,
        "suspected.listed",
        "decide-safety",
        () -> {
          List<SuspectedChild> waiting = waiting();
          Set<UUID> shown = new LinkedHashSet<>();
          waiting.forEach(one -> shown.addAll(shown(one)));
          return new Acts.Seen<>(waiting, shown);
        });
  }

  /**
   * How many wait of those open to the caller.
   *
   * @param all at most {@link #MOST}
   * @param own those that the caller answers for
   */
  public record Waiting(int all, int own) {}

  /** How many wait, without a look at anybody. */
  public Waiting count(Caller caller) {
    caller.require(Right.PEOPLE);
    return acts.plain(
        caller,
        () -> {
          List<SuspectedChild> waiting = waiting();
          return new Waiting(
              waiting.size(),
              (int) waiting.stream().filter(one -> one.isOf(caller.account())).count());
        });
  }

  private List<SuspectedChild> waiting() {
    Set<UUID> subjects = store.waiting();
    return subjects.isEmpty()
        ? List.of()
        : of(subjects).stream().filter(SuspectedChild::waits).limit(MOST).toList();
  }

  /** Opens one by any of its askings: one look, with all that is shown. */
  public SuspectedChild open(Caller caller, UUID asked) {
    caller.require(Right.PEOPLE);
    return acts.look(
        caller,
        "suspected.opened",
        "decide-safety",
        () -> {
          SuspectedChild found = find(asked);
          return new Acts.Seen<>(found, shown(found));
        });
  }

  private SuspectedChild find(UUID asked) {
    return store
        .subject(asked)
        .flatMap(subject -> of(Set.of(subject)).stream().findFirst())
        .orElseThrow(() ->
            new Refused(
                Refused.Code.NOT_FOUND,
                "No decision is asked for that is open to you, or what asked for it is gone."));
  }

  /**
   * Decides on everything that was asked of somebody.
   *
   * @param askings what lay before whoever decides
   * @param decisions how many decisions did
   * @throws Refused where something else is asked or decided by now
   */
  public void decide(
      Caller caller,
      UUID asked,
      Set<UUID> askings,
      int decisions,
      SuspectedVerdict verdict,
      String reason) {
    caller.require(Right.PEOPLE);
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new Refused(
          Refused.Code.INVALID, "Give a reason of at most " + LONGEST_REASON + " characters.");
    }
    acts.changing(
        caller,
        "suspected.decided",
        act -> {
          SuspectedChild found = find(asked);
          Set<UUID> all = found.askings();
          if (all.isEmpty() || !all.equals(askings)) {
            throw new Refused(
                Refused.Code.CONFLICT,
                "Another report speaks of them by now, or one no longer does: look again.");
          }
          if (found.decisions().size() != decisions) {
            throw new Refused(
                Refused.Code.CONFLICT, "Somebody decided meanwhile: look at their decision first.");
          }
          shown(found).forEach(act::concerns);
          UUID id = act.newId();
          act.add(Tables.SUSPECTED_DECISION, id, verdict.code(), reason, all.size(), act.at());
          all.stream().sorted().forEach(one -> act.add(Tables.SUSPECTED_DECIDED, id, one));
        });
  }

  /**
   * Those of these people, and of mentions that mean nobody, about whose safety a decision is asked
   * for by what is open to the asker. Only inside {@link Acts}.
   */
  public List<SuspectedChild> of(Collection<UUID> subjects) {
    Set<UUID> all = new LinkedHashSet<>(subjects);
    IdentityView view = identities.around(all, KnownAt.NOW);
    subjects.forEach(subject -> all.addAll(Identities.members(view, subject)));
    Map<UUID, List<SuspectedStore.Line>> bySomebody = new LinkedHashMap<>();
    subjects.forEach(
        subject -> bySomebody.computeIfAbsent(somebody(view, subject), _ -> new ArrayList<>()));
    for (SuspectedStore.Line line : store.lines(all)) {
      bySomebody.computeIfAbsent(somebody(view, line.subject()), _ -> new ArrayList<>()).add(line);
    }
    Map<UUID, String> names = store.names(all);
    List<SuspectedChild> found = new ArrayList<>();
    bySomebody.forEach((somebody, lines) -> {
      List<SuspectedChild.In> reports = lines.stream().map(SuspectedStore.Line::in).toList();
      why(reports)
          .ifPresent(why -> {
            boolean person = lines.getFirst().person();
            String name =
                names.getOrDefault(
                    somebody, names.getOrDefault(lines.getFirst().subject(), "Somebody"));
            SuspectedChild child =
                new SuspectedChild(person ? somebody : null, name, why, reports, List.of());
            found.add(
                new SuspectedChild(
                    child.person(), name, why, reports, store.decisions(child.askings())));
          });
    });
    return found;
  }

  private static Optional<String> why(List<SuspectedChild.In> reports) {
    return SuspectedRule.why(
        reports.stream().map(one -> new SuspectedRule.Part(one.role(), one.age())).toList());
  }

  private static UUID somebody(IdentityView view, UUID subject) {
    return UUID.fromString(view.person(subject.toString()));
  }

  /** Whom and which reports it shows. */
  public static Set<UUID> shown(SuspectedChild child) {
    Set<UUID> shown = new LinkedHashSet<>();
    if (child.person() != null) {
      shown.add(child.person());
    }
    child.reports().forEach(one -> shown.add(one.report()));
    return shown;
  }
}
