package org.heed.server.inspection;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.heed.figures.sampling.Draw;
import org.heed.figures.sampling.Frame;
import org.heed.rulebook.InspectionCriteria;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.sampling.Days;
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
 * Plans and draws inspections, and names who grades. The seed is made by Heed when the sample is
 * drawn, so that nobody draws until they like the sample; each draw is on the record.
 */
@Service
public class Inspections {
  private static final int MOST_CASES = 1_000;

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
    caller.require(Right.INSPECT);
    return acts.plain(
        caller,
        () -> {
          SortedMap<String, Integer> sizes = new TreeMap<>();
          frames
              .frame(question(caller, area, since, until, by))
              .strata()
              .forEach((name, units) -> sizes.put(name, units.size()));
          return sizes;
        });
  }

  private FrameQuestion question(
      Caller caller, @Nullable String area, LocalDate since, LocalDate until, StrataBy by) {
    Days days = Days.of(since, until);
    return new FrameQuestion(
        area, caller.areas(), days.since(), days.until(), by, positions.at(clock.instant()));
  }

  /** Draws a sample. */
  public UUID draw(Caller caller, NewInspection wanted) {
    caller.require(Right.INSPECT);
    Sampling.check(wanted.title(), wanted.sizes(), MOST_CASES);
    if (wanted.parts().isEmpty()) {
      throw invalid("Choose at least one part in which cases are graded.");
    }
    InspectionCriteria criteria =
        rulebook
            .rulebook()
            .findInspection(wanted.criteria())
            .orElseThrow(() -> invalid("Choose the criteria from the list."));
    return acts.change(
        caller,
        "inspection.drawn",
        act -> {
          FrameQuestion question =
              question(caller, wanted.area(), wanted.since(), wanted.until(), wanted.strata());
          return add(act, wanted, criteria, question, frames.frame(question));
        });
  }

  private UUID add(
      Act act,
      NewInspection wanted,
      InspectionCriteria criteria,
      FrameQuestion question,
      Frame frame) {
    UUID id = act.newId();
    act.concerns(id);
    KnownAt known = question.known();
    Draw draw = Draw.of(frame, act.newId().toString(), wanted.sizes());
    List<Draw.Drawn> drawn = Sampling.draw(draw, frame);
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
        draw.frameHash(),
        draw.seed(),
        Part.codes(wanted.parts()),
        act.caller().account(),
        act.at());
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
            act.add(
                Tables.INSPECTION_STRATUM,
                id,
                name,
                units.size(),
                draw.sizes().getOrDefault(name, 0)));
    place = 0;
    for (Draw.Drawn one : drawn) {
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

  /** The frame that an inspection was drawn from, put together again as it was known then. */
  public Frame frame(Caller caller, UUID id) {
    caller.require(Right.INSPECT);
    return acts.plain(caller, () -> frames.frame(find(id).frame()));
  }

  /** Draws again from the record. */
  public Redrawn redraw(Caller caller, UUID id) {
    caller.require(Right.INSPECT);
    return acts.plain(
        caller,
        () -> {
          Inspection one = find(id);
          return Redrawn.of(
              caller,
              one.draw(),
              frames.frame(one.frame()),
              one.cases().stream().map(Inspection.Drawn::caseFile).toList());
        });
  }

  /** Those who may be named as graders, by name. */
  public Map<UUID, String> inspectors(Caller caller) {
    caller.require(Right.INSPECT);
    return acts.plain(caller, store::inspectors);
  }

  /** Names somebody who grades in a part until the end of a day. */
  public void name(Caller caller, UUID id, Part part, UUID account, LocalDate until) {
    caller.require(Right.INSPECT);
    Instant end = Days.endOf(until);
    acts.changing(
        caller,
        "inspection.grader-named",
        act -> {
          Inspection one = find(id);
          if (!one.parts().contains(part)) {
            throw invalid("The inspection has no such part.");
          }
          if (!store.inspectors().containsKey(account)) {
            throw invalid("Choose somebody who inspects.");
          }
          if (!end.isAfter(act.at())) {
            throw invalid("Choose a day that is not over.");
          }
          if (one.graders().stream().anyMatch(grader -> grader.account().equals(account))) {
            throw new Refused(
                Refused.Code.CONFLICT,
                "They grade in this inspection already; nobody holds two parts of it.");
          }
          act.concerns(id);
          act.add(
              Tables.INSPECTION_GRADER, id, part.code(), account, end, caller.account(), act.at());
        });
  }

  static Refused none() {
    return new Refused(Refused.Code.NOT_FOUND, "There is no such inspection open to you.");
  }

  static Refused invalid(String says) {
    return new Refused(Refused.Code.INVALID, says);
  }
}
