package org.heed.server.tellus.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heed.clocks.Clock;
import org.heed.server.tellus.Message;
import org.heed.server.tellus.MessageStep;
import org.heed.server.web.Choice;
import org.heed.server.web.Fact;
import org.heed.server.web.Page;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * The model of {@code tellus/message.jte}.
 *
 * @param clock how its clock stands by the rulebook in force
 * @param handlers who may be given it, by account
 * @param mine whether it is the reader's own
 * @param form what is decided, as typed
 */
public record MessagePage(
    Page page,
    Message message,
    Optional<Clock> clock,
    Map<UUID, String> handlers,
    Map<String, String> areas,
    boolean mine,
    DecideForm form,
    String to,
    String why,
    Instant now) {

  public MessagePage {
    handlers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(handlers));
    areas = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(areas));
  }

  /** Where its pages are. */
  public String address() {
    return "/inbox/" + message.standing().id();
  }

  /** Whether anything can still be done with it. */
  public boolean isOpen() {
    return message.standing().decided().isEmpty();
  }

  /** Whether it was closed, which can be undone. */
  public boolean isClosed() {
    return message.standing().decided().filter(one -> one.step() == MessageStep.CLOSED).isPresent();
  }

  /** Its clock in a sentence. */
  public String clockSays() {
    Message.Standing standing = message.standing();
    if (standing.dueAt() == null) {
      return "No standard of the rulebook says by when it had to be read and decided.";
    }
    String due = Words.dateTime(standing.dueAt());
    String reads = clock.map(one -> ": " + one.reads()).orElse("");
    return "To be read and decided by " + due + reads + ".";
  }

  /** On what the deadline rests. */
  public String clockRests() {
    String standard = message.standing().standard();
    return clock.map(one -> one.standard().says() + " ").orElse("")
        + (standard == null ? "" : "Standard " + standard + ".");
  }

  /** How to contact the teller. It stands first, since a mistake here can put a child in danger. */
  public List<Fact> contact() {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("How", Labels.how(message.contactHow())));
    if (!message.contactHow().equals("none")) {
      facts.add(Fact.of("Number, address or person", text(message.contactTo())));
    }
    facts.add(Fact.of("When it is safe", text(message.contactWhen())));
    facts.add(Fact.of("What must not be done", text(message.contactCare())));
    return facts;
  }

  public List<Fact> facts() {
    Message.Standing standing = message.standing();
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("In danger now?", Labels.danger(standing.danger())));
    facts.add(Fact.of("Who told us", Labels.teller(standing.teller())));
    facts.add(
        Fact.of(
            "Called",
            String.join(
                ", ",
                java.util.stream.Stream.of(
                        message.tellerName(), message.tellerRole(), message.organisation())
                    .filter(java.util.Objects::nonNull)
                    .toList())));
    facts.add(Fact.of("Child", text(message.childName())));
    facts.add(Fact.of("Age", message.childAge() == null ? "" : message.childAge().toString()));
    facts.add(
        Fact.of(
            "Area",
            standing.area() == null
                ? ""
                : areas.getOrDefault(standing.area(), Words.title(standing.area()))));
    if (standing.teller().equals("professional")) {
      facts.add(Fact.of("Whether child and family know", text(message.knows())));
    }
    return facts;
  }

  public List<Choice> handlerChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Choose somebody");
    handlers.forEach((account, name) -> all.put(account.toString(), name));
    return Choice.list(all, Set.of(to));
  }

  public List<Choice> decisions() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("report", "Record it as a report");
    all.put("join", "Join it to a report that is known");
    all.put("close", "No further action");
    return Choice.list(all, Set.of(form.decision()));
  }

  public List<Choice> areaChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Choose the area");
    all.putAll(areas);
    return Choice.list(all, Set.of(form.area()));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** The identifier only; the rest is personal. */
  @Override
  public String toString() {
    return "MessagePage[" + message.standing().id() + "]";
  }
}
