package org.heed.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is truly so in a simulated force. Nothing of this is in its reports. */
public sealed interface Truth {

  /**
   * The truth of a report.
   *
   * @param exploitation whether it truly is about child sexual exploitation
   * @param situation the phrasebook's situation
   * @param group key of the exploiter or group it belongs to, null where there is none
   * @param children true keys of the children it is about
   * @param suspects true keys of those responsible
   * @param expresses what the words of its first narrative were put there to say
   */
  record OfReport(
      String reference,
      boolean exploitation,
      Topic topic,
      String situation,
      @Nullable String group,
      List<String> children,
      List<String> suspects,
      List<Expressed> expresses,
      String officer)
      implements Truth {
    /** Copies the lists. */
    public OfReport {
      children = List.copyOf(children);
      suspects = List.copyOf(suspects);
      expresses = List.copyOf(expresses);
    }
  }

  /**
   * The truth of a recorded crime.
   *
   * @param flagged whether it carries the flag at the end of the record
   * @param standing whether it still counts at the end of the record
   */
  record OfCrime(
      String crimeKey,
      String reference,
      boolean exploitation,
      @Nullable String child,
      boolean flagged,
      boolean standing)
      implements Truth {}

  /**
   * An exploitation offence that truly happened.
   *
   * @param reported the report that told of it, null where nobody did
   * @param crimeKey the crime recorded for it, null where none was
   */
  record Offence(
      String offenceKey,
      String child,
      String group,
      LocalDate occurred,
      @Nullable String reported,
      @Nullable String crimeKey)
      implements Truth {}

  /**
   * One person and every entry the force's index has for them.
   *
   * @param part {@code child}, {@code suspect} or {@code other}
   */
  record Person(String trueKey, String part, List<String> personKeys) implements Truth {
    /** Copies the list. */
    public Person {
      personKeys = List.copyOf(personKeys);
    }
  }

  /**
   * An exploiter, or several who act together.
   *
   * @param form {@code group}, {@code older-partner}, {@code online}, {@code peer} or {@code venue}
   */
  record Group(
      String groupKey,
      String form,
      String area,
      LocalDate from,
      LocalDate to,
      List<String> suspects,
      List<String> children,
      List<String> places,
      List<String> vehicles,
      List<String> phones)
      implements Truth {
    /** Copies the lists. */
    public Group {
      suspects = List.copyOf(suspects);
      children = List.copyOf(children);
      places = List.copyOf(places);
      vehicles = List.copyOf(vehicles);
      phones = List.copyOf(phones);
    }
  }

  /**
   * An officer.
   *
   * @param care how well they recognise exploitation, 0 to 1
   */
  record OfOfficer(String officer, double care) implements Truth {}

  /**
   * A year of the record, counted.
   *
   * @param from its first moment; the last year ends with the record
   * @param to the moment after it
   * @param offences exploitation offences that truly happened
   * @param recorded crimes recorded in it that are exploitation and stand at the end of the record
   * @param flagged standing crimes recorded in it that carry the flag at the end of the record
   * @param wronglyFlagged those of the flagged that are not exploitation
   */
  record OfYear(
      Instant from, Instant to, int offences, int recorded, int flagged, int wronglyFlagged)
      implements Truth {}

  /**
   * A day on which recording changed: {@code campaign}, {@code rulebook}, {@code
   * quality-assurance}.
   */
  record Milestone(String name, Instant at) implements Truth {}
}
