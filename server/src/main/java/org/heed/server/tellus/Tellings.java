package org.heed.server.tellus;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.heed.server.access.Accounts;
import org.heed.server.access.Caller;
import org.heed.server.access.SessionToken;
import org.heed.server.access.Sessions;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.Act;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.IdSource;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is being told, until it is sent: kept for the browser that shows its token, for two hours
 * after it last went on, and forgotten at once when the teller leaves.
 */
@Service
public class Tellings {
  /** How long what was typed is kept after the last page. */
  public static final Duration KEPT = Duration.ofHours(2);

  /** Kept of what was sent: that somebody owns it. */
  public static final String OWNED = "owned";

  private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Acts acts;
  private final JdbcClient sql;
  private final Teller teller;
  private final MessageClock clocks;
  private final TellUsSettings settings;
  private final IdSource ids;
  private final Clock clock;
  private final AtomicReference<Instant> swept = new AtomicReference<>(Instant.EPOCH);

  public Tellings(
      Acts acts,
      Databases databases,
      Teller teller,
      MessageClock clocks,
      TellUsSettings settings,
      IdSource ids,
      Clock clock) {
    this.acts = acts;
    this.sql = JdbcClient.create(databases.app());
    this.teller = teller;
    this.clocks = clocks;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
  }

  /** One put together by hand. */
  public static Tellings of(
      Acts acts,
      Databases databases,
      Accounts accounts,
      Sessions sessions,
      RulebookInForce rulebook,
      TellUsSettings settings,
      IdSource ids,
      Clock clock) {
    return new Tellings(
        acts,
        databases,
        new Teller(accounts, sessions, clock),
        new MessageClock(rulebook),
        settings,
        ids,
        clock);
  }

  /** What the token's browser has typed; empty once it is forgotten. */
  public Optional<Telling> find(SessionToken token) {
    return as(token, () -> kept(token));
  }

  private Optional<Telling> kept(SessionToken token) {
    return sql.sql(
            "select content from work.telling where token_hash = :hash and expires_at > now()")
        .param("hash", token.hash())
        .query((row, _) -> JSON.readValue(row.getString(1), Telling.class))
        .optional();
  }

  /** Keeps it, for two hours from now. */
  public void keep(SessionToken token, Telling telling) {
    sweep();
    as(token, () -> save(token, telling));
  }

  private int save(SessionToken token, Telling telling) {
    return sql.sql(
            """
            insert into work.telling (token_hash, content, expires_at)
            values (:hash, :content, now() + make_interval(secs => :seconds))
            on conflict (token_hash) do update
            set content = excluded.content, expires_at = excluded.expires_at
            """)
        .param("hash", token.hash())
        .param("content", JSON.writeValueAsString(telling))
        .param("seconds", (double) KEPT.toSeconds())
        .update();
  }

  /** Forgets it. */
  public void forget(SessionToken token) {
    as(
        token,
        () ->
            sql.sql("delete from work.telling where token_hash = :hash")
                .param("hash", token.hash())
                .update());
  }

  /**
   * Sends what was told, once: it becomes a message with an owner, and the answers are forgotten in
   * the same transaction. What is kept for the browser from then on is the reference alone.
   *
   * @param before how many came from the same place in the hour before
   * @return the reference
   */
  public String send(SessionToken token, Way way, Telling telling, int before) {
    Caller caller = teller.caller();
    return acts.plain(
        caller,
        () -> {
          enter(token);
          // Two presses of one button come one after the other.
          sql.sql("select 1 from work.telling where token_hash = :hash for update")
              .param("hash", token.hash())
              .query(Integer.class)
              .optional();
          String sent = kept(token).map(Telling::sent).orElse(null);
          if (sent != null) {
            return sent;
          }
          NewMessage message = NewMessage.of(way, telling);
          Optional<UUID> owner = owner(message.area());
          String reference =
              acts.change(caller, "message.received", act -> receive(act, message, before, owner));
          Map<String, String> owned = owner.isPresent() ? Map.of(OWNED, "yes") : Map.of();
          save(token, new Telling(way.code(), owned, reference));
          return reference;
        });
  }

