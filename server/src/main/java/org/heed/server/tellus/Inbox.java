package org.heed.server.tellus;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.report.NewMention;
import org.heed.server.report.NewReport;
import org.heed.server.report.NoticeRoute;
import org.heed.server.report.Recorded;
import org.heed.server.report.ReportDesk;
import org.heed.server.report.ReportKind;
import org.heed.server.store.Act;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Where messages are read, owned and decided. Each step is a fact; none is ever undone. */
@Service
public class Inbox {
  /** From this many within the hour from one place on, messages stand behind the others. */
  public static final int FLOOD_FROM = 30;

  private static final int MOST = 200;
  private static final String READ = "read-message";

  private final Acts acts;
  private final MessageStore store;
  private final ReportDesk reports;
  private final Clock clock;

  public Inbox(Acts acts, MessageStore store, ReportDesk reports, Clock clock) {
    this.acts = acts;
    this.store = store;
    this.reports = reports;
    this.clock = clock;
  }

  /** One put together by hand. */
  public static Inbox of(Acts acts, Databases databases, ReportDesk reports, Clock clock) {
    return new Inbox(acts, new MessageStore(databases), reports, clock);
  }

  /**
   * What is open, counted.
   *
   * @param unread nobody has read them
   * @param overdue of those, whose time is over
   * @param oldest when the first unread one came
   * @param waiting read and not decided
   * @param late of those, whose time is over
   * @param mine open ones that are the caller's own
   */
  public record Counts(
      long unread, long overdue, @Nullable Instant oldest, long waiting, long late, long mine) {}

  /** What is open to the caller, counted. */
  public Counts counts(Caller caller) {
    caller.require(Right.MESSAGES);
    return acts.plain(
        caller,
        () -> {
          MessageStore.Counts counts = store.counts(caller.account(), clock.instant());
          return new Counts(
              counts.unread(),
              counts.overdue(),
              counts.oldest(),
              counts.waiting(),
              counts.late(),
              counts.mine());
        });
  }

  /** Those open, the most immediate first; without their words. */
  public List<Message.Standing> open(Caller caller) {
    return list(caller, () -> store.open(FLOOD_FROM, MOST));
  }

  /** Those decided last; without their words. */
  public List<Message.Standing> decided(Caller caller) {
    return list(caller, () -> store.decided(MOST));
  }

  private List<Message.Standing> list(
      Caller caller, java.util.function.Supplier<List<Message.Standing>> query) {
    caller.require(Right.MESSAGES);
    return acts.look(
        caller,
        "messages.listed",
        READ,
        () -> {
          List<Message.Standing> listed = query.get();
          return new Acts.Seen<>(listed, listed.stream().map(Message.Standing::id).toList());
        });
  }

  /** Opens a message; that somebody read it for the first time is a step of its own. */
  public Message open(Caller caller, UUID id) {
    caller.require(Right.MESSAGES);
    try {
      return opened(caller, id);
    } catch (DuplicateKeyException raced) {
      // Somebody opened it for the first time in the same moment: theirs is the first.
      return opened(caller, id);
    }
  }

  private Message opened(Caller caller, UUID id) {
    return acts.change(
        caller,
        "message.opened",
        act -> {
          Message message = store.find(id).orElseThrow(Inbox::none);
          act.concerns(id);
          act.purpose(READ);
          if (message.standing().openedAt() == null) {
            add(act, id, MessageStep.OPENED, null, null, null);
          }
          return message;
        });
  }

  /** Who may be given a message of an area, by account. */
  public Map<UUID, String> handlers(Caller caller, @Nullable String area) {
    caller.require(Right.MESSAGES);
    Map<UUID, String> names = new LinkedHashMap<>();
    acts.plain(caller, () -> store.handlers(area))
        .forEach(handler -> names.put(handler.account(), handler.name()));
    return names;
  }

  /** Makes it the caller's own. */
  public void take(Caller caller, UUID id) {
    step(caller, id, MessageStep.TAKEN, caller.account(), null, null);
  }

  /** Gives it to somebody else, with a reason. */
  public void handOver(Caller caller, UUID id, UUID to, String reason) {
    requireReason(reason);
    step(caller, id, MessageStep.HANDED_OVER, to, null, reason);
  }

  /** Says that nothing more is to be done, and why. */
  public void close(Caller caller, UUID id, String reason) {
    requireReason(reason);
    step(caller, id, MessageStep.CLOSED, null, null, reason);
  }

