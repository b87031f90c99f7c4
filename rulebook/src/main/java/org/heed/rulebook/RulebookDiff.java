package org.heed.rulebook;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says in words what differs between two rulebooks; where a rule stands plays no part. */
public final class RulebookDiff {
  private final List<String> lines = new ArrayList<>();
  private final LocalDate before;
  private final LocalDate after;

  private RulebookDiff(LocalDate before, LocalDate after) {
    this.before = before;
    this.after = after;
  }

  /** One sentence for each difference, from {@code a} to {@code b}. */
  public static List<String> between(Rulebook a, Rulebook b) {
    RulebookDiff diff = new RulebookDiff(a.inForce(), b.inForce());
    diff.say(a.id() + " compared with " + b.id() + (same(a, b) ? ": no difference." : ":"));
    diff.text("The title", a.title(), b.title());
    diff.text("The source", a.source(), b.source());
    diff.text("The date in force", a.inForce().toString(), b.inForce().toString());
    diff.items("Set of words", a.wordSets(), b.wordSets(), WordSet::id, diff::wordSet);
    diff.items("Concept", a.concepts(), b.concepts(), Concept::id, diff::concept);
    diff.cueGroups(a.context().cues(), b.context().cues());
    diff.items(
        "Subject words",
        a.context().subjects(),
        b.context().subjects(),
        s -> s.subject().word(),
        (_, x, y) -> diff.phrases("Words for " + x.subject().word(), x.phrases(), y.phrases()));
    diff.items(
        "Context example",
        a.context().examples(),
        b.context().examples(),
        s -> s.concept() + " in “" + s.text() + "”",
        diff::contextSample);
    diff.items(
        "Condition",
        a.prompts().conditions(),
        b.prompts().conditions(),
        NamedCondition::name,
        (name, x, y) -> diff.text(name, x.written(), y.written()));
    diff.items("Prompt rule", a.prompts().rules(), b.prompts().rules(), PromptRule::id, diff::rule);
    diff.triage(a.prompts().triage(), b.prompts().triage());
    diff.draws(a.prompts().draws(), b.prompts().draws());
    diff.items(
        "Prompt example",
        a.prompts().examples(),
        b.prompts().examples(),
        RulebookDiff::promptSample,
        diff::promptSample);
    diff.items("Advice", a.language(), b.language(), Advice::id, diff::advice);
    diff.items("Definition", a.definitions(), b.definitions(), Definition::id, diff::definition);
    diff.items(
        "Offence class",
        a.counting().classes(),
        b.counting().classes(),
        OffenceClass::code,
        diff::offence);
    diff.items(
        "Principle",
        a.counting().principles(),
        b.counting().principles(),
        Counting.Principle::id,
        (name, x, y) -> {
          diff.text(name + " says", x.says(), y.says());
          diff.text(name + ", source", x.source(), y.source());
        });
    diff.text(
        "The order of principal crimes",
        String.join(", ", a.counting().principalCrime()),
        String.join(", ", b.counting().principalCrime()));
    diff.set("Codes kept apart", a.counting().apart(), b.counting().apart());
    new CountingDiff(diff.lines::add).compare(a.counting().rules(), b.counting().rules());
    diff.items("Group", a.groups(), b.groups(), GroupDefinition::id, diff::group);
    diff.patterns(a.patterns(), b.patterns());
    diff.outcomes(a.outcomes(), b.outcomes());
    diff.grades(a.grades(), b.grades());
    diff.items("Area", a.areas(), b.areas(), Area::id, diff::area);
    new StandardDiff(diff.lines::add).compare(a, b);
    new InspectionDiff(diff.lines::add).compare(a, b);
    return List.copyOf(diff.lines);
  }

  private static boolean same(Rulebook a, Rulebook b) {
    return a.id().hash().equals(b.id().hash());
  }

  private interface Compare<T> {
    void compare(String name, T a, T b);
  }

  private void say(String line) {
    lines.add(line);
  }

  private void text(String what, String a, String b) {
    if (!a.equals(b)) {
      say(what + ": “" + a + "” became “" + b + "”.");
    }
  }

  private void set(String what, Set<String> a, Set<String> b) {
    for (String gone : a) {
      if (!b.contains(gone)) {
        say(what + ": “" + gone + "” was removed.");
      }
    }
    for (String added : b) {
      if (!a.contains(added)) {
        say(what + ": “" + added + "” was added.");
      }
    }
  }

