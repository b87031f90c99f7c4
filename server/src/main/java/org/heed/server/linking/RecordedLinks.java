package org.heed.server.linking;

import java.util.List;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.person.People;
import org.heed.server.report.NewReport;
import org.heed.server.report.Recorded;
import org.heed.server.report.ReportDesk;
import org.heed.server.report.ReportFile;
import org.heed.server.report.ReportFiles;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.heed.server.thing.Things;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Records a report together with whom its people were said to mean, of those who were offered: all
 * of it or nothing.
 */
@Service
public class RecordedLinks {
  private final Acts acts;
  private final ReportDesk desk;
  private final ReportFiles files;
  private final Offers offers;
  private final People people;
  private final Things things;

  public RecordedLinks(
      Acts acts, ReportDesk desk, ReportFiles files, Offers offers, People people, Things things) {
    this.acts = acts;
    this.desk = desk;
    this.files = files;
    this.offers = offers;
    this.people = people;
    this.things = things;
  }

  /**
   * What was chosen for one person of the report.
   *
   * @param person who is meant; null while nobody is
   * @param refused those offered of whom none is meant
   */
  public record Chosen(@Nullable UUID person, List<UUID> refused) {
    public Chosen {
      refused = List.copyOf(refused);
    }

    boolean isNothing() {
      return person == null && refused.isEmpty();
    }
  }

  /**
   * What was chosen for one place, vehicle, phone or account of the report.
   *
   * @param as what is meant of those offered; empty while nothing is
   * @param refused those offered of which none is meant
   */
  public record ChosenThing(String as, List<String> refused) {
    public ChosenThing {
      refused = List.copyOf(refused);
    }

    boolean isNothing() {
      return as.isEmpty() && refused.isEmpty();
    }
  }

  /**
   * Records.
   *
   * @param chosen for each of the report's people, in their order
   * @param chosenThings for each of its things, in their order
   */
  public Recorded record(
      Caller caller, NewReport report, List<Chosen> chosen, List<ChosenThing> chosenThings) {
    if (chosen.stream().allMatch(Chosen::isNothing)
        && chosenThings.stream().allMatch(ChosenThing::isNothing)) {
      return desk.record(caller, report);
    }
    return acts.plain(
        caller,
        () -> {
          Recorded recorded = desk.record(caller, report);
          ReportFile file = files.find(recorded.report(), KnownAt.NOW).orElseThrow();
          for (int i = 0; i < chosen.size(); i++) {
            link(caller, file.people().get(i), chosen.get(i));
          }
          for (int i = 0; i < chosenThings.size(); i++) {
            link(caller, file.things().get(i), chosenThings.get(i));
          }
          return recorded;
        });
  }

  private void link(Caller caller, ReportFile.Thing thing, ChosenThing chosen) {
    if (!chosen.as().isEmpty()) {
      things.choose(
          caller, thing.id(), chosen.as(), "Chosen of those offered while the report was recorded");
    } else if (!chosen.refused().isEmpty()) {
      things.refuse(
          caller,
          thing.id(),
          chosen.refused(),
          "None of those offered while the report was recorded");
    }
  }

  private void link(Caller caller, ReportFile.Mention mention, Chosen chosen) {
    UUID person = chosen.person();
    if (person != null) {
      Spoken spoken =
          Spoken.of(
              mention.givenName(), mention.familyName(), mention.dateOfBirth(), mention.sex());
      people.choose(
          caller,
          mention.id(),
          person,
          "Chosen of those offered while the report was recorded",
          offers.evidence(caller, spoken, mention.id(), person));
    } else if (!chosen.refused().isEmpty()) {
      people.refuse(
          caller,
          mention.id(),
          chosen.refused(),
          "None of those offered while the report was recorded");
    }
  }
}
