package org.heed.server.inspection;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.heed.figures.sampling.Draw;
import org.heed.figures.sampling.Frame;
import org.heed.rulebook.InspectionCriteria;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.sampling.Days;
import org.heed.server.sampling.Naming;
import org.heed.server.sampling.Redrawn;
import org.heed.server.sampling.Sampling;
import org.heed.server.store.Act;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.heed.server.store.KnownPositions;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Plans and draws inspections, takes lists of cases that were chosen elsewhere, and names who
 * grades. The seed is made by Heed when the sample is drawn, so that nobody draws until they like
 * the sample; each draw is on the record.
 */
@Service
public class Inspections {
  private static final int MOST_CASES = 1_000;
  private static final int LONGEST_ORIGIN = 1_000;

  private final Acts acts;
  private final KnownPositions positions;
  private final FrameStore frames;
  private final InspectionStore store;
  private final RulebookInForce rulebook;
  private final Clock clock;

  public Inspections(
      Acts acts,
      KnownPositions positions,
      FrameStore frames,
      InspectionStore store,
      RulebookInForce rulebook,
      Clock clock) {
    this.acts = acts;
    this.positions = positions;
    this.frames = frames;
    this.store = store;
    this.rulebook = rulebook;
    this.clock = clock;
  }

  /** How many cases each stratum of a frame has, as known now. */
  public SortedMap<String, Integer> strata(
      Caller caller, @Nullable String area, LocalDate since, LocalDate until, StrataBy by) {
    return strata(caller, area, since, until, by, null);
  }

  /** As the other, as known at the end of a day; null: now. */
  public SortedMap<String, Integer> strata(
      Caller caller,
      @Nullable String area,
      LocalDate since,
      LocalDate until,
      StrataBy by,
      @Nullable LocalDate knownOn) {
    caller.require(Right.INSPECT);
    return acts.plain(
        caller,
        () -> {
          SortedMap<String, Integer> sizes = new TreeMap<>();
          frames
              .frame(question(caller, area, since, until, by, knownOn))
              .strata()
              .forEach((name, units) -> sizes.put(name, units.size()));
          return sizes;
        });
  }

  private FrameQuestion question(
      Caller caller,
      @Nullable String area,
      LocalDate since,
      LocalDate until,
      StrataBy by,
      @Nullable LocalDate knownOn) {
    Days days = Days.of(since, until);
    Protection protection =
        by == StrataBy.PROTECTION
            ? Protection.of(rulebook.rulebook().protectionAreas())
            : Protection.NONE;
    if (by == StrataBy.PROTECTION && protection.isEmpty()) {
      throw invalid("The rulebook in force has no areas of child protection: choose other strata.");
    }
    return new FrameQuestion(
        area,
        caller.areas(),
        days.since(),
        days.until(),
        by,
        protection,
        positions.at(known(knownOn)));
  }

  /** The end of a day, or now where it is not over. */
  private Instant known(@Nullable LocalDate day) {
    Instant now = clock.instant();
    if (day == null) {
      return now;
    }
    Instant end = Days.endOf(day);
    return end.isAfter(now) ? now : end;
  }

  /** Draws a sample. */
  public UUID draw(Caller caller, NewInspection wanted) {
    caller.require(Right.INSPECT);
    Sampling.check(wanted.title(), wanted.sizes(), MOST_CASES);
    InspectionCriteria criteria = criteria(wanted);
    return acts.change(
        caller,
        "inspection.drawn",
        act -> {
          FrameQuestion question = question(caller, wanted);
          Frame frame = frames.frame(question);
          Draw draw = Draw.of(frame, act.newId().toString(), wanted.sizes());
          List<Frame.Unit> drawn =
              Sampling.draw(draw, frame).stream()
                  .map(one -> new Frame.Unit(one.id(), one.stratum()))
                  .toList();
          return add(act, wanted, criteria, question, frame, new Chosen(drawn, draw.seed(), null));
        });
  }

  /** Holds a list that was chosen elsewhere against the frame, as known now. */
  public CheckedList check(Caller caller, NewInspection wanted, CaseList list) {
    caller.require(Right.INSPECT);
    if (list.lines().size() > MOST_CASES) {
      throw invalid("A list names at most 1,000 cases.");
    }
    return acts.plain(caller, () -> checked(frames.frame(question(caller, wanted)), list));
  }

