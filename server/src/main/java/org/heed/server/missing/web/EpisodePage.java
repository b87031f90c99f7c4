package org.heed.server.missing.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.clocks.Clock;
import org.heed.rulebook.Grades;
import org.heed.rulebook.Rulebook;
import org.heed.server.missing.Episode;
import org.heed.server.missing.EpisodeClocks;
import org.heed.server.missing.Held;
import org.heed.server.missing.Interview;
import org.heed.server.missing.Missing;
import org.heed.server.missing.RiskGrade;
import org.heed.server.missing.Withdrawal;
import org.heed.server.web.Choice;
import org.heed.server.web.Fact;
import org.heed.server.web.Page;
import org.heed.server.web.Typed;
import org.heed.server.web.Words;
import org.heed.text.LanguageNote;

/**
 * The model of {@code missing/episode.jte}, {@code missing/grade.jte}, {@code missing/found.jte},
 * {@code missing/interview.jte} and {@code missing/withdraw.jte}.
 *
 * @param typed the form as typed
 * @param advice words of the reason that the language guide points out
 */
public record EpisodePage(
    Page page,
    Missing.Opened opened,
    Rulebook rulebook,
    Typed typed,
    List<LanguageNote> advice,
    Instant now) {

  public EpisodePage {
    advice = List.copyOf(advice);
  }

  public Episode episode() {
    return opened.episode();
  }

  public Held held() {
    return opened.held();
  }

  /** Where its pages are. */
  public String address() {
    return "/missing/" + episode().id();
  }

  public List<Fact> facts() {
    Episode one = episode();
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Reported missing", Words.dateTime(one.reportedAt())));
    facts.add(
        Fact.of("Last seen", one.lastSeenAt() == null ? "" : Words.dateTime(one.lastSeenAt())));
    facts.add(Fact.of("Reported by", one.reportedBy() == null ? "" : one.reportedBy()));
    facts.add(Fact.of("Age", one.age() == null ? "" : one.age().toString()));
    facts.add(Fact.of("Area", Words.title(one.area())));
    facts.add(new Fact("Circumstances", one.circumstances().lines().toList(), List.of()));
    facts.add(Fact.of("Episode opened by", one.recordedBy()));
    return facts;
  }

  public List<Fact> foundFacts() {
    return episode()
        .found()
        .map(found ->
            List.of(
                Fact.of("Found", Words.dateTime(found.at())),
                Fact.of("Where", found.place()),
                Fact.of("By whom", found.foundBy()),
                Fact.of("How they are", found.condition()),
                Fact.of("Recorded by", found.recordedBy())))
        .orElse(List.of());
  }

  /** What can be withdrawn: of interviews the last entry. */
  public List<Choice> withdrawable() {
    Map<String, String> all = new LinkedHashMap<>();
    if (episode().found().isPresent()) {
      for (Interview.Kind kind : Interview.Kind.values()) {
        if (!interviews(kind).isEmpty()) {
          Withdrawal.What what = Withdrawal.What.of(kind);
          all.put(what.code(), what.title() + ", the last entry");
        }
      }
      all.put(Withdrawal.What.FOUND.code(), "That they are found: the episode is open again");
    }
    all.put(Withdrawal.What.EPISODE.code(), "The whole episode, for example of another child");
    return Choice.list(all, Set.of(typed.get("what")));
  }

  /** A clock in a sentence. */
  public static String clock(Clock one) {
    return one.standard().title()
        + ": "
        + one.reads()
        + one.deadline().map(at -> ", by " + Words.dateTime(at)).orElse("");
  }

  /** Its colour beside the words, which say it too. */
  public static String colour(Clock one) {
    return switch (one.state()) {
      case MET -> "green";
      case DUE -> "blue";
      case LATE -> "orange";
      case BREACHED, NOT_EVIDENCED -> "red";
      case NOT_APPLICABLE -> "grey";
    };
  }

  /** Whether repeat episodes ask for a meeting that is not evidenced. */
  public boolean asksForMeeting() {
    return opened.clocks().stream().anyMatch(EpisodeClocks::asksForMeeting);
  }

  /** An indicator's words, or its id where the rulebook no longer has it. */
  public String title(Held.Finding finding) {
    return rulebook
        .findConcept(finding.concept())
        .map(one -> one.title())
        .orElse(finding.concept());
  }

  /** The findings of one of the three groups. */
  public List<Held.Finding> findings(String family) {
    return held().findings().stream().filter(one -> one.family().equals(family)).toList();
  }

  /** The groups, as review shows them. */
  public static Map<String, String> families() {
    Map<String, String> families = new LinkedHashMap<>();
    families.put("harm", "Evidence of harm");
    families.put("exploiter-or-place", "Alleged perpetrator or location");
    families.put("vulnerability", "Vulnerability");
    return families;
  }

  /** What a grade asks for; empty where the rulebook does not say. */
  public String asks(RiskGrade grade) {
    return rulebook.grades().ofMissing(grade.code()).map(Grades.Grade::asks).orElse("");
  }

  public List<Choice> grades() {
    List<Choice> choices = new ArrayList<>();
    for (RiskGrade grade : RiskGrade.values()) {
      String says =
          rulebook
              .grades()
              .ofMissing(grade.code())
              .map(one -> one.says() + " " + one.asks())
              .orElse("");
      choices.add(Choice.of(grade.code(), grade.title()).hint(says).chosen(typed.get("grade")));
    }
    return choices;
  }

  public List<Choice> outcomes() {
    Map<String, String> all = new LinkedHashMap<>();
    for (Interview.Outcome outcome : Interview.Outcome.values()) {
      all.put(outcome.code(), outcome.title());
    }
    return Choice.list(all, Set.of(typed.get("outcome")));
  }

  public List<Choice> independence() {
    return Choice.list(Map.of("yes", "Yes"), Set.of(typed.get("independent")));
  }

  /** The interviews of one kind, from the first. */
  public List<Interview> interviews(Interview.Kind kind) {
    return episode().interviews().stream().filter(one -> one.kind() == kind).toList();
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "EpisodePage[" + episode().id() + "]";
  }
}
