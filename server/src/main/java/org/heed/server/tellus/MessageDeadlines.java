package org.heed.server.tellus;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.safeguarding.DeadlineSource;
import org.heed.server.safeguarding.OtherDeadline;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Messages that nobody has opened: their owner is told as the time nears and at its end, and then
 * everybody else who handles messages of the area. What they are told is the reference.
 */
@Component
public class MessageDeadlines implements DeadlineSource {
  private final Acts acts;
  private final Tellings tellings;
  private final MessageClock clocks;
  private final JdbcClient sql;

  public MessageDeadlines(Acts acts, Tellings tellings, MessageClock clocks, Databases databases) {
    this.acts = acts;
    this.tellings = tellings;
    this.clocks = clocks;
    this.sql = JdbcClient.create(databases.app());
  }

  @Override
  public void settle() {
    tellings.passOn();
  }

  @Override
  public List<OtherDeadline> deadlines(Caller program, Instant now) {
    return acts.plain(program, () -> unread().stream().map(this::deadline).toList());
  }

  private OtherDeadline deadline(Unread one) {
    MessageClock.Stages stages =
        clocks
            .stages(one.area(), one.received())
            .orElseGet(() -> new MessageClock.Stages(one.due(), one.due()));
    Instant nears = stages.nears().isBefore(one.due()) ? stages.nears() : one.due();
    Instant past = stages.past().isAfter(one.due()) ? stages.past() : one.due();
    return new OtherDeadline(
        OtherDeadline.Kind.MESSAGE,
        one.id(),
        one.reference(),
        "message:" + one.id(),
        one.due(),
        nears,
        past,
        one.owner(),
        handlers(one.area()),
        one.due());
  }

  private record Unread(
      UUID id,
      String reference,
      @Nullable UUID owner,
      Instant received,
      Instant due,
      @Nullable String area) {}

  private List<Unread> unread() {
    return sql.sql(
            """
            select id, reference, owner, received_at, due_at, area from access.messages_to_notice()
            """)
        .query((row, _) ->
            new Unread(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getTimestamp(4).toInstant(),
                row.getTimestamp(5).toInstant(),
                row.getString(6)))
        .list();
  }

  private List<UUID> handlers(@Nullable String area) {
    return sql.sql("select distinct account from access.handlers(:area) order by account")
        .param("area", area)
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }
}