  /**
   * Gives messages that wait and whose owner no longer handles messages to somebody who does; how
   * many those were.
   */
  public int passOn() {
    if (acts.plain(teller.caller(), this::withoutOwner).isEmpty()) {
      return 0;
    }
    return acts.change(
        teller.caller(),
        "messages.passed-on",
        act -> {
          List<Waiting> waiting = withoutOwner();
          for (Waiting one : waiting) {
            act.concerns(one.message());
            add(act, one.message(), one.seq() + 1, owner(one.area()).orElseThrow(), act.at());
          }
          return waiting.size();
        });
  }

  private List<Waiting> withoutOwner() {
    return sql.sql("select message, area, seq from access.messages_without_owner()")
        .query(
            (row, _) -> new Waiting(row.getObject(1, UUID.class), row.getString(2), row.getInt(3)))
        .list();
  }

  private record Waiting(UUID message, @Nullable String area, int seq) {}

  private String receive(Act act, NewMessage message, int before, Optional<UUID> owner) {
    UUID id = act.newId();
    String reference = Reference.of(ids.salt());
    Instant at = act.at().truncatedTo(ChronoUnit.MICROS);
    Optional<MessageClock.Due> due = clocks.due(message.area(), at);
    act.concerns(id);
    act.add(
        Tables.MESSAGE,
        id,
        reference,
        message.way().code(),
        message.teller(),
        message.area(),
        message.danger(),
        message.happened(),
        message.whereabouts(),
        message.childName(),
        message.childAge(),
        message.tellerName(),
        message.tellerRole(),
        message.organisation(),
        message.contactHow(),
        message.contactTo(),
        message.contactWhen(),
        message.contactCare(),
        message.knows(),
        at,
        due.map(MessageClock.Due::at).orElse(null),
        due.map(MessageClock.Due::standard).orElse(null),
        before);
    add(act, id, 1, owner.orElse(null), at);
    return reference;
  }

  private static void add(Act act, UUID message, int seq, @Nullable UUID owner, Instant at) {
    act.add(
        Tables.MESSAGE_STEP,
        message,
        seq,
        MessageStep.OWNED.code(),
        owner,
        null,
        null,
        act.caller().account(),
        at);
  }

  private Optional<UUID> owner(@Nullable String area) {
    return Optional.ofNullable(
        sql.sql("select access.on_duty(:area, :duty)")
            .param("area", area)
            .param("duty", settings.duty().orElse(null))
            .query(UUID.class)
            .list()
            .getFirst());
  }

  /**
   * How many messages nobody has opened.
   *
   * @param oldest when the first of them came; null where there is none
   */
  public record Unread(long messages, long overdue, @Nullable Instant oldest) {}

  /** How many of all messages nobody has opened: numbers alone. */
  public Unread unread() {
    return acts.plain(
        teller.caller(),
        () ->
            sql.sql("select unread, overdue, oldest from access.messages_unread(:now)")
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .query((row, _) -> {
                  var oldest = row.getTimestamp(3);
                  return new Unread(
                      row.getLong(1), row.getLong(2), oldest == null ? null : oldest.toInstant());
                })
                .single());
  }

  private void sweep() {
    Instant now = clock.instant();
    Instant last = swept.get();
    if (Duration.between(last, now).compareTo(SWEEP_EVERY) >= 0 && swept.compareAndSet(last, now)) {
      forgetOld();
    }
  }

  /** Forgets what nobody went on with for two hours. */
  public long forgetOld() {
    return acts.plain(
        teller.caller(),
        () -> sql.sql("select access.forget_tellings()").query(Long.class).single());
  }

  private <T> T as(SessionToken token, java.util.function.Supplier<T> work) {
    return acts.plain(
        teller.caller(),
        () -> {
          enter(token);
          return work.get();
        });
  }

  private void enter(SessionToken token) {
    sql.sql("select set_config('heed.telling', :token, true)")
        .param("token", token.secret())
        .query(String.class)
        .single();
  }
}
