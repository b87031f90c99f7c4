package org.heed.server.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.rulebook.CrimeOutcome;
import org.heed.rulebook.Measure;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.person.KnownPerson;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.safeguarding.CaseFile;
import org.heed.server.safeguarding.CaseRole;
import org.heed.server.safeguarding.CaseView;
import org.heed.server.safeguarding.CaseViews;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.heed.server.store.Tables;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gives crimes of a case their outcomes, and keeps its notices, orders and closures. */
@Service
public class CaseOutcomes {
  private static final int LONGEST_TEXT = 20_000;

  private final Acts acts;
  private final CaseViews views;
  private final OutcomeStore store;
  private final RulebookInForce rulebook;

  public CaseOutcomes(Acts acts, CaseViews views, OutcomeStore store, RulebookInForce rulebook) {
    this.acts = acts;
    this.views = views;
    this.store = store;
    this.rulebook = rulebook;
  }

  /**
   * A case with what became of it.
   *
   * @param places of the record that its reports mean, by label
   */
  public record Opened(
      CaseView view,
      List<CrimeEnd> crimes,
      List<IssuedMeasure> measures,
      Map<UUID, String> places,
      Instant now) {
    public Opened {
      crimes = List.copyOf(crimes);
      measures = List.copyOf(measures);
      places = Map.copyOf(places);
    }
  }

  /** Opens what became of a case's crimes and what is in force. */
  public Opened open(Caller caller, UUID id) {
    return views.open(
        caller,
        id,
        "case.outcomes-opened",
        "read-case",
        view -> {
          List<CrimeEnd> crimes = store.crimes(id);
          return new Acts.Seen<>(
              new Opened(
                  view,
                  crimes,
                  store.ofCases(List.of(id), KnownAt.NOW),
                  store.places(id),
                  acts.now()),
              crimes.stream().map(CrimeEnd::crime).toList());
        });
  }

  /** Gives a crime of the case an outcome; an earlier one stays beside it. */
  public void give(
      Caller caller, UUID id, UUID crime, String outcome, Instant givenAt, String reason) {
    caller.require(Right.CASES);
    requireText(reason, "Say what the outcome rests on.");
    CrimeOutcome given =
        rulebook
            .rulebook()
            .outcomes()
            .find(outcome)
            .orElseThrow(() -> invalid("Choose an outcome from the list."));
    if (LocalDate.ofInstant(givenAt, Words.LONDON).isBefore(given.from())) {
      throw invalid("That outcome can be given from " + Words.date(given.from()) + " on.");
    }
    acts.changing(
        caller,
        "crime.outcome-given",
        act -> {
          CaseFile file = views.known(id, KnownAt.NOW).file();
          CrimeEnd one =
              store.crimes(id).stream()
                  .filter(found -> found.crime().equals(crime))
                  .findFirst()
                  .orElseThrow(() -> notFound("There is no such crime in this case."));
          if (given.suspect() && suspects(file).isEmpty()) {
            throw invalid("Name the suspect in the case first: that outcome needs one.");
          }
          if (givenAt.isAfter(act.at().plusSeconds(60))) {
            throw invalid("Enter when it was given: that moment has not come yet.");
          }
          act.concerns(id);
          act.concerns(crime);
          act.concerns(one.report());
          act.add(
              Tables.CRIME_OUTCOME,
              crime,
              one.report(),
              id,
              store.given(crime) + 1,
              given.id(),
              given.code(),
              given.title(),
              given.ends().word(),
              reason.strip(),
              givenAt.truncatedTo(ChronoUnit.MICROS),
              rulebook.name(),
              caller.account(),
              act.at());
        });
  }

  /** Those of a case who are said to have harmed a child. */
  public static List<CaseFile.Involved> suspects(CaseFile file) {
    return file.people().stream().filter(one -> one.role() == CaseRole.SUSPECT).toList();
  }

  /**
   * A notice, an order or a closure to be recorded.
   *
   * @param member of the case, against whom it is; null: against a place
   * @param thing a place of the record; null: as written
   * @param place as written; empty: the place of the record
   * @param expiresAt null: until it is ended
   */
  public record NewMeasure(
      String measure,
      @Nullable UUID member,
      @Nullable UUID thing,
      String place,
      String conditions,
      String reference,
      Instant issuedAt,
      @Nullable Instant expiresAt) {
    @Override
    public String toString() {
      return measure;
    }
  }

