package org.heed.server.tellus;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.report.NewMention;
import org.heed.server.report.NewReport;
import org.heed.server.report.NoticeRoute;
import org.heed.server.report.ReportDesk;
import org.heed.server.report.ReportKind;
import org.heed.server.store.Act;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Where messages are read, owned and decided. Each step is a fact, and stays when it is undone. */
@Service
public class Inbox {
  /** From this many within the hour from one place on, messages stand behind the others. */
  public static final int FLOOD_FROM = 30;

  private static final int ON_A_PAGE = 100;
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

  /**
   * A page of messages, without their words.
   *
   * @param total how many there are
   */
  public record Listed(List<Message.Standing> rows, long total, int page, int pages) {
    public Listed {
      rows = List.copyOf(rows);
    }
  }

  /** The first page of those open. */
  public List<Message.Standing> open(Caller caller) {
    return open(caller, 1).rows();
  }

  /** Those open, the most immediate first. */
  public Listed open(Caller caller, int page) {
    Counts counts = counts(caller);
    return listed(
        caller,
        page,
        counts.unread() + counts.waiting(),
        from -> store.open(FLOOD_FROM, from, ON_A_PAGE));
  }

  /** Those decided last. */
  public Listed decided(Caller caller, int page) {
    caller.require(Right.MESSAGES);
    long total = acts.plain(caller, () -> store.decided());
    return listed(caller, page, total, from -> store.decided(from, ON_A_PAGE));
  }

  private Listed listed(
      Caller caller,
      int asked,
      long total,
      java.util.function.IntFunction<List<Message.Standing>> rows) {
    int pages = (int) Math.max(1, (total + ON_A_PAGE - 1) / ON_A_PAGE);
    int page = Math.clamp(asked, 1, pages);
    return new Listed(list(caller, () -> rows.apply((page - 1) * ON_A_PAGE)), total, page, pages);
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

  /** Says of several of a flood at once that nothing more is to be done, and why. */
  public void closeOfFlood(Caller caller, List<UUID> messages, String reason) {
    caller.require(Right.MESSAGES);
    requireReason(reason);
    if (messages.isEmpty() || messages.size() > ON_A_PAGE) {
      throw new Refused(Refused.Code.INVALID, "Select the messages to close.");
    }
    try {
      acts.changing(
          caller,
          "message." + MessageStep.CLOSED.code(),
          act -> {
            for (UUID id : new LinkedHashSet<>(messages)) {
              if (open(id).standing().before() < FLOOD_FROM) {
                throw new Refused(
                    Refused.Code.INVALID,
                    "Only messages of a flood are closed together: open the others.");
              }
              act.concerns(id);
              add(act, id, MessageStep.CLOSED, null, null, reason);
            }
          });
    } catch (DuplicateKeyException raced) {
      throw moved();
    }
  }

  /** Undoes a closing, with all that were closed together with it; how many wait again. */
  public int reopen(Caller caller, UUID id, String reason) {
    caller.require(Right.MESSAGES);
    requireReason(reason);
    try {
      return acts.change(
          caller,
          "message." + MessageStep.REOPENED.code(),
          act -> {
            boolean closed =
                store
                    .find(id)
                    .orElseThrow(Inbox::none)
                    .standing()
                    .decided()
                    .filter(one -> one.step() == MessageStep.CLOSED)
                    .isPresent();
            if (!closed) {
              throw new Refused(Refused.Code.CONFLICT, "This message is not closed.");
            }
            List<UUID> together = store.closedWith(id);
            for (UUID one : together) {
              act.concerns(one);
              add(act, one, MessageStep.REOPENED, null, null, reason);
            }
            return together.size();
          });
    } catch (DuplicateKeyException raced) {
      throw moved();
    }
  }

  /**
   * Joins it to a report that is open to the caller: what was told becomes a report of its own,
   * read by the rulebook as every report is, and each of the two leads to the other.
   *
   * @param reference the known report's
   * @return the known report
   */
  public UUID join(Caller caller, UUID id, String reference, String reason) {
    caller.require(Right.MESSAGES);
    caller.require(Right.RECORD);
    requireReason(reason);
    MessageStore.Report known =
        acts.plain(
            caller,
            () -> {
              List<MessageStore.Report> found = store.reports(reference.strip());
              if (found.size() != 1) {
                throw new Refused(
                    Refused.Code.INVALID,
                    found.isEmpty()
                        ? "No report open to you has this reference."
                        : "More than one report has this reference.");
              }
              return found.getFirst();
            });
    record(caller, id, known.area(), List.of(), reason, known.id());
    return known.id();
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
    return record(caller, id, area, child, reason, null);
  }

  private UUID record(
      Caller caller,
      UUID id,
      String area,
      List<NewMention> child,
      String reason,
      @Nullable UUID known) {
    try {
      return acts.changeMany(
          caller,
          begin -> {
            Message message = open(id);
            NewReport content = content(message, area, child);
            UUID told = reports.record(begin, caller, List.of(content)).getFirst().report();
            Act act = begin.apply("message." + step(known).code());
            act.concerns(id);
            act.concerns(told);
            int seq = store.lastStep(id);
            add(act, id, seq + 1, MessageStep.REPORTED, null, told, reason);
            contact(act, message, told, told);
            if (known != null) {
              act.concerns(known);
              add(act, id, seq + 2, MessageStep.JOINED, null, known, reason);
              contact(act, message, known, told);
            }
            return told;
          });
    } catch (DuplicateKeyException raced) {
      throw moved();
    }
  }

  private static MessageStep step(@Nullable UUID known) {
    return known == null ? MessageStep.REPORTED : MessageStep.JOINED;
  }

  private static void contact(Act act, Message message, UUID report, UUID told) {
    act.add(
        Tables.REPORT_CONTACT,
        report,
        message.standing().id(),
        message.standing().reference(),
        told,
        message.contactHow(),
        message.contactTo(),
        message.contactWhen(),
        message.contactCare(),
        message.standing().receivedAt());
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

  /** That something was told of a report, for whoever may read it. */
  public List<Told> told(Caller caller, UUID report) {
    return acts.plain(caller, () -> store.contacts(report)).stream()
        .map(one -> new Told(one.told(), one.at()))
        .toList();
  }

  /** That something was told, and the report that has its words. */
  public record Told(UUID report, Instant at) {}

  /** How to make contact safely with those who told what is on a report: a look of its own. */
  public List<Contact> contacts(Caller caller, UUID report) {
    return acts.look(
        caller,
        "report.contact-opened",
        READ,
        () -> {
          List<Contact> contacts = store.contacts(report);
          if (contacts.isEmpty()) {
            throw new Refused(
                Refused.Code.NOT_FOUND, "Nobody told of this, or it is not open to you.");
          }
          Set<UUID> shown = new LinkedHashSet<>(List.of(report));
          contacts.forEach(one -> shown.add(one.message()));
          return new Acts.Seen<>(contacts, shown);
        });
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
    add(act, id, store.lastStep(id) + 1, step, owner, report, reason);
  }

  private static void add(
      Act act,
      UUID id,
      int seq,
      MessageStep step,
      @Nullable UUID owner,
      @Nullable UUID report,
      @Nullable String reason) {
    act.add(
        Tables.MESSAGE_STEP,
        id,
        seq,
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
