package org.heed.server.missing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.heed.clocks.Fact;
import org.heed.clocks.State;
import org.heed.rulebook.Standard;
import org.heed.server.access.Caller;
import org.heed.server.person.KnownPerson;
import org.heed.server.person.PersonStore;
import org.heed.server.safeguarding.DeadlineSource;
import org.heed.server.safeguarding.OtherDeadline;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.springframework.stereotype.Component;

/**
 * What the standards ask for episodes of children whom no case is about: whoever opened the episode
 * is told, and those who supervise the area when it is long past. Of others their case tells.
 */
@Component
public class EpisodeDeadlines implements DeadlineSource {
  private final Acts acts;
  private final MissingStore store;
  private final PersonStore people;
  private final EpisodeClocks clocks;

  public EpisodeDeadlines(Acts acts, MissingStore store, PersonStore people, EpisodeClocks clocks) {
    this.acts = acts;
    this.store = store;
    this.people = people;
    this.clocks = clocks;
  }

  @Override
  public List<OtherDeadline> deadlines(Caller program, Instant now) {
    return acts.plain(
        program,
        () -> {
          List<OtherDeadline> deadlines = new ArrayList<>();
          Set<UUID> done = new LinkedHashSet<>();
          for (UUID id : store.withoutCase(clocks.toldSince(now))) {
            KnownPerson person = people.find(id, KnownAt.NOW).orElse(null);
            if (person != null && done.add(person.id())) {
              Set<UUID> members = Missing.members(person);
              done.addAll(members);
              add(deadlines, person, members);
            }
          }
          return deadlines;
        });
  }

  private void add(List<OtherDeadline> deadlines, KnownPerson person, Set<UUID> members) {
    List<Episode> all = store.of(members, KnownAt.NOW);
    for (org.heed.clocks.Clock clock :
        clocks.of(all, person.dateOfBirth(), store.meetings(members))) {
      if (clock.state() != State.DUE && clock.state() != State.NOT_EVIDENCED) {
        continue;
      }
      String of = clock.start().flatMap(Fact::of).orElse("");
      Instant due = clock.deadline().orElse(null);
      for (Episode episode : all) {
        if (due != null && episode.id().toString().equals(of)) {
          EpisodeClocks.Stages stages = clocks.stages(clock, episode.area(), due);
          boolean escalates = clock.standard().escalate().to() == Standard.To.SUPERVISORS;
          deadlines.add(
              new OtherDeadline(
                  OtherDeadline.Kind.EPISODE,
                  episode.id(),
                  number(episode),
                  clock.standard().id() + ":" + episode.id(),
                  due,
                  stages.nears(),
                  stages.past(),
                  store.openedBy(episode.id()),
                  store.supervisors(episode.area()),
                  escalates ? stages.past() : Instant.MAX));
        }
      }
    }
  }

  /** For people: the year in which they were reported missing and the end of its identifier. */
  private static String number(Episode episode) {
    long tail = episode.id().getLeastSignificantBits() & 0xFFFF_FFFFL;
    int year = episode.reportedAt().atOffset(ZoneOffset.UTC).getYear();
    return String.format(Locale.ROOT, "M%d/%08X", year, tail);
  }
}