  /**
   * Takes a list of cases that were chosen elsewhere; refused where a line names none of the frame,
   * or one twice.
   *
   * @param wanted without sizes
   * @param origin where the list is from and how it was chosen
   */
  public UUID bring(Caller caller, NewInspection wanted, CaseList list, String origin) {
    caller.require(Right.INSPECT);
    Sampling.check(wanted.title(), Map.of("list", list.lines().size()), MOST_CASES);
    InspectionCriteria criteria = criteria(wanted);
    if (origin.isBlank() || origin.length() > LONGEST_ORIGIN) {
      throw invalid(
          "Say where the list is from and how it was chosen, in at most "
              + LONGEST_ORIGIN
              + " characters.");
    }
    return acts.change(
        caller,
        "inspection.list-brought",
        act -> {
          FrameQuestion question = question(caller, wanted);
          Frame frame = frames.frame(question);
          CheckedList checked = checked(frame, list);
          if (!checked.wrong().isEmpty()) {
            throw invalid("Every line names one case of the frame, and no case twice.");
          }
          return add(
              act,
              wanted,
              criteria,
              question,
              frame,
              new Chosen(checked.cases(), "", origin.strip()));
        });
  }

  private CheckedList checked(Frame frame, CaseList list) {
    return CheckedList.of(
        list, frame, frames.called(list.lines().stream().map(CaseList.Line::reference).toList()));
  }

  private FrameQuestion question(Caller caller, NewInspection wanted) {
    return question(
        caller, wanted.area(), wanted.since(), wanted.until(), wanted.strata(), wanted.knownOn());
  }

  private InspectionCriteria criteria(NewInspection wanted) {
    if (wanted.parts().isEmpty()) {
      throw invalid("Choose at least one part in which cases are graded.");
    }
    return rulebook
        .rulebook()
        .findInspection(wanted.criteria())
        .orElseThrow(() -> invalid("Choose the criteria from the list."));
  }

  /**
   * The cases of an inspection.
   *
   * @param seed that they were drawn by; empty for a list that was brought
   * @param origin of such a list
   */
  private record Chosen(List<Frame.Unit> cases, String seed, @Nullable String origin) {
    int of(String stratum) {
      return (int) cases.stream().filter(one -> one.stratum().equals(stratum)).count();
    }
  }

  private UUID add(
      Act act,
      NewInspection wanted,
      InspectionCriteria criteria,
      FrameQuestion question,
      Frame frame,
      Chosen chosen) {
    UUID id = act.newId();
    act.concerns(id);
    KnownAt known = question.known();
    List<String> areas = question.areas();
    Scale scale = Scale.of(criteria);
    act.add(
        Tables.INSPECTION,
        id,
        wanted.title().strip(),
        criteria.id(),
        rulebook.name(),
        scale.lines(),
        scale.goodEnough(),
        question.area(),
        areas == null ? null : String.join(",", areas),
        question.since(),
        question.until(),
        question.strata().code(),
        known.moment(),
        known.position(),
        frame.hash(),
        chosen.seed(),
        Part.codes(wanted.parts()),
        act.caller().account(),
        act.at(),
        chosen.origin(),
        question.protection().lines(),
        frame.lines());
    int place = 0;
    for (InspectionCriteria.Criterion one : criteria.criteria()) {
      act.add(
          Tables.INSPECTION_CRITERION,
          id,
          place++,
          one.id(),
          one.title(),
          one.says(),
          one.unit().word(),
          String.join(",", one.standards()));
    }
    frame
        .strata()
        .forEach((name, units) ->
            act.add(Tables.INSPECTION_STRATUM, id, name, units.size(), chosen.of(name)));
    place = 0;
    for (Frame.Unit one : chosen.cases()) {
      act.add(Tables.INSPECTION_CASE, id, UUID.fromString(one.id()), one.stratum(), ++place);
    }
    return id;
  }

  /** All of them, the newest first. */
  public List<Inspection> list(Caller caller) {
    caller.require(Right.INSPECT);
    return acts.plain(caller, store::list);
  }

  /** One of them. */
  public Inspection get(Caller caller, UUID id) {
    caller.require(Right.INSPECT);
    return acts.plain(caller, () -> find(id));
  }