  private <T> void items(
      String kind, List<T> a, List<T> b, Function<T, String> id, Compare<T> compare) {
    Map<String, T> before = byId(a, id);
    Map<String, T> after = byId(b, id);
    before.forEach((name, item) -> {
      T other = after.get(name);
      if (other == null) {
        say(kind + " " + name + " was removed.");
      } else {
        compare.compare(kind + " " + name, item, other);
      }
    });
    for (String name : after.keySet()) {
      if (!before.containsKey(name)) {
        say(kind + " " + name + " was added.");
      }
    }
  }

  private static <T> Map<String, T> byId(List<T> items, Function<T, String> id) {
    Map<String, T> byId = new LinkedHashMap<>();
    for (T item : items) {
      String name = id.apply(item);
      int n = 2;
      while (byId.containsKey(name)) {
        name = id.apply(item) + " (" + n++ + ")";
      }
      byId.put(name, item);
    }
    return byId;
  }

  private void phrases(String what, List<Phrase> a, List<Phrase> b) {
    Set<String> before = new LinkedHashSet<>();
    a.forEach(p -> before.add(p.text()));
    Set<String> after = new LinkedHashSet<>();
    b.forEach(p -> after.add(p.text()));
    set(what, before, after);
  }

  private void samples(String what, List<Sample> a, List<Sample> b) {
    Set<String> before = new LinkedHashSet<>();
    a.forEach(s -> before.add(s.text()));
    Set<String> after = new LinkedHashSet<>();
    b.forEach(s -> after.add(s.text()));
    set(what, before, after);
  }

  private void wordSet(String name, WordSet a, WordSet b) {
    text(name + ", title", a.title(), b.title());
    text(name + ", source", a.source(), b.source());
    samples(name + ", word", a.words(), b.words());
  }

  private void concept(String name, Concept a, Concept b) {
    text(name + ", family", a.family().word(), b.family().word());
    text(name + ", title", a.title(), b.title());
    text(name + ", source", a.source(), b.source());
    since(name, a.since(), b.since());
    text(name + ", subject", subject(a.aboutChild()), subject(b.aboutChild()));
    phrases(name + ", phrase", a.phrases(), b.phrases());
    phrases(name + ", exception", a.except(), b.except());
    samples(name + ", example", a.match(), b.match());
    samples(name + ", counter-example", a.noMatch(), b.noMatch());
  }

  private static String subject(boolean child) {
    return child ? "child" : "any";
  }

  /** By id; cues without one of their own by what they do and the words that they share. */
  private void cueGroups(List<Cue> a, List<Cue> b) {
    List<Cue> left = new ArrayList<>(b);
    for (Cue before : a) {
      Optional<Cue> after =
          left.stream()
              .filter(cue -> cue.id().equals(before.id()) && isNamed(cue))
              .findFirst()
              .or(() ->
                  left.stream()
                      .filter(cue -> !(isNamed(cue) && isNamed(before)))
                      .filter(cue -> cue(cue).equals(cue(before)))
                      .max(Comparator.comparingLong(cue -> shared(before, cue))));
      if (after.isEmpty()) {
        say("Cues " + name(before) + " were removed.");
      } else {
        left.remove(after.get());
        text("Cues " + name(before) + ", the manner,", cue(before), cue(after.get()));
        text("Cues " + name(before) + ", the source,", before.source(), after.get().source());
        cues("Cues " + name(before), before, after.get());
      }
    }
    left.forEach(cue -> say("Cues " + name(cue) + " were added."));
  }

  private static boolean isNamed(Cue cue) {
    return !cue.id().matches(cue.kind().word() + "-[0-9]+");
  }

  private static String name(Cue cue) {
    return isNamed(cue) ? cue.id() + " (" + cue(cue) + ")" : cue(cue) + like(cue);
  }

  private static long shared(Cue a, Cue b) {
    Set<String> texts = a.phrases().stream().map(Phrase::text).collect(Collectors.toSet());
    return b.phrases().stream().filter(p -> texts.contains(p.text())).count();
  }

  private static String like(Cue cue) {
    return cue.phrases().isEmpty() ? "" : " (as “" + cue.phrases().getFirst().text() + "”)";
  }

  private static String cue(Cue cue) {
    return switch (cue.kind()) {
      case NEGATED, POSSIBLE, HYPOTHETICAL, GENERAL, HISTORICAL, REPORTED ->
          cue.kind().word() + ", governing " + cue.governs().word();
      case PSEUDO, TERMINATOR -> cue.kind().word();
    };
  }

