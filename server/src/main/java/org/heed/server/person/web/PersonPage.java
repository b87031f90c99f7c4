package org.heed.server.person.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.heed.server.missing.Episode;
import org.heed.server.outcome.IssuedMeasure;
import org.heed.server.outcome.MeasureEntry;
import org.heed.server.person.KnownPerson;
import org.heed.server.person.Tie;
import org.heed.server.suspected.SuspectedChild;
import org.heed.server.web.Fact;
import org.heed.server.web.Page;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * The model of {@code person/person.jte}.
 *
 * @param missing their missing episodes, the newest first
 * @param measures notices and orders against them, in cases open to the reader
 * @param ties what sources say of them and somebody else
 * @param suspected what asks for a decision on their own safety; null where nothing does
 * @param mayAnswer whether the reader answers people who ask what is held about them
 * @param mayWork whether the reader works with people on record, and not only reads
 */
public record PersonPage(
    Page page,
    KnownPerson person,
    List<Episode> missing,
    List<IssuedMeasure> measures,
    List<Tie> ties,
    @Nullable SuspectedChild suspected,
    String knownOn,
    boolean mayAnswer,
    boolean mayWork) {

  public PersonPage {
    missing = List.copyOf(missing);
    measures = List.copyOf(measures);
    ties = List.copyOf(ties);
  }

  /** What stands on the timeline: a report that means them, a missing episode, or a measure. */
  public record Entry(
      Instant when,
      KnownPerson.@Nullable Event event,
      @Nullable Episode episode,
      @Nullable MeasureEntry measure) {}

  /** All of it, the newest first. */
  public List<Entry> timeline() {
    List<Entry> all = new ArrayList<>();
    person.events().forEach(event -> all.add(new Entry(event.when(), event, null, null)));
    missing.forEach(episode -> all.add(new Entry(episode.reportedAt(), null, episode, null)));
    MeasureEntry.of(measures).forEach(one -> all.add(new Entry(one.at(), null, null, one)));
    all.sort(Comparator.comparing(Entry::when).reversed());
    return all;
  }

  /** What is known, with how it was established. */
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        Fact.of(
            "Date of birth", person.dateOfBirth() == null ? "" : Words.date(person.dateOfBirth())));
    facts.add(Fact.of("Sex", text(person.sex())));
    String basis = text(person.ethnicityBasis());
    facts.add(
        Fact.of(
            "Ethnicity",
            person.ethnicity() == null
                ? basis
                : person.ethnicity() + (basis.isEmpty() ? "" : " (" + basis + ")")));
    facts.add(Fact.of("Nationality", text(person.nationality())));
    facts.add(Fact.of("Disability", text(person.disability())));
    return facts;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** What a decision is called. */
  public static String flagWord(KnownPerson.Event event) {
    return switch (String.valueOf(event.flag())) {
      case "yes" -> "Flagged as exploitation";
      case "no" -> "Decided: not exploitation";
      case "need-more" -> "More is needed to decide";
      default -> "Not decided";
    };
  }

  /** What a decision about who is who is called. */
  public static String saidWord(KnownPerson.Said said) {
    return switch (said.kind()) {
      case "linked" -> "Meant by";
      case "unlinked" -> "Not meant after all by";
      case "refused" -> "Offered and not meant by";
      case "same" -> "One person with another";
      case "different" -> "Not the same as another";
      default -> "Undecided about another";
    };
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "PersonPage[" + person.id() + "]";
  }
}
