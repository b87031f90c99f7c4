package org.heed.server.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.publication.Contributions.Frozen;
import org.heed.server.publication.Contributions.FrozenCell;
import org.heed.server.store.Acts;

/**
 * Freezes figures for publication. A person asks for it and names it; Heed publishes nothing. A
 * cell that an earlier release hid stays hidden, since the two together could give it away.
 */
public final class Releases {
  private final Acts acts;
  private final Figures figures;
  private final ReleaseFolder folder;

  public Releases(Acts acts, Figures figures, ReleaseFolder folder) {
    this.acts = acts;
    this.figures = figures;
    this.folder = folder;
  }

  /**
   * Answers the questions as known at one moment and freezes the answers. The act is an entry of
   * the ledger. Asked again for the same release it returns what was frozen.
   *
   * @throws Refused where nothing is settled yet, a hidden count could be worked out, or there is
   *     another release of that name
   */
  public Contributions freeze(Caller caller, ReleaseRequest request) {
    caller.require(Right.FIGURES);
    Contributions there = folder.find(request.id());
    if (there != null) {
      requireSame(there, request);
      return there;
    }
    return acts.look(
        caller,
        "figure.released",
        "figure",
        () -> {
          Contributions frozen = contributions(caller, request);
          Disclosure disclosure = audited(frozen, folder.others(request.id()));
          return new Acts.Seen<>(folder.keep(frozen, disclosure.audit()), Set.of());
        });
  }

  /**
   * Hides what has to be hidden.
   *
   * @throws Refused where a hidden count could be worked out, from this release or with an earlier
   */
  static Disclosure audited(Contributions frozen, List<Contributions> earlier) {
    Disclosure disclosure = new Disclosure(frozen);
    earlier.forEach(each -> requireNoContrast(disclosure, frozen, each));
    return disclosure;
  }

  private static void requireSame(Contributions there, ReleaseRequest request) {
    boolean same =
        there.title().equals(request.title())
            && there.publisher().equals(request.publisher())
            && there.hideBelow() == request.hideBelow()
            && there.tables().size() == request.questions().size();
    for (int i = 0; same && i < there.tables().size(); i++) {
      Frozen table = there.tables().get(i);
      ReleaseRequest.Named named = request.questions().get(i);
      Map<String, String> asked = new HashMap<>(QuestionText.of(named.question()));
      asked.putIfAbsent("known-at", table.of("known-at"));
      same = table.name().equals(named.name()) && table.question().equals(asked);
    }
    if (!same) {
      throw new Refused(
          Refused.Code.CONFLICT,
          "There is a release "
              + request.id()
              + " already, of other questions. Name this one"
              + " otherwise.");
    }
  }

  /** The answers, as known at one moment. Only inside {@link Acts}. */
  Contributions contributions(Caller caller, ReleaseRequest request) {
    Instant moment =
        request.questions().stream()
            .map(named -> named.question().knownAt())
            .filter(at -> at != null)
            .findFirst()
            .orElse(null);
    List<Frozen> tables = new ArrayList<>();
    long entries = 0;
    String rulebook = "";
    for (ReleaseRequest.Named named : request.questions()) {
      SettledFigure settled = figures.askSettled(caller, named.question().knownAt(moment));
      moment = settled.figure().knownAt();
      entries = settled.horizon().size();
      rulebook = settled.figure().rulebook();
      tables.add(frozen(named.name(), settled));
    }
    return new Contributions(
        request.id(),
        request.title(),
        request.publisher(),
        String.valueOf(moment),
        entries,
        rulebook,
        request.hideBelow(),
        tables);
  }

  private static Frozen frozen(String name, SettledFigure settled) {
    Figure figure = settled.figure();
    Question question = figure.question();
    return new Frozen(
        name,
        QuestionText.of(question),
        question.unit().title()
            + ", "
            + question.definition().title().toLowerCase(java.util.Locale.ROOT)
            + ", by "
            + question.by().title().toLowerCase(java.util.Locale.ROOT)
            + (question.area() == null ? "" : ", in " + AreaName.of(question.area())),
        settled.records().count(),
        settled.records().digest(),
        figure.notKnown().count(),
        figure.cells().stream()
            .map(cell -> new FrozenCell(cell.key(), cell.label(), cell.tally().count()))
            .toList());
  }

  /** Refuses to publish what an earlier release hid, or to hide what it published. */
  private static void requireNoContrast(
      Disclosure disclosure, Contributions now, Contributions earlier) {
    Disclosure before = new Disclosure(earlier);
    for (Frozen table : now.tables()) {
      for (Frozen old : earlier.tables()) {
        if (sameCells(table, old)) {
          requireNoContrast(disclosure, table, before, old, earlier.id());
        }
      }
    }
  }

  private static void requireNoContrast(
      Disclosure now, Frozen table, Disclosure before, Frozen old, String id) {
    for (FrozenCell cell : table.cells()) {
      boolean there = old.cells().stream().anyMatch(each -> each.key().equals(cell.key()));
      if (there && now.hidden(table.name(), cell.key()) != before.hidden(old.name(), cell.key())) {
        throw new Refused(
            Refused.Code.INVALID,
            "The release "
                + id
                + " and this one would not both hide "
                + cell.label()
                + " in "
                + table.name()
                + ": together they could give it away. Leave that table out, or ask for longer"
                + " periods.");
      }
    }
  }

  /** Whether two tables print counts of the same things, at whatever moments known. */
  private static boolean sameCells(Frozen a, Frozen b) {
    boolean samePeriod =
        !a.of("by").equals(By.AREA.code())
            || (a.of("from").equals(b.of("from")) && a.of("to").equals(b.of("to")));
    return samePeriod
        && List.of("unit", "definition", "clock", "by", "area", "rulebook").stream()
            .allMatch(name -> a.of(name).equals(b.of(name)));
  }
}