  private void contextSample(String name, ContextSample a, ContextSample b) {
    text(name, marks(a), marks(b));
  }

  private static String marks(ContextSample sample) {
    String is =
        sample.is().isEmpty()
            ? "plain"
            : sample.is().stream().sorted().map(Mark::word).collect(Collectors.joining(", "));
    return is + sample.subject().map(s -> ", about " + s.word()).orElse("");
  }

  /** What is dated with its whole rulebook is not said to be dated anew. */
  private void since(String name, LocalDate a, LocalDate b) {
    if (!a.equals(before) || !b.equals(after)) {
      text(name + ", since", a.toString(), b.toString());
    }
  }

  private void triage(Triage a, Triage b) {
    text("Triage of a decision within", hours(a.decision()), hours(b.decision()));
    text("Triage of a look within", hours(a.look()), hours(b.look()));
  }

  private void draws(Draws a, Draws b) {
    text("Drawn at random of what nothing prompts", share(a.unprompted()), share(b.unprompted()));
    text("Drawn at random of what is flagged", share(a.flagged()), share(b.flagged()));
  }

  private static String share(int draws) {
    return draws + " in 1,000";
  }

  private static String hours(Duration duration) {
    return duration.toHours() + " hours";
  }

  private static String promptSample(PromptSample sample) {
    return "“"
        + sample.text()
        + "”"
        + (sample.victimAge().isPresent() ? ", aged " + sample.victimAge().getAsInt() : "")
        + sample.offence().map(code -> ", offence " + code).orElse("");
  }

  private void promptSample(String name, PromptSample a, PromptSample b) {
    text(
        name + " asks",
        a.ask().map(Ask::word).orElse("none"),
        b.ask().map(Ask::word).orElse("none"));
    text(name + ", rule", a.rule().orElse("any"), b.rule().orElse("any"));
  }

  private void cues(String name, Cue a, Cue b) {
    text(name + ", reach", reach(a), reach(b));
    text(name + ", within", within(a), within(b));
    set(name + ", ends", kinds(a), kinds(b));
    phrases(name + ", phrase", a.phrases(), b.phrases());
  }

  private static Set<String> kinds(Cue cue) {
    Set<String> words = new TreeSet<>();
    cue.ends().forEach(kind -> words.add(kind.word()));
    return words;
  }

  private static String reach(Cue cue) {
    return cue.reach() == Cue.TO_THE_END ? "to the end" : cue.reach() + " words";
  }

  private static String within(Cue cue) {
    return cue.paragraph() ? "paragraph" : "sentence";
  }

  private void rule(String name, PromptRule a, PromptRule b) {
    text(name + " asks", a.ask().word(), b.ask().word());
    text(name + ", when", a.written(), b.written());
    if (a.written().equals(b.written()) && !a.when().equals(b.when())) {
      say(name + ": a named condition that it uses has changed.");
    }
    text(name + " says", a.says(), b.says());
    text(name + ", source", a.source(), b.source());
    since(name, a.since(), b.since());
  }

  private void advice(String name, Advice a, Advice b) {
    text(name + " suggests", a.suggest(), b.suggest());
    text(name + ", source", a.source(), b.source());
    since(name, a.since(), b.since());
    phrases(name + ", phrase", a.phrases(), b.phrases());
    phrases(name + ", exception", a.except(), b.except());
    samples(name + ", example", a.match(), b.match());
    samples(name + ", counter-example", a.noMatch(), b.noMatch());
  }

  private void definition(String name, Definition a, Definition b) {
    text(name + ", title", a.title(), b.title());
    text(name + ", text", a.text(), b.text());
    text(name + ", source", a.source(), b.source());
    items(
        name + ", element",
        a.elements(),
        b.elements(),
        Definition.Element::id,
        (element, x, y) -> {
          text(element + ", title", x.title(), y.title());
          text(element + ", text", x.text(), y.text());
          text(element + ", alternative", x.anyOf().orElse("none"), y.anyOf().orElse("none"));
        });
  }

  private void offence(String name, OffenceClass a, OffenceClass b) {
    text(name + ", title", a.title(), b.title());
    text(name + ", group", a.group(), b.group());
    text(name + ", source", a.source(), b.source());
    text(name + ", bearing on the flag", lower(a.cse()), lower(b.cse()));
    text(name + ", victim", victim(a), victim(b));
    text(name + ", from", day(a.from()), day(b.from()));
    text(name + ", to", day(a.to()), day(b.to()));
  }

