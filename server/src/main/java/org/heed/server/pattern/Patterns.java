package org.heed.server.pattern;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.heed.linkage.Weights;
import org.heed.linkage.network.Finder;
import org.heed.linkage.network.Found;
import org.heed.linkage.network.Pattern;
import org.heed.rulebook.PatternRule;
import org.heed.rulebook.PatternRules;
import org.heed.rulebook.Rulebook;
import org.heed.server.access.Accounts;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.access.Sessions;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.Act;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Looks for patterns in everything on record, as Heed's own program and without names, and puts
 * what it finds before whoever may see every report of it. A finding is a fact with its rarity and
 * its reports; what becomes of it a named person decides. Found again with other reports, it is a
 * new finding; not found any more, it ends and waits for nobody.
 */
@Service
public class Patterns {
  private static final long DAYS_OF_A_YEAR = 365;
  private static final double HUNDRED = 100;
  private static final long SEED = 1;
  private static final int MOST_SHOWN = 50;
  private static final int LONGEST_REASON = 10_000;

  private final Acts acts;
  private final Accounts accounts;
  private final Sessions sessions;
  private final PatternStore store;
  private final Clock clock;
  private final RulebookInForce rulebook;

  public Patterns(
      Acts acts,
      Accounts accounts,
      Sessions sessions,
      Databases databases,
      Clock clock,
      RulebookInForce rulebook) {
    this.acts = acts;
    this.accounts = accounts;
    this.sessions = sessions;
    this.store = new PatternStore(databases);
    this.clock = clock;
    this.rulebook = rulebook;
  }

  /**
   * Looks for what is not known yet, and ends what is not found any more.
   *
   * @return how many findings are new
   */
  public int look() {
    Rulebook by = rulebook.rulebook();
    PatternRules rules = by.patterns();
    if (rules.patterns().isEmpty()) {
      return 0;
    }
    Caller own =
        sessions.openService(
            accounts.service("heed-patterns", "Heed’s patterns"), EnumSet.of(Right.INDEX));
    try {
      Instant since = clock.instant().minus(Duration.ofDays(rules.years() * DAYS_OF_A_YEAR));
      Mentions mentions =
          acts.plain(
              own,
              () ->
                  Mentions.of(
                      store.mentions(since),
                      store.groups(),
                      store.identities(),
                      store.likely(Weights.of(org.heed.linkage.Settings.SHIPPING))));
      List<Found> found =
          new Finder(settings(rules, mentions.hubs(rules)))
              .find(mentions.graph(), mentions.groups().all());
      Map<String, List<PatternStore.Known>> known = acts.plain(own, store::known);
      List<News> news = new ArrayList<>();
      for (Found one : found) {
        Set<UUID> reports = reports(one, mentions);
        List<PatternStore.Known> before =
            Objects.requireNonNullElse(
                known.remove(one.pattern().code() + " " + one.entity()), List.of());
        PatternStore.Known last = before.isEmpty() ? null : before.getLast();
        if (last == null || last.ended() || !last.reports().equals(reports)) {
          UUID asBefore = last != null && last.reports().equals(reports) ? last.id() : null;
          news.add(new News(one, reports, asBefore, mentions.unconfirmed(one)));
        }
      }
      List<PatternStore.Known> ended =
          known.values().stream().flatMap(List::stream).filter(one -> !one.ended()).toList();
      if (!news.isEmpty() || !ended.isEmpty()) {
        acts.changing(
            own,
            "patterns.found",
            act -> {
              news.forEach(one -> add(act, one, by));
              ended.forEach(one -> end(act, one, by));
            });
      }
      return news.size();
    } finally {
      sessions.signOut(own.token());
    }
  }

  /** What it rests on; of a bridge also what the groups rest on that it connects. */
  private static Set<UUID> reports(Found found, Mentions mentions) {
    Set<UUID> reports = new LinkedHashSet<>();
    found.events().forEach(event -> reports.add(UUID.fromString(event)));
    reports.addAll(mentions.wordsOf(found));
    if (found.pattern().isBridge()) {
      Set<String> suspects = mentions.suspects(reports);
      suspects.add(found.entity());
      reports.addAll(mentions.groups().reportsOf(suspects));
    }
    return reports;
  }

  private static Finder.Settings settings(PatternRules rules, Set<String> hubs) {
    Map<Pattern, Finder.Worth> worth = new EnumMap<>(Pattern.class);
    rules
        .patterns()
        .forEach(
            one -> worth.put(Pattern.parse(one.id()), new Finder.Worth(one.least(), one.days())));
    return new Finder.Settings(
        SEED, rules.wrongInHundred() / HUNDRED, hubs, rules.fewest(), rules.most(), worth);
  }