  /** Records that one was issued. */
  public UUID issue(Caller caller, UUID id, NewMeasure said) {
    caller.require(Right.CASES);
    requireText(said.conditions(), "Write what it forbids or asks for.");
    Measure measure =
        rulebook
            .rulebook()
            .outcomes()
            .findMeasure(said.measure())
            .orElseThrow(() -> invalid("Choose a measure from the list."));
    Instant expires = said.expiresAt();
    if (expires != null && !expires.isAfter(said.issuedAt())) {
      throw invalid("It runs out after it is issued.");
    }
    return acts.change(
        caller,
        "case.measure-issued",
        act -> {
          CaseFile file = views.known(id, KnownAt.NOW).file();
          boolean place = measure.against() == Measure.Against.PLACE;
          if (said.issuedAt().isAfter(act.at().plusSeconds(60))) {
            throw invalid("Enter when it was issued: that moment has not come yet.");
          }
          CaseFile.@Nullable Involved against = place ? null : member(file, said.member());
          UUID thing = place ? said.thing() : null;
          if (place && thing == null && said.place().isBlank()) {
            throw invalid("Say which place it is against.");
          }
          if (thing != null && !store.places(id).containsKey(thing)) {
            throw invalid("No report of this case means that place.");
          }
          UUID made = act.newId();
          act.concerns(id);
          UUID person = against == null ? null : against.person();
          if (person != null) {
            act.concerns(person);
          }
          if (thing != null) {
            act.concerns(thing);
          }
          act.add(
              Tables.MEASURE,
              made,
              id,
              measure.id(),
              measure.title(),
              measure.against().word(),
              against == null ? null : against.member(),
              person,
              thing,
              place && !said.place().isBlank() ? said.place().strip() : null,
              said.conditions().strip(),
              said.reference().isBlank() ? null : said.reference().strip(),
              said.issuedAt().truncatedTo(ChronoUnit.MICROS),
              expires == null ? null : expires.truncatedTo(ChronoUnit.MICROS),
              rulebook.name(),
              caller.account(),
              act.at());
          return made;
        });
  }

  private static CaseFile.Involved member(CaseFile file, @Nullable UUID member) {
    return file.people().stream()
        .filter(one -> one.member().equals(member))
        .findFirst()
        .orElseThrow(() -> invalid("Say against whom of the case it is."));
  }

  /** Says that one was reviewed, was broken, or ended. */
  public void step(
      Caller caller, UUID id, UUID measure, MeasureStep step, Instant happenedAt, String says) {
    caller.require(Right.CASES);
    requireText(says, "Write what was found or happened.");
    acts.changing(
        caller,
        "case.measure-" + step.code(),
        act -> {
          views.known(id, KnownAt.NOW);
          int before =
              store.steps(id, measure).orElseThrow(() -> notFound("There is no such measure."));
          if (happenedAt.isAfter(act.at().plusSeconds(60))) {
            throw invalid("Enter when it happened: that moment has not come yet.");
          }
          act.concerns(id);
          act.add(
              Tables.MEASURE_STEP,
              measure,
              id,
              before + 1,
              step.code(),
              happenedAt.truncatedTo(ChronoUnit.MICROS),
              says.strip(),
              caller.account(),
              act.at());
        });
  }

  /** Those against a person, as known. Only inside {@link Acts}, where the person is shown. */
  public List<IssuedMeasure> against(KnownPerson person, KnownAt known) {
    List<UUID> all = new ArrayList<>(List.of(person.id()));
    person.also().forEach(other -> all.add(other.person()));
    return store.ofPeople(all, known);
  }

  /** Those against a place of the record. Only inside {@link Acts}, where the place is shown. */
  public List<IssuedMeasure> at(UUID thing) {
    return store.ofThing(thing);
  }

  private static void requireText(String text, String otherwise) {
    if (text.isBlank()) {
      throw invalid(otherwise);
    }
    if (text.length() > LONGEST_TEXT) {
      throw invalid("A text is longer than " + LONGEST_TEXT + " characters.");
    }
  }

  private static Refused invalid(String says) {
    return new Refused(Refused.Code.INVALID, says);
  }

  private static Refused notFound(String says) {
    return new Refused(Refused.Code.NOT_FOUND, says);
  }
}
