package org.heed.server.inspection;

import java.sql.Array;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.safeguarding.DeadlineSource;
import org.heed.server.safeguarding.OtherDeadline;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The days of what has to change after inspections: whoever answers for one by name is told as its
 * day nears, as long before it as the rulebook says of actions, and on it; those who supervise an
 * area of the inspection, and who set it, when the day is over, and from the first where nobody
 * answers for it by name. What they are told is its number.
 */
@Component
public class InspectionDeadlines implements DeadlineSource {
  private final Acts acts;
  private final ActionStore store;
  private final RulebookInForce rulebook;
  private final JdbcClient sql;

  public InspectionDeadlines(
      Acts acts, ActionStore store, RulebookInForce rulebook, Databases databases) {
    this.acts = acts;
    this.store = store;
    this.rulebook = rulebook;
    this.sql = JdbcClient.create(databases.app());
  }

  @Override
  public List<OtherDeadline> deadlines(Caller program, Instant now) {
    return acts.plain(
        program,
        () ->
            sql.sql(
                    """
                    select id, set_at, due_on, owner, others from access.inspection_actions_to_notice()
                    """)
                .query((row, _) -> {
                  Array others = row.getArray(5);
                  return deadline(
                      row.getObject(1, UUID.class),
                      row.getTimestamp(2).toInstant(),
                      row.getObject(3, LocalDate.class),
                      row.getObject(4, UUID.class),
                      List.of((UUID[]) others.getArray()));
                })
                .list());
  }

  @Override
  public List<OtherDeadline> mine(Caller caller) {
    return caller.may(Right.INSPECT)
        ? acts.plain(
            caller,
            () ->
                store.all().stream()
                    .filter(one -> one.isOpen() && caller.account().equals(one.account()))
                    .map(one ->
                        deadline(one.id(), one.at(), one.dueOn(), caller.account(), List.of()))
                    .toList())
        : List.of();
  }

  /**
   * Due is the last minute of the day: it is due now from the day's beginning and past with its
   * end.
   */
  private OtherDeadline deadline(
      UUID id, Instant setAt, LocalDate day, @Nullable UUID owner, List<UUID> others) {
    Instant begins = day.atStartOfDay(Words.LONDON).toInstant();
    Instant over = day.plusDays(1).atStartOfDay(Words.LONDON).toInstant();
    return new OtherDeadline(
        OtherDeadline.Kind.INSPECTION_ACTION,
        id,
        InspectionAction.number(id, setAt),
        "inspection-action:" + id,
        over.minus(1, ChronoUnit.MINUTES),
        begins.minus(rulebook.rulebook().grades().actionNears()),
        begins,
        over,
        owner,
        others,
        over);
  }
}