  private static String says(Rulebook by, Pattern pattern) {
    return by.patterns().patterns().stream()
        .filter(one -> one.id().equals(pattern.code()))
        .map(PatternRule::says)
        .findFirst()
        .orElseThrow();
  }

  /**
   * A finding that is new.
   *
   * @param asBefore one of before with the same reports, that a look between did not find
   */
  private record News(
      Found found, Set<UUID> reports, @Nullable UUID asBefore, @Nullable Unconfirmed unconfirmed) {}

  private static void add(Act act, News news, Rulebook by) {
    Found found = news.found();
    UUID id = act.newId();
    act.concerns(id);
    act.add(
        Tables.PATTERN,
        id,
        found.pattern().code(),
        found.entity(),
        found.count(),
        found.degree(),
        found.asMany(),
        found.shuffled(),
        found.falseShare(),
        news.reports().size(),
        act.at(),
        says(by, found.pattern()),
        by.id().toString(),
        news.asBefore(),
        news.unconfirmed() == null ? null : news.unconfirmed().code());
    news.reports().forEach(report -> act.add(Tables.PATTERN_REPORT, id, report));
  }

  /** What is not found any more counts nothing from now on. */
  private static void end(Act act, PatternStore.Known one, Rulebook by) {
    UUID id = act.newId();
    act.concerns(one.id());
    act.add(
        Tables.PATTERN,
        id,
        one.pattern(),
        one.entity(),
        0,
        0,
        0L,
        0L,
        1.0,
        one.reports().size(),
        act.at(),
        null,
        by.id().toString(),
        one.id(),
        null);
    one.reports().forEach(report -> act.add(Tables.PATTERN_REPORT, id, report));
  }

  /** What waits for a decision, or what was decided on: one look, with all that is shown. */
  public List<FoundPattern> list(Caller caller, boolean decided) {
    return list(caller, decided, null);
  }

  /**
   * The same of one kind, so that many of another do not hide it.
   *
   * @param kind null: every one
   */
  public List<FoundPattern> list(Caller caller, boolean decided, @Nullable Pattern kind) {
    caller.require(Right.PEOPLE);
    return acts.look(
        caller,
        "patterns.listed",
        "read-pattern",
        () -> {
          List<FoundPattern> found = store.list(decided, kind, MOST_SHOWN);
          Set<UUID> shown = new LinkedHashSet<>();
          found.forEach(one -> shown.addAll(shown(one)));
          return new Acts.Seen<>(found, shown);
        });
  }

  /** What is looked for, in the words of the rulebook in force, by code. */
  public Map<String, String> kinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    rulebook.rulebook().patterns().patterns().forEach(one -> kinds.put(one.id(), one.says()));
    return kinds;
  }

  /** How many wait for a decision and are open to the caller. */
  public long waiting(Caller caller) {
    caller.require(Right.PEOPLE);
    return acts.plain(caller, store::waiting);
  }

  /** Opens a finding: the look names it and every report shown. */
  public FoundPattern open(Caller caller, UUID id) {
    caller.require(Right.PEOPLE);
    return acts.look(
        caller,
        "pattern.opened",
        "read-pattern",
        () -> {
          FoundPattern found = store.find(id).orElseThrow(Patterns::none);
          return new Acts.Seen<>(found, shown(found));
        });
  }

  private static List<UUID> shown(FoundPattern found) {
    List<UUID> shown = new ArrayList<>(List.of(found.id(), found.centre()));
    found.reports().forEach(told -> shown.add(told.report()));
    return shown;
  }

  /** Decides that somebody looks into it, or that it is left; either can be decided anew. */
  public void decide(Caller caller, UUID id, boolean lookInto, String reason) {
    caller.require(Right.PEOPLE);
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new Refused(
          Refused.Code.INVALID, "Give a reason of at most " + LONGEST_REASON + " characters.");
    }
    acts.changing(
        caller,
        "pattern.decided",
        act -> {
          FoundPattern found = store.find(id).orElseThrow(Patterns::none);
          shown(found).forEach(act::concerns);
          act.add(
              Tables.PATTERN_DECISION,
              id,
              store.decisions(id) + 1,
              lookInto ? "look-into" : "leave",
              Objects.requireNonNull(reason),
              act.at());
        });
  }

  private static Refused none() {
    return new Refused(Refused.Code.NOT_FOUND, "There is no such pattern open to you.");
  }
}
