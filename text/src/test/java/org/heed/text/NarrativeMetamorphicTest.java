package org.heed.text;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heed.rulebook.Ask;
import org.heed.rulebook.Family;
import org.heed.rulebook.PromptSample;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.RulebookLoader;
import org.heed.rulebook.Sample;
import org.heed.simulator.NarrativeSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What must not change a reading, and what must not raise it, over the rulebook's own examples and
 * simulated narratives.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NarrativeMetamorphicTest {
  private static final Path RULEBOOK = Path.of("../rulebooks/england-wales");
  private static final int NARRATIVES = 400;

  /** Somebody's given and family name before an age or a date of birth. */
  private static final Pattern NAMED =
      Pattern.compile("\\b([A-Z][a-z]+) ([A-Z][A-Za-z-]+) \\((dob |\\d)");

  /** Whom a word of origin or faith can describe. */
  private static final Pattern PERSON =
      Pattern.compile(
          "\\b(men|man|males?|wom[ae]n|females?|girls?|boys?|adults?|child(?:ren)?)\\b");

  private static final List<String> ORIGINS =
      List.of(
          "Asian",
          "Black",
          "Polish",
          "Pakistani",
          "Romanian",
          "Nigerian",
          "Chinese",
          "Irish",
          "Welsh",
          "Muslim",
          "Christian",
          "Jewish",
          "Sikh",
          "Hindu",
          "Traveller",
          "Roma",
          "British");

  private static final List<String> TOWNS =
      List.of("Dunwell", "Fernley", "Harrowick", "Eastholme", "Ellmouth");

  /** Given name, family name, nationality, faith, place and postcode. */
  private static final List<List<String>> IDENTITIES =
      List.of(
          List.of("Amy", "Reed", "British", "Christian", "Norchester", "NC1 4AB"),
          List.of("Ivo", "Lund", "Polish", "Catholic", "Westbrook", "WB20 9ZZ"),
          List.of("Sana", "Mir", "Pakistani", "Muslim", "Eastholme", "EH3 1XY"),
          List.of("Tobi", "Ade", "Nigerian", "Sikh", "Harrowick", "HA9 7QP"),
          List.of("Bao", "Tran", "Vietnamese", "Buddhist", "Ellmouth", "EL5 5EL"));

  private Reader reader = ReaderTest.example();
  private List<String> examples = List.of();
  private List<String> narratives = List.of();

  @BeforeAll
  void compile() throws Exception {
    Rulebook rulebook = RulebookLoader.load(RULEBOOK);
    reader = Reader.of(rulebook);
    examples =
        Stream.concat(
                rulebook.concepts().stream()
                    .flatMap(c -> Stream.concat(c.match().stream(), c.noMatch().stream()))
                    .map(Sample::text),
                rulebook.prompts().examples().stream().map(PromptSample::text))
            .distinct()
            .toList();
    NarrativeSource source = NarrativeSource.of(31, 0.6);
    narratives = IntStream.range(0, NARRATIVES).mapToObj(_ -> source.next()).toList();
  }

  private Reading read(String text, int age) {
    return reader.read(Narrative.of("m", text).withVictimAge(age));
  }

  private static int rank(Reading reading) {
    return reading.ask().map(ask -> ask == Ask.DECISION ? 2 : 1).orElse(0);
  }

  private void same(String text, String other) {
    Reading one = read(text, 14);
    Reading changed = read(other, 14);
    assertThat(Told.of(changed)).as(other).isEqualTo(Told.of(one));
    assertThat(Told.rules(changed)).as(other).isEqualTo(Told.rules(one));
  }

  /** Concepts that tell something and count. */
  private static Set<String> counting(Reading reading) {
    return reading.findings().stream()
        .filter(f -> f.family() != Family.AGE && f.family() != Family.OTHER)
        .filter(f -> !f.negated() && !f.hypothetical())
        .map(Finding::concept)
        .collect(toSet());
  }

  private List<String> all() {
    List<String> all = new ArrayList<>(examples);
    all.addAll(narratives);
    return all;
  }

  /** A narrative in which everybody of whom an age is given is somebody else from elsewhere. */
  private static String as(List<String> identity, String text) {
    String changed = text;
    Matcher named = NAMED.matcher(text);
    while (named.find()) {
      changed =
          changed
              .replaceAll("\\b" + named.group(1) + "\\b", identity.get(0))
              .replaceAll("\\b" + named.group(2) + "\\b", identity.get(1));
    }
    for (String town : TOWNS) {
      changed = changed.replace(town, identity.get(4));
    }
    return changed
        + String.format(
            " %s %s is %s and %s, of %s, %s.",
            identity.get(0),
            identity.get(1),
            identity.get(2),
            identity.get(3),
            identity.get(4),
            identity.get(5));
  }

  @Test
  void namesNationalitiesFaithsAndPlaces_changeNothing() {
    for (String text : all()) {
      String first = as(IDENTITIES.getFirst(), text);
      IDENTITIES.forEach(identity -> same(first, as(identity, text)));
    }
  }

  @Test
  void wordsOfOriginAndFaith_beforeThoseTheyDescribe_makeNoDifference() {
    int described = 0;
    for (String text : all()) {
      if (PERSON.matcher(text).find()) {
        described++;
        String first = PERSON.matcher(text).replaceAll("white $1");
        for (String word : ORIGINS) {
          same(first, PERSON.matcher(text).replaceAll(word + " $1"));
        }
      }
    }
    assertThat(described).isGreaterThan(500);
  }

  @Test
  void caseAndSpacing_changeNothing() {
    for (String text : all()) {
      same(text, text.toUpperCase(Locale.ROOT));
      same(text, text.toLowerCase(Locale.ROOT));
      if (!text.contains("\n")) {
        same(text, text.replace(" ", "  "));
        same(text, text.replace(" ", "\t"));
        same(text, "  " + text + "\n");
      }
    }
  }

  /** Wrapped into lines of a width, wherever a line can be told from one that ends. */
  private static String wrapped(String text, int width) {
    StringBuilder out = new StringBuilder(text);
    int line = 0;
    for (int i = 1; i + 1 < text.length(); i++) {
      boolean goesOn =
          Character.isLowerCase(text.charAt(i + 1)) && ".:!?".indexOf(text.charAt(i - 1)) < 0;
      if (text.charAt(i) == ' ' && i - line >= width && goesOn) {
        out.setCharAt(i, '\n');
        line = i + 1;
      }
    }
    return out.toString();
  }

  @Test
  void wrappedLines_changeNothing() {
    int changed = 0;
    for (String text : all()) {
      if (!text.contains("\n") && Character.isUpperCase(text.charAt(0))) {
        for (int width : new int[] {20, 33, 50, 72}) {
          String lines = wrapped(text, width);
          changed += lines.equals(text) ? 0 : 1;
          same(text, lines);
        }
      }
    }
    assertThat(changed).isGreaterThan(1_000);
  }

  @Test
  void unrelatedParagraphs_changeNothing() {
    String unrelated = "The vehicle was recovered and the owner was told by letter.";
    assertThat(read(unrelated, 14).findings()).isEmpty();
    for (String text : all()) {
      same(text, unrelated + "\n\n" + text);
      same(text, text + "\n\n" + unrelated);
    }
  }

  @Test
  void orderOfParagraphs_changesNothing() {
    for (int i = 1; i < narratives.size(); i++) {
      String one = narratives.get(i - 1);
      String other = narratives.get(i);
      Reading first = read(one + "\n\n" + other, 14);
      Reading second = read(other + "\n\n" + one, 14);
      assertThat(Told.of(second)).as(one).containsExactlyInAnyOrderElementsOf(Told.of(first));
      assertThat(Told.rules(second)).as(one).isEqualTo(Told.rules(first));
    }
  }

  @Test
  void denyingSupposingOrExercising_raisesNothing() {
    List<UnaryOperator<String>> weaker =
        List.of(
            text -> "It is not true that " + text,
            text -> "If " + text,
            text -> "Training scenario: " + text);
    for (String text : examples) {
      Reading plain = read(text, 14);
      for (UnaryOperator<String> with : weaker) {
        Reading changed = read(with.apply(text), 14);
        // “If” and “not” may be the words of another concept; what the text had must not rise.
        Set<String> had = plain.findings().stream().map(Finding::concept).collect(toSet());
        assertThat(counting(changed).stream().filter(had::contains))
            .as(with.apply(text))
            .isSubsetOf(counting(plain));
        assertThat(rank(changed)).as(with.apply(text)).isLessThanOrEqualTo(rank(plain));
      }
    }
  }

  @Test
  void denialSilenceAndWithdrawal_cancelNothing() {
    for (String text : all()) {
      Reading plain = read(text, 14);
      for (String after :
          List.of(
              "She denies it.",
              "He did not want to say anything.",
              "She has since withdrawn her statement.")) {
        Reading changed = read(text + "\n\n" + after, 14);
        assertThat(Told.of(changed)).as(text + after).containsAll(Told.of(plain));
        assertThat(rank(changed)).as(text + after).isGreaterThanOrEqualTo(rank(plain));
      }
    }
    assertThat(read("She has since withdrawn her statement.", 14).findings())
        .extracting(Finding::concept)
        .contains("disclosure-withdrawn");
  }

  /** What is asked by rules that are not of adults alone, who may tell of their childhood. */
  private int rankOfChildren(Reading reading) {
    return reading.reasons().stream()
        .filter(reason ->
            reader.rulebook().prompts().rules().stream()
                .noneMatch(rule ->
                    rule.id().equals(reason.rule())
                        && rule.written().startsWith("victim_age >= 18 and ")))
        .mapToInt(reason -> reason.ask() == Ask.DECISION ? 2 : 1)
        .max()
        .orElse(0);
  }

  @Test
  void fourteenToTwentyFour_raisesNothing() {
    int lowered = 0;
    for (String text : all()) {
      int child = rank(read(text, 14));
      int adult = rankOfChildren(read(text, 24));
      assertThat(adult).as(text).isLessThanOrEqualTo(child);
      lowered += adult < child ? 1 : 0;
    }
    assertThat(lowered).isGreaterThan(100);
  }
}