  private static String victim(OffenceClass one) {
    return one.victimless() ? "none" : subject(one.childVictim());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("open");
  }

  private void patterns(PatternRules a, PatternRules b) {
    number("Years of reports put together", a.years(), b.years());
    number("Fewest reports that patterns are looked for in", a.fewest(), b.fewest());
    number("Most reports that patterns are looked for in", a.most(), b.most());
    number("Patterns of a hundred borne to be chance", a.wrongInHundred(), b.wrongInHundred());
    number("Reports up to which a network is followed", a.followed(), b.followed());
    items(
        "Pattern",
        a.patterns(),
        b.patterns(),
        PatternRule::id,
        (name, x, y) -> {
          text(name + ", version", x.version(), y.version());
          text(name + " says", x.says(), y.says());
          text(name + ", source", x.source(), y.source());
          number(name + ", least", x.least(), y.least());
          number(name + ", days", x.days(), y.days());
        });
    items(
        "Hub",
        a.hubs(),
        b.hubs(),
        HubKind::id,
        (name, x, y) -> {
          text(name + ", title", x.title(), y.title());
          text(name + ", source", x.source(), y.source());
          text(name + ", ends", String.join(", ", x.ends()), String.join(", ", y.ends()));
          text(name + ", unless", String.join(", ", x.unless()), String.join(", ", y.unless()));
        });
  }

  private void outcomes(OutcomeRules a, OutcomeRules b) {
    number("Counts kept back below", a.small(), b.small());
    items(
        "Outcome",
        a.outcomes(),
        b.outcomes(),
        CrimeOutcome::id,
        (name, x, y) -> {
          text(name + ", code", x.code(), y.code());
          text(name + ", title", x.title(), y.title());
          text(name + ", ends", x.ends().word(), y.ends().word());
          text(name + ", suspect", x.suspect() ? "yes" : "no", y.suspect() ? "yes" : "no");
          text(name + ", from", x.from().toString(), y.from().toString());
          text(name + ", source", x.source(), y.source());
        });
    items(
        "Measure",
        a.measures(),
        b.measures(),
        Measure::id,
        (name, x, y) -> {
          text(name + ", version", x.version(), y.version());
          text(name + ", title", x.title(), y.title());
          text(name + ", against", x.against().word(), y.against().word());
          text(name + ", statute", x.statute(), y.statute());
          text(name + " says", x.says(), y.says());
          text(name + ", from", x.from().toString(), y.from().toString());
          text(name + ", source", x.source(), y.source());
        });
  }

  private void grades(Grades a, Grades b) {
    text("An action nears before its day", hours(a.actionNears()), hours(b.actionNears()));
    items("Grade of risk", a.missing(), b.missing(), Grades.Grade::id, this::grade);
    items("Grade of a case", a.cases(), b.cases(), Grades.Grade::id, this::grade);
  }

  private void grade(String name, Grades.Grade a, Grades.Grade b) {
    text(name + " says", a.says(), b.says());
    text(name + " asks", a.asks(), b.asks());
    text(name + ", source", a.source(), b.source());
  }

  private void number(String what, int a, int b) {
    text(what, Integer.toString(a), Integer.toString(b));
  }

  private void group(String name, GroupDefinition a, GroupDefinition b) {
    text(name + ", version", a.version(), b.version());
    text(name + ", title", a.title(), b.title());
    text(name + " says", a.says(), b.says());
    text(name + ", source", a.source(), b.source());
    text(name + ", suspects", Integer.toString(a.suspects()), Integer.toString(b.suspects()));
    text(name + ", children", Integer.toString(a.children()), Integer.toString(b.children()));
    text(name + ", reports", Integer.toString(a.reports()), Integer.toString(b.reports()));
    text(name + ", through", String.join(", ", a.through()), String.join(", ", b.through()));
  }

  private void area(String name, Area a, Area b) {
    text(name + ", title", a.title(), b.title());
    text(name + ", kind", a.kind(), b.kind());
    text(name + ", code", a.code().orElse("none"), b.code().orElse("none"));
    text(name + ", in", a.in().orElse("none"), b.in().orElse("none"));
    text(name + ", nation", a.nation().orElse("none"), b.nation().orElse("none"));
    text(name + ", calendar", a.calendar().orElse("none"), b.calendar().orElse("none"));
  }
}