  /**
   * Joins it to a report that is open to the caller.
   *
   * @param reference the report's
   */
  public UUID join(Caller caller, UUID id, String reference, String reason) {
    caller.require(Right.MESSAGES);
    requireReason(reason);
    UUID report =
        acts.plain(
            caller,
            () -> {
              List<UUID> found = store.reports(reference.strip());
              if (found.size() != 1) {
                throw new Refused(
                    Refused.Code.INVALID,
                    found.isEmpty()
                        ? "No report open to you has this reference."
                        : "More than one report has this reference.");
              }
              return found.getFirst();
            });
    step(caller, id, MessageStep.JOINED, null, report, reason);
    return report;
  }

  /**
   * Makes it a report, which is read by the rulebook as every report is: its narrative is what was
   * told, word for word.
   *
   * @param area whose it is
   * @param child who it is about, as far as that is known
   */
  public UUID report(Caller caller, UUID id, String area, List<NewMention> child, String reason) {
    caller.require(Right.MESSAGES);
    caller.require(Right.RECORD);
    try {
      return acts.changeMany(
          caller,
          begin -> {
            Message message = open(id);
            NewReport content = content(message, area, child);
            Recorded recorded = reports.record(begin, caller, List.of(content)).getFirst();
            Act act = begin.apply("message." + MessageStep.REPORTED.code());
            act.concerns(id);
            act.concerns(recorded.report());
            add(act, id, MessageStep.REPORTED, null, recorded.report(), reason);
            return recorded.report();
          });
    } catch (DuplicateKeyException raced) {
      throw moved();
    }
  }

  private static NewReport content(Message message, String area, List<NewMention> child) {
    Message.Standing standing = message.standing();
    return new NewReport(
        standing.source(),
        standing.reference(),
        ReportKind.REFERRAL,
        switch (standing.teller()) {
          case "child" -> NoticeRoute.CHILD;
          case "professional" -> NoticeRoute.PARTNER_AGENCY;
          default -> NoticeRoute.THIRD_PARTY;
        },
        area,
        message.narrative(),
        null,
        null,
        standing.receivedAt(),
        null,
        null,
        null,
        null,
        "safeguarding",
        null,
        null,
        child);
  }

  /** The messages that became a report or were joined to it; none for who handles no messages. */
  public List<Message.Standing> of(Caller caller, UUID report) {
    if (!caller.may(Right.MESSAGES) || acts.plain(caller, () -> store.of(report)).isEmpty()) {
      return List.of();
    }
    return acts.look(
        caller,
        "messages.listed",
        READ,
        () -> {
          List<Message.Standing> listed = store.of(report);
          return new Acts.Seen<>(listed, listed.stream().map(Message.Standing::id).toList());
        });
  }

  private void step(
      Caller caller,
      UUID id,
      MessageStep step,
      @Nullable UUID owner,
      @Nullable UUID report,
      @Nullable String reason) {
    caller.require(Right.MESSAGES);
    try {
      acts.changing(
          caller,
          "message." + step.code(),
          act -> {
            Message message = open(id);
            if (step == MessageStep.HANDED_OVER
                && store.handlers(message.standing().area()).stream()
                    .noneMatch(one -> one.account().equals(owner))) {
              throw new Refused(
                  Refused.Code.INVALID, "Select somebody who handles messages of this area.");
            }
            act.concerns(id);
            if (report != null) {
              act.concerns(report);
            }
            add(act, id, step, owner, report, reason);
          });
    } catch (DuplicateKeyException raced) {
      throw moved();
    }
  }

  /** A message that waits to be decided. */
  private Message open(UUID id) {
    Message message = store.find(id).orElseThrow(Inbox::none);
    if (message.standing().decided().isPresent()) {
      throw new Refused(
          Refused.Code.CONFLICT, "Somebody has decided on this message already: open it again.");
    }
    return message;
  }

  private void add(
      Act act,
      UUID id,
      MessageStep step,
      @Nullable UUID owner,
      @Nullable UUID report,
      @Nullable String reason) {
    act.add(
        Tables.MESSAGE_STEP,
        id,
        store.lastStep(id) + 1,
        step.code(),
        owner,
        report,
        reason,
        act.caller().account(),
        act.at());
  }

  private static void requireReason(String reason) {
    if (reason.isBlank()) {
      throw new Refused(Refused.Code.INVALID, "Give a reason.");
    }
  }

  private static Refused none() {
    return new Refused(Refused.Code.NOT_FOUND, "There is no such message open to you.");
  }

  private static Refused moved() {
    return new Refused(
        Refused.Code.CONFLICT, "Somebody else was at this message just now: open it again.");
  }
}
