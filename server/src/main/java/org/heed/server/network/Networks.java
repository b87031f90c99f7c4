package org.heed.server.network;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.person.Identities;
import org.heed.server.person.Ties;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows what lies around somebody or something: the look is one entry with everything shown. */
@Service
public class Networks {
  /** As far as is walked from the centre, in reports. */
  public static final int MOST_STEPS = 2;

  private final Acts acts;
  private final NetworkStore store;
  private final Ties ties;
  private final Identities identities;
  private final RulebookInForce rulebook;

  public Networks(Acts acts, Databases databases, Identities identities, RulebookInForce rulebook) {
    this.acts = acts;
    this.store = new NetworkStore(databases);
    this.ties = new Ties(databases);
    this.identities = identities;
    this.rulebook = rulebook;
  }

  /**
   * What is asked.
   *
   * @param steps one or two
   * @param from the first day of what reports tell of; null: from ever
   * @param to the last; null: until now
   */
  public record Question(int steps, @Nullable LocalDate from, @Nullable LocalDate to) {
    public Question {
      if (steps < 1 || steps > MOST_STEPS) {
        throw new Refused(Refused.Code.INVALID, "steps is 1 or 2");
      }
      if (from != null && to != null && to.isBefore(from)) {
        throw new Refused(Refused.Code.INVALID, "The last day is before the first.");
      }
    }

    @Nullable Instant start() {
      return from == null ? null : from.atStartOfDay(Words.LONDON).toInstant();
    }

    @Nullable Instant end() {
      return to == null ? null : to.plusDays(1).atStartOfDay(Words.LONDON).toInstant();
    }
  }

  /**
   * What lies around a person, a thing, a report, or a mention of a thing.
   *
   * @throws Refused where nothing of that identifier is open to the caller
   */
  public Network around(Caller caller, UUID centre, Question question) {
    caller.require(Right.PEOPLE);
    return acts.look(
        caller,
        "network.opened",
        "read-network",
        () -> {
          Network network = walk(centre, question);
          return new Acts.Seen<>(network, shown(network));
        });
  }

  /** The same without a look of its own. Only inside {@link Acts}. */
  Network walk(UUID centre, Question question) {
    return new NetworkWalk(store, ties, identities, question, rulebook.rulebook().patterns())
        .around(centre);
  }

  /** Every record that a network shows. */
  static Set<UUID> shown(Network network) {
    Set<UUID> shown = new LinkedHashSet<>();
    for (Network.Node node : network.nodes()) {
      if (node.record() != null) {
        shown.add(node.record());
      }
    }
    network.lines().forEach(line -> shown.add(line.reportId()));
    network.supposed().stream()
        .map(Network.Supposed::report)
        .filter(Objects::nonNull)
        .forEach(shown::add);
    for (Network.Tied tie : network.ties()) {
      shown.add(tie.byReport().report());
      shown.add(tie.byOther().report());
    }
    return shown;
  }
}
