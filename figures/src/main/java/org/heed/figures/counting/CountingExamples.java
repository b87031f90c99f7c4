package org.heed.figures.counting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.heed.rulebook.Counting;
import org.heed.rulebook.CountingExample;
import org.heed.rulebook.CountingRule;
import org.heed.rulebook.CrimeGround;
import org.heed.rulebook.Problem;
import org.heed.rulebook.Where;

/** Runs the examples that counting rules carry, each with all the rules. */
public final class CountingExamples {
  private final Counting counting;
  private final List<Problem> failures = new ArrayList<>();
  private int run;

  private CountingExamples(Counting counting) {
    this.counting = counting;
  }

  /**
   * What came of a run.
   *
   * @param failures examples that did not come out, by place
   */
  public record Result(int examples, List<Problem> failures) {
    public Result {
      failures = List.copyOf(failures);
    }
  }

  /** Runs every example. */
  public static Result run(Counting counting) {
    CountingExamples test = new CountingExamples(counting);
    for (CountingRule rule : counting.rules()) {
      for (CountingExample example : rule.examples()) {
        test.run++;
        switch (example) {
          case CountingExample.Counted counted -> test.counted(rule, counted);
          case CountingExample.Grounded grounded -> test.grounded(grounded);
          case CountingExample.Timed timed -> test.timed(timed);
        }
      }
    }
    test.failures.sort(Comparator.comparing(Problem::at));
    return new Result(test.run, test.failures);
  }

  /** The offences of an example, as reported. */
  public static List<ReportedOffence> offences(CountingExample.Counted example) {
    List<ReportedOffence> offences = new ArrayList<>();
    for (CountingExample.Offence one : example.offences()) {
      offences.add(
          new ReportedOffence(
              String.format(java.util.Locale.ROOT, "o%04d", offences.size()),
              one.code(),
              one.victim(),
              one.by(),
              one.reported().toString(),
              one.reported(),
              one.until(),
              one.dealtWith()));
    }
    return offences;
  }

  private void counted(CountingRule rule, CountingExample.Counted example) {
    List<CountedCrime> crimes = CrimeCounting.of(counting).count(offences(example));
    Set<CountedCrime> left = new HashSet<>(crimes);
    for (CountingExample.Crime wanted : example.crimes()) {
      Optional<CountedCrime> found =
          crimes.stream().filter(left::contains).filter(crime -> fits(wanted, crime)).findFirst();
      if (found.isEmpty()) {
        fail(
            example.at(),
            "“" + example.about() + "” makes no such crime of class " + wanted.code(),
            "The rules make " + crimes.stream().map(CountedCrime::toString).toList());
      }
      found.ifPresent(left::remove);
    }
    if (example.crimes().size() != crimes.size()) {
      fail(
          example.at(),
          "“" + example.about() + "” makes " + crimes.size() + " crimes",
          "The example says " + example.crimes().size());
    }
    if (crimes.stream()
        .noneMatch(c -> c.because().stream().anyMatch(b -> b.rule().equals(rule.id())))) {
      fail(
          example.at(),
          "the rule " + rule.id() + " takes no part in “" + example.about() + "”",
          "Give an example that shows it");
    }
  }

  private static boolean fits(CountingExample.Crime wanted, CountedCrime crime) {
    return wanted.code().equals(crime.code())
        && (wanted.victims().isEmpty() || wanted.victims().equals(crime.victims()))
        && (wanted.by().isEmpty() || wanted.by().equals(crime.offenders()))
        && wanted.recorded().filter(day -> !day.equals(crime.recorded())).isEmpty()
        && wanted.was().orElse(wanted.code()).equals(crime.classes().getFirst().code())
        && (wanted.of().isEmpty() || wanted.of().getAsInt() == crime.offences().size());
  }

  private void grounded(CountingExample.Grounded example) {
    Grounds grounds = Grounds.of(counting);
    boolean known =
        counting.rules().stream()
            .flatMap(rule -> rule.examples().contains(example) ? named(rule) : Stream.of())
            .anyMatch(ground -> ground.code().equals(example.ground()));
    if (!known) {
      fail(example.at(), "there is no ground " + example.ground(), "Name one of the rule's");
    }
    Optional<String> refusal =
        grounds.refusal(example.offence(), example.ground(), example.registrar());
    if (refusal.isEmpty() != example.allowed()) {
      fail(
          example.at(),
          "“" + example.about() + "” is " + (refusal.isEmpty() ? "allowed" : "refused"),
          refusal.orElse("No rule is against it"));
    }
  }

  private static Stream<CrimeGround> named(CountingRule rule) {
    return rule.effect() instanceof org.heed.rulebook.CountingEffect.Removal removal
        ? removal.grounds().stream()
        : Stream.of();
  }

  private void timed(CountingExample.Timed example) {
    if (Grounds.of(counting).inTime(example.reported(), example.recorded()) != example.inTime()) {
      fail(
          example.at(),
          "“" + example.about() + "” is " + (example.inTime() ? "late" : "in time"),
          "See the rule's hours");
    }
  }

  private void fail(Where at, String what, String cure) {
    failures.add(new Problem(at, what, cure));
  }
}
