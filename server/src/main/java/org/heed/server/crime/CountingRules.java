package org.heed.server.crime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heed.figures.counting.Because;
import org.heed.figures.counting.CountedCrime;
import org.heed.figures.counting.CrimeCounting;
import org.heed.figures.counting.Grounds;
import org.heed.figures.counting.ReportedOffence;
import org.heed.figures.recount.RecountedCrime;
import org.heed.figures.recount.Told;
import org.heed.rulebook.Counting;
import org.heed.rulebook.CountingEffect;
import org.heed.rulebook.CountingRule;
import org.heed.rulebook.CrimeGround;
import org.heed.rulebook.OffenceClass;
import org.heed.server.access.Refused;
import org.heed.server.recognition.RulebookInForce;
import org.springframework.stereotype.Component;

/**
 * The rulebook's counting rules, asked: which crimes offences make and why, on what grounds a crime
 * is removed, and whether a class counts as a crime at all.
 */
@Component
public class CountingRules {
  private final RulebookInForce rulebook;

  public CountingRules(RulebookInForce rulebook) {
    this.rulebook = rulebook;
  }

  private Counting counting() {
    return rulebook.rulebook().counting();
  }

  /** The classes that can be recorded. */
  public List<OffenceClass> classes() {
    return counting().classes();
  }

  /** The class of a code the rulebook knows. */
  public OffenceClass get(String offence) {
    return counting()
        .find(offence)
        .orElseThrow(() ->
            new Refused(
                Refused.Code.INVALID,
                "The rulebook has no offence class of that code: choose one from the list."));
  }

  /** The class of a code, if the rulebook knows it. */
  Optional<OffenceClass> find(String offence) {
    return counting().find(offence);
  }

  /** The crimes that the rules make of some offences. */
  List<CountedCrime> count(List<ReportedOffence> offences) {
    return CrimeCounting.of(counting()).count(offences);
  }

  /** What the rules make of crimes that were recorded, from whatever reports. */
  List<RecountedCrime> recount(List<Told> told) {
    return RecountedCrime.of(told, counting(), 0);
  }

  /** Classes without a victim. */
  Set<String> victimless() {
    return counting().classes().stream()
        .filter(OffenceClass::victimless)
        .map(OffenceClass::code)
        .collect(Collectors.toSet());
  }

  /** Rules that took part, with their versions. */
  List<RuleSaid> said(List<Because> because) {
    return because.stream()
        .map(one ->
            new RuleSaid(
                one.rule(),
                counting().findRule(one.rule()).map(CountingRule::version).orElse(""),
                one.says()))
        .toList();
  }

  /** What the rules say of one offence by itself; nothing where the rulebook does not know it. */
  List<RuleSaid> alone(String offence) {
    Optional<OffenceClass> known = find(offence);
    if (known.isEmpty()) {
      return List.of();
    }
    Optional<String> victim = known.filter(one -> !one.victimless()).map(_ -> "victim");
    LocalDate day = LocalDate.EPOCH;
    ReportedOffence one =
        new ReportedOffence("one", offence, victim, Set.of(), "report", day, day, false);
    return said(count(List.of(one)).getFirst().because());
  }

  /** What a rule did, in its own words and with its source, as the rulebook has them now. */
  public String words(RuleSaid said) {
    Optional<CountingRule> rule = counting().findRule(said.rule());
    String words =
        rule.map(one -> " " + one.says() + " (" + one.source() + ")")
            .orElse(" (" + said.rule() + ", " + said.version() + ")");
    boolean changed = rule.filter(one -> !one.version().equals(said.version())).isPresent();
    return said.says()
        + words
        + (changed ? " It was decided by this rule's version " + said.version() + "." : "");
  }

  /** The grounds on which a crime of a class is removed. */
  public List<CrimeGround> removing(String offence) {
    return Grounds.of(counting()).removing(offence);
  }

  /** The reasons for which something is kept apart under a class. */
  public List<CrimeGround> keepingApart(String offence) {
    return Grounds.of(counting()).keepingApart(offence);
  }

  /** Whether the rulebook names grounds for removing a crime. */
  public boolean removes() {
    return counting().rules().stream().anyMatch(r -> r.effect() instanceof CountingEffect.Removal);
  }

  /** Every reason for keeping something apart. */
  public List<CrimeGround> apart() {
    return counting().apart().stream()
        .flatMap(code -> keepingApart(code).stream())
        .distinct()
        .sorted(Comparator.comparing(CrimeGround::code))
        .toList();
  }

  /** The ground of a code, whichever rule has it. */
  public Optional<CrimeGround> ground(String code) {
    return counting().rules().stream()
        .flatMap(rule ->
            switch (rule.effect()) {
              case CountingEffect.Removal removal -> removal.grounds().stream();
              case CountingEffect.Apart apart -> apart.grounds().stream();
              case CountingEffect.Each _,
                  CountingEffect.FinishedIncident _,
                  CountingEffect.PrincipalCrime _,
                  CountingEffect.InAddition _,
                  CountingEffect.PartOf _,
                  CountingEffect.GoesOn _,
                  CountingEffect.UndefinedOffenders _,
                  CountingEffect.RecordWithin _ ->
                  Stream.of();
            })
        .filter(ground -> ground.code().equals(code))
        .findFirst();
  }

  /** Whether something reported then was recorded in time. */
  public boolean inTime(Instant reported, Instant recorded) {
    return Grounds.of(counting()).inTime(reported, recorded);
  }

  /** Whether a class is counted; N100 is recorded and kept apart. */
  public boolean counts(String offence) {
    return !counting().apart().contains(offence);
  }

  /** Whether a class is one of rape, whose cancelling is the registrar's. */
  boolean isRape(String offence) {
    return get(offence).group().equals("rape");
  }

  /** A rule's words with its source, or nothing where the rulebook has none of that name. */
  public String principle(String id) {
    return counting().findRule(id).map(one -> one.says() + " (" + one.source() + ")").orElse("");
  }

  /** The rules' name, as a crime's states carry it. */
  String rule(List<RuleSaid> said) {
    return said.isEmpty()
        ? rulebook.name()
        : said.stream().map(RuleSaid::rule).distinct().collect(Collectors.joining(", "))
            + " "
            + rulebook.name();
  }
}
