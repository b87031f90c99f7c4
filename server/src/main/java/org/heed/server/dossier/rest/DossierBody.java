package org.heed.server.dossier.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.heed.server.api.Told;
import org.heed.server.crime.CrimeStanding;
import org.heed.server.dossier.Dossier;
import org.heed.server.recognition.StoredReading;
import org.heed.server.report.NoticeRoute;
import org.heed.server.report.ReportFile;
import org.heed.server.review.DecidedFlag;
import org.heed.text.Scope;
import org.jspecify.annotations.Nullable;

/** A report as JSON. */
@Told("A report as it was known, with what was read in it, decided on it and counted from it.")
record DossierBody(
    UUID id,
    String source,
    String reference,
    int version,
    @Told("As known at this moment; null: now.") @Nullable Instant knownAt,
    String kind,
    @Told("How it came to notice.") @Nullable String route,
    String area,
    @Nullable Instant occurredFrom,
    @Nullable Instant occurredTo,
    @Nullable Instant reportedAt,
    Instant recordedAt,
    @Told("The Home Office code, as the source classified it.") @Nullable String offence,
    @Nullable String grading,
    @Told("Whose clocks these are, for an imported report.") @Nullable String sourceSystem,
    LocalDate reviewOn,
    @Told("The operation it belongs to.") @Nullable String operation,
    String narrative,
    List<Person> people,
    List<Thing> things,
    List<Version> versions,
    @Nullable Reading reading,
    @Told("Newest first.") List<Flag> flags,
    List<Crime> crimes) {

  @Told("A person as the report speaks of them.")
  record Person(
      @Told("The mention, which a person may be chosen for.") UUID mention,
      String role,
      @Nullable String givenName,
      @Nullable String familyName,
      @Nullable LocalDate dateOfBirth,
      @Told("In years, when it happened.") @Nullable Integer age,
      @Nullable String sex,
      @Told("Who they are said to be.") @Nullable UUID person) {
    @Override
    public String toString() {
      return "Person[" + mention + "]";
    }
  }

  @Told("A place, vehicle, phone or account as the report writes it.")
  record Thing(
      @Told("The mention, which a thing may be chosen for.") UUID mention,
      @Told(
              value = "What it is.",
              oneOf = {"place", "vehicle", "phone", "account"})
          String kind,
      String written,
      @Nullable String detail,
      @Told("What it is said to be one of.") @Nullable UUID thing) {
    @Override
    public String toString() {
      return "Thing[" + mention + "]";
    }
  }

  @Told("That there is a version.")
  record Version(int version, Instant recordedAt, @Nullable String reason) {
    @Override
    public String toString() {
      return "Version[" + version + "]";
    }
  }

  @Told("What was read in the narrative, by which rulebook.")
  record Reading(
      @Told(
              value = "Null where nothing prompts.",
              oneOf = {"decision", "look"})
          @Nullable String ask,
      String rulebook,
      List<Finding> findings,
      List<Prompt> prompts,
      List<Advice> advice) {}

  @Told("An indicator in the narrative.")
  record Finding(
      int number,
      String concept,
      String title,
      String family,
      @Told("Where it begins, in Unicode code points.") int start,
      @Told("Before where it ends.") int end,
      boolean negated,
      boolean possible,
      boolean hypothetical,
      boolean historical,
      boolean reported,
      boolean quoted,
      String subject,
      @Told("The context words that decided.") List<Cue> cues) {}

  @Told("A context word, and how it governs the finding.")
  record Cue(
      @Told("Where it begins, in Unicode code points.") int start,
      @Told("Before where it ends.") int end,
      String kind,
      @Told("By which rule of scope, as in docs/contracts.md; null if read before it was kept.")
          @Nullable String scope) {}

  @Told("Why a person is asked.")
  record Prompt(
      String rule,
      @Told(
              value = "For what.",
              oneOf = {"decision", "look"})
          String ask,
      String says) {}

  @Told("Wording to question, with a better one.")
  record Advice(int start, int end, String suggest, String source) {}

  @Told("A decision whether the report is child sexual exploitation.")
  record Flag(
      int number,
      @Told(
              value = "What was decided.",
              oneOf = {"yes", "no", "need-more"})
          String decision,
      @Told("On a no: what it is instead.") @Nullable String instead,
      String route,
      String reason,
      Instant decidedAt,
      @Told("Who decided, where you may see it.") @Nullable UUID decidedBy) {
    static Flag of(DecidedFlag flag) {
      return new Flag(
          flag.seq(),
          flag.decision(),
          flag.instead(),
          flag.route(),
          flag.reason(),
          flag.decidedAt(),
          flag.decidedBy().orElse(null));
    }

    @Override
    public String toString() {
      return "Flag[" + number + "]";
    }
  }

  @Told("A crime as it stood.")
  record Crime(
      UUID id,
      String number,
      @Told(
              value = "What was last done.",
              oneOf = {"recorded", "reclassified", "cancelled", "reinstated"})
          String act,
      String offence,
      @Told("False: cancelled, or kept apart from the count.") boolean counted,
      String reason,
      Instant effectiveAt) {
    static Crime of(CrimeStanding crime) {
      return new Crime(
          crime.id(),
          crime.number(),
          crime.act().code(),
          crime.offence(),
          crime.counted(),
          crime.reason(),
          crime.effectiveAt());
    }

    @Override
    public String toString() {
      return "Crime[" + id + "]";
    }
  }

  static DossierBody of(Dossier dossier) {
    ReportFile report = dossier.report();
    NoticeRoute route = report.route();
    return new DossierBody(
        report.id(),
        report.source(),
        report.reference(),
        report.version(),
        dossier.known().moment(),
        report.kind().code(),
        route == null ? null : route.code(),
        report.area(),
        report.occurredFrom(),
        report.occurredTo(),
        report.reportedAt(),
        report.recordedAt(),
        report.offence(),
        report.grading(),
        report.sourceSystem(),
        report.reviewOn(),
        dossier.operation().orElse(null),
        report.narrative(),
        report.people().stream().map(DossierBody::person).toList(),
        report.things().stream()
            .map(thing ->
                new Thing(
                    thing.id(),
                    thing.kind().code(),
                    thing.written(),
                    thing.detail(),
                    thing.thing()))
            .toList(),
        report.versions().stream()
            .map(v -> new Version(v.version(), v.recordedAt(), v.reason()))
            .toList(),
        dossier.reading().map(DossierBody::reading).orElse(null),
        dossier.flags().stream().map(Flag::of).toList(),
        dossier.crimes().stream().map(Crime::of).toList());
  }

  private static Person person(ReportFile.Mention mention) {
    return new Person(
        mention.id(),
        mention.role().code(),
        mention.givenName(),
        mention.familyName(),
        mention.dateOfBirth(),
        mention.age(),
        mention.sex(),
        mention.person());
  }

  private static Reading reading(StoredReading reading) {
    return new Reading(
        reading.ask(),
        reading.rulebook(),
        reading.findings().stream().map(DossierBody::finding).toList(),
        reading.prompts().stream().map(p -> new Prompt(p.rule(), p.ask(), p.says())).toList(),
        reading.advice().stream()
            .map(a -> new Advice(a.start(), a.end(), a.suggest(), a.source()))
            .toList());
  }

  private static Finding finding(StoredReading.StoredFinding finding) {
    return new Finding(
        finding.number(),
        finding.concept(),
        finding.title(),
        finding.family(),
        finding.start(),
        finding.end(),
        finding.context().negated(),
        finding.context().possible(),
        finding.context().hypothetical(),
        finding.context().historical(),
        finding.context().reported(),
        finding.context().quoted(),
        finding.subject(),
        finding.cues().stream()
            .map(cue ->
                new Cue(
                    cue.start(),
                    cue.end(),
                    cue.kind().word(),
                    cue.scope().map(Scope::word).orElse(null)))
            .toList());
  }

  /** The identifier only; the rest is personal. */
  @Override
  public String toString() {
    return "DossierBody[" + id + "]";
  }
}