  Inspection find(UUID id) {
    return store.find(id).orElseThrow(Inspections::none);
  }

  /** The frame that an inspection was drawn from. */
  public Frame frame(Caller caller, UUID id) {
    caller.require(Right.INSPECT);
    return acts.look(
        caller, "inspection.frame-taken", "inspect", () -> Acts.Seen.one(frame(find(id)), id));
  }

  /** As kept with the draw; of one drawn before frames were, put together again as known then. */
  Frame frame(Inspection one) {
    return store.frame(one.id()).orElseGet(() -> frames.frame(one.frame()));
  }

  /** Draws again from the record; a list that was brought is held against its frame again. */
  public Redrawn redraw(Caller caller, UUID id) {
    caller.require(Right.INSPECT);
    return acts.plain(
        caller,
        () -> {
          Inspection one = find(id);
          boolean whole = caller.areas() == null || store.frame(id).isPresent();
          Frame frame = frame(one);
          return one.isBrought()
              ? Redrawn.held(whole, one.frameHash(), frame, one.units())
              : Redrawn.of(
                  whole,
                  one.draw(),
                  frame,
                  one.cases().stream().map(Inspection.Drawn::caseFile).toList());
        });
  }

  /** Those whom the asker may name as graders, by name; nobody where that is for others to do. */
  public Map<UUID, String> inspectors(Caller caller, UUID id) {
    caller.require(Right.INSPECT);
    return acts.plain(
        caller,
        () -> {
          if (!mayName(caller, find(id))) {
            return Map.of();
          }
          Map<UUID, String> all = new LinkedHashMap<>(store.inspectors());
          all.remove(caller.account());
          return all;
        });
  }

  private static boolean mayName(Caller caller, Inspection one) {
    return caller.may(Right.SUPERVISE)
        && Naming.covers(caller, one.frame().area(), one.frame().areas());
  }

  /**
   * Names somebody else who grades in a part until the end of a day, or until another day than they
   * were named for; who supervises every area of the frame does.
   */
  public void name(Caller caller, UUID id, Part part, UUID account, LocalDate until) {
    naming(
        caller,
        id,
        account,
        "inspection.grader-named",
        (act, one) -> {
          Instant end = Naming.until(until, act.at(), rulebook.rulebook().namedForDays());
          if (!one.parts().contains(part)) {
            throw invalid("The inspection has no such part.");
          }
          if (!store.inspectors().containsKey(account)) {
            throw invalid("Choose somebody who inspects.");
          }
          if (one.grader(account).filter(grader -> grader.part() != part).isPresent()) {
            throw new Refused(
                Refused.Code.CONFLICT,
                "They were named for another part already; nobody holds two parts of it.");
          }
          act.add(
              Tables.INSPECTION_GRADER, id, part.code(), account, end, caller.account(), act.at());
        });
  }

  /** Ends somebody's time to grade at once. */
  public void end(Caller caller, UUID id, UUID account) {
    naming(
        caller,
        id,
        account,
        "inspection.grader-ended",
        (act, one) -> {
          Inspection.Grader grader =
              one.grader(account)
                  .filter(found -> found.until().isAfter(act.at()))
                  .orElseThrow(() ->
                      new Refused(Refused.Code.CONFLICT, "They do not grade in it any more."));
          act.add(
              Tables.INSPECTION_GRADER,
              id,
              grader.part().code(),
              account,
              act.at(),
              caller.account(),
              act.at());
        });
  }

  private void naming(
      Caller caller, UUID id, UUID account, String kind, BiConsumer<Act, Inspection> how) {
    caller.require(Right.INSPECT);
    acts.changing(
        caller,
        kind,
        act -> {
          Inspection one = find(id);
          if (!mayName(caller, one)) {
            throw new Refused(
                Refused.Code.NOT_ALLOWED,
                "Somebody who supervises every area of the frame names who grades.");
          }
          if (account.equals(caller.account())) {
            throw invalid("Nobody names themselves to grade: ask another supervisor.");
          }
          act.concerns(id);
          how.accept(act, one);
        });
  }

  static Refused none() {
    return new Refused(Refused.Code.NOT_FOUND, "There is no such inspection open to you.");
  }

  static Refused invalid(String says) {
    return new Refused(Refused.Code.INVALID, says);
  }
}
