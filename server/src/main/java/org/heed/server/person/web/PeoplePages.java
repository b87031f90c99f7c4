package org.heed.server.person.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.linking.PersonSearch;
import org.heed.server.missing.Episode;
import org.heed.server.missing.Missing;
import org.heed.server.outcome.CaseOutcomes;
import org.heed.server.outcome.IssuedMeasure;
import org.heed.server.person.People;
import org.heed.server.person.Tie;
import org.heed.server.person.Ties;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownPositions;
import org.heed.server.suspected.SuspectedChildren;
import org.heed.server.web.Crumb;
import org.heed.server.web.Html;
import org.heed.server.web.Page;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /people}: find someone; {@code /people/{id}}: their timeline. */
@Controller
class PeoplePages {
  private static final int MOST_SHOWN = 25;

  private final People people;
  private final PersonSearch search;
  private final KnownPositions positions;
  private final Missing missing;
  private final CaseOutcomes outcomes;
  private final Ties ties;
  private final SuspectedChildren suspected;

  PeoplePages(
      People people,
      PersonSearch search,
      KnownPositions positions,
      Missing missing,
      CaseOutcomes outcomes,
      Ties ties,
      SuspectedChildren suspected) {
    this.suspected = suspected;
    this.ties = ties;
    this.outcomes = outcomes;
    this.missing = missing;
    this.people = people;
    this.search = search;
    this.positions = positions;
  }

  @GetMapping("/people")
  @Needs({Right.PEOPLE, Right.SUBJECT_ACCESS})
  Html find(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String name) {
    return Html.of(
        "person/people",
        new PeoplePage(
            shell.page("People").in(Section.PEOPLE),
            name,
            search.find(caller, name, "", MOST_SHOWN),
            caller.may(Right.PEOPLE)));
  }

  @GetMapping("/people/{id}")
  @Needs({Right.PEOPLE, Right.SUBJECT_ACCESS})
  Html open(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(name = "known", defaultValue = "") String known) {
    Instant moment = endOf(known);
    Page page = shell.page("Timeline").in(Section.PEOPLE).under(new Crumb("People", "/people"));
    PersonPage opened =
        people.open(
            caller,
            id,
            () -> positions.at(moment),
            (person, at) -> {
              List<Episode> episodes = missing.of(person, at);
              List<IssuedMeasure> measures = outcomes.against(person, at);
              List<Tie> said = ties.of(person, at);
              return new Acts.Seen<>(
                  new PersonPage(
                      page,
                      person,
                      episodes,
                      measures,
                      said,
                      moment == null && caller.may(Right.PEOPLE)
                          ? suspected.of(List.of(person.id())).stream().findFirst().orElse(null)
                          : null,
                      known,
                      caller.may(Right.SUBJECT_ACCESS),
                      caller.may(Right.PEOPLE)),
                  Stream.of(
                          episodes.stream().map(Episode::id),
                          measures.stream().map(IssuedMeasure::caseFile),
                          said.stream().map(tie -> tie.from().report()),
                          said.stream().map(tie -> tie.to().report()))
                      .flatMap(ids -> ids)
                      .distinct()
                      .toList());
            });
    return Html.of("person/person", opened);
  }

  private static @Nullable Instant endOf(String day) {
    if (day.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(day.strip()).plusDays(1).atStartOfDay(Words.LONDON).toInstant();
    } catch (DateTimeParseException e) {
      throw new Refused(Refused.Code.INVALID, "Enter the day as 2026-11-23.");
    }
  }
}
