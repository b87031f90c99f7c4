package org.heed.server.referral;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.heed.server.access.Caller;
import org.heed.server.missing.Episode;
import org.heed.server.missing.Missing;
import org.heed.server.person.People;
import org.heed.server.person.PersonStore;
import org.heed.server.safeguarding.CaseEventKinds;
import org.heed.server.safeguarding.CaseFactSource;
import org.heed.server.safeguarding.CaseMeeting;
import org.heed.server.safeguarding.CasePlan;
import org.heed.server.safeguarding.CaseView;
import org.heed.server.safeguarding.CaseViews;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.heed.server.web.Words;

/** The chronology that a meeting about a case begins from. */
@org.springframework.stereotype.Service
public class Chronologies {
  private final CaseViews cases;
  private final PersonStore people;
  private final Missing missing;
  private final ReferralStore referrals;
  private final List<CaseFactSource> sources;

  public Chronologies(
      CaseViews cases,
      PersonStore people,
      Missing missing,
      ReferralStore referrals,
      List<CaseFactSource> sources) {
    this.cases = cases;
    this.people = people;
    this.missing = missing;
    this.referrals = referrals;
    this.sources = List.copyOf(sources);
  }

  /**
   * A case with its chronology, the first thing first.
   *
   * @param leftOut how many intelligence reports it leaves out
   */
  public record Of(CaseView view, List<ChronologyLine> lines, int leftOut) {
    public Of {
      lines = List.copyOf(lines);
    }

    /** The case's identifier only; the rest is personal. */
    @Override
    public String toString() {
      return "Of[" + view.file().id() + "]";
    }
  }

  /**
   * What is on record of the children of a case and what was done in it; of each child what the
   * caller may see.
   */
  public Of ofCase(Caller caller, UUID id) {
    return ofCase(caller, id, "case.chronology", "read-case", of -> new Acts.Seen<>(of, List.of()));
  }

  /** As the other, with what another module keeps of the case, read in the same look. */
  public <T> T ofCase(
      Caller caller, UUID id, String kind, String purpose, Function<Of, Acts.Seen<T>> and) {
    return cases.open(
        caller,
        id,
        kind,
        purpose,
        view -> {
          Chronology all = done(view);
          Set<UUID> shown = new LinkedHashSet<>();
          for (UUID child : view.file().scope().children()) {
            people
                .find(child, KnownAt.NOW)
                .ifPresent(person -> {
                  List<Episode> episodes = missing.of(person, KnownAt.NOW);
                  List<Referral> sent = referrals.of(List.of(person.id()), KnownAt.NOW);
                  all.and(Chronology.of(person, episodes, sent));
                  shown.addAll(People.shown(person));
                  episodes.forEach(one -> shown.add(one.id()));
                  sent.forEach(one -> shown.add(one.id()));
                });
          }
          Acts.Seen<T> more = and.apply(new Of(view, all.lines(), all.leftOut()));
          shown.addAll(more.subjects());
          return new Acts.Seen<>(more.value(), shown);
        });
  }

  /** Decisions, the child's own words, actions and lines of enquiry, as they stand. */
  private static List<ChronologyLine> planned(CaseView view, String from) {
    List<ChronologyLine> lines = new ArrayList<>();
    CasePlan plan = view.plan();
    for (CasePlan.Decision one : plan.decisions()) {
      if (one.withdrawn() == null) {
        lines.add(
            new ChronologyLine(
                one.decidedAt(), "Decided: " + one.decision() + ". " + one.reason(), from));
      }
    }
    for (CasePlan.Words one : plan.words()) {
      if (one.withdrawn() == null) {
        String said = one.words().isBlank() ? "The child said nothing." : "“" + one.words() + "”";
        UUID member = one.member();
        String who =
            member == null ? "A child" : view.members().getOrDefault(member.toString(), "A child");
        lines.add(
            new ChronologyLine(
                one.saidAt(),
                who + " to " + one.saidTo() + ": " + said + " " + one.demeanour(),
                from));
      }
    }
    for (CasePlan.Action one : plan.actions()) {
      CasePlan.ActionState now = one.now();
      String owner = view.owner(now);
      lines.add(
          one.isOpen()
              ? new ChronologyLine(
                  one.at(),
                  "Action set: " + one.what() + ". " + owner + ", due " + Words.date(now.dueAt()),
                  from)
              : new ChronologyLine(
                  now.at(),
                  "Action "
                      + now.act().title().toLowerCase(Locale.UK)
                      + ": "
                      + one.what()
                      + ". "
                      + now.says(),
                  from));
    }
    for (CasePlan.Line one : plan.lines()) {
      CasePlan.LineState now = one.now();
      lines.add(
          one.isOpen()
              ? new ChronologyLine(one.at(), "Line of enquiry opened: " + one.says(), from)
              : new ChronologyLine(
                  now.at(),
                  "Line of enquiry "
                      + now.state().title().toLowerCase(Locale.UK)
                      + ": "
                      + one.says()
                      + ". "
                      + now.reason(),
                  from));
    }
    return lines;
  }

  private Chronology done(CaseView view) {
    String from = "Case " + view.file().number();
    Chronology all = new Chronology();
    all.and(new ChronologyLine(view.file().openedAt(), "Case opened", from));
    view.file().events().stream()
        .filter(one -> one.withdrawn() == null)
        .forEach(one ->
            all.and(
                new ChronologyLine(
                    one.happenedAt(), CaseEventKinds.words(one.kind()) + ". " + one.says(), from)));
    view.meetings().stream()
        .filter(one -> one.now().act() == CaseMeeting.Act.HELD)
        .forEach(one ->
            all.and(
                new ChronologyLine(
                    one.now().meetsAt(), one.kind().title() + " held. " + one.now().says(), from)));
    planned(view, from).forEach(all::and);
    for (CaseFactSource source : sources) {
      source
          .told(view.file().scope(), KnownAt.NOW)
          .forEach(one -> all.and(new ChronologyLine(one.at(), one.what(), from)));
    }
    return all;
  }
}
