package org.heed.server.safeguarding;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.heed.clocks.Clock;
import org.heed.clocks.State;
import org.heed.rulebook.Standard;
import org.heed.server.web.Words;

/**
 * A clock in words.
 *
 * @param names what members of the case are called, by their identifiers
 * @param now the moment that it is told at
 */
public record ClockRow(CaseClock of, Map<String, String> names, Instant now) {

  private Clock clock() {
    return of.clock();
  }

  private Standard standard() {
    return clock().standard();
  }

  public String id() {
    return standard().id();
  }

  public String title() {
    return standard().title();
  }

  public String says() {
    return standard().says();
  }

  public String source() {
    return standard().source();
  }

  /** Whom or what it is about, or empty. */
  public String about() {
    return member().map(one -> names.getOrDefault(one, "")).orElse("");
  }

  /** Whose it is, as an event says whom it is about. */
  public Optional<String> member() {
    return of.whose();
  }

  /** How it stands, with a capital. */
  public String reads() {
    String word = clock().reads();
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** The colour of its tag; the word says the same. */
  public String colour() {
    return switch (clock().state()) {
      case MET -> "green";
      case LATE -> "orange";
      case BREACHED -> "red";
      case NOT_EVIDENCED -> "pink";
      case DUE -> of.nears() ? "yellow" : "blue";
      case NOT_APPLICABLE -> "grey";
    };
  }

  /** Why it stands so, in a sentence. */
  public String why() {
    return switch (clock().why()) {
      case DONE_IN_TIME -> "It was done in time.";
      case DONE_AFTER -> "It was done after the deadline.";
      case TIME_LEFT -> of.nears() ? "The deadline is near." : "There is time left.";
      case STANDS_STILL -> stop();
      case RECORDED_NOT_DONE -> "The record says that it was not done.";
      case NO_RECORD -> "The deadline has passed and nothing here records that it was done.";
      case ENDED_BEFORE_DUE -> "What there was to do ended before it was due.";
      case NOT_STARTED -> "Nothing on record has started it.";
      case OTHER_NATION -> "It is for another nation.";
      case OTHER_AGE -> "It is for another age.";
    };
  }

  /** Since when it stands still, and because of what. */
  private String stop() {
    return clock()
        .stopped()
        .map(stop ->
            "Stopped since "
                + Words.dateTime(stop.at())
                + ", because: "
                + stop.kind().replace('-', ' ')
                + stop.reason().map(reason -> ", " + reason).orElse("")
                + ".")
        .orElse("The clock stands still for a reason on record.");
  }

  /** The rulebook whose standard it is. */
  public String rulebook() {
    return of.rulebook();
  }

  /** By when, and how far away that is. */
  public String deadline() {
    return clock()
        .deadline()
        .map(at -> Words.dateTime(at) + (of.isAsking() ? " (" + Words.away(at, now) + ")" : ""))
        .orElse("");
  }

  /** The deadline as it was at the start, where time in which it stood still was added since. */
  public String original() {
    return clock()
        .original()
        .filter(at -> !clock().deadline().map(at::equals).orElse(false))
        .map(Words::dateTime)
        .orElse("");
  }

  /** What it rests on, and whether it was held against its source. */
  public String basis() {
    return switch (standard().basis()) {
          case STATUTORY -> "Statutory";
          case LOCAL -> "Adopted locally";
          case DEFAULT -> "Default that Heed proposes; it binds nobody";
        }
        + standard()
            .checked()
            .map(day -> ", checked against its source on " + Words.date(day))
            .orElse(
                standard().basis() == Standard.Basis.DEFAULT
                    ? ""
                    : ", not checked against its source");
  }

  /** The facts that decide, in words. */
  public List<String> because() {
    return of.because().stream().map(this::words).toList();
  }

  private String words(CaseFact fact) {
    String whose = fact.child() == null ? fact.of() : fact.child();
    String of = whose == null ? "" : names.getOrDefault(whose, "");
    return CaseEventKinds.words(fact.kind())
        + (of.isEmpty() ? "" : " (" + of + ")")
        + ": "
        + Words.dateTime(fact.at())
        + ". "
        + fact.from()
        + "."
        + (fact.by() == null ? "" : " " + fact.by() + ": " + fact.reason());
  }

  /** Whether somebody stopped the clock without saying why. */
  public boolean unreasoned() {
    return clock().unreasoned();
  }

  /** Whether it was asked at all. */
  public boolean applies() {
    return clock().state() != State.NOT_APPLICABLE || clock().start().isPresent();
  }

  /** Whether something is still to be done or recorded. */
  public boolean isAsking() {
    return of.isAsking();
  }

  /** The standard and the state. */
  @Override
  public String toString() {
    return of.toString();
  }
}
