package org.heed.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.heed.rulebook.ContextSample;
import org.heed.rulebook.PromptSample;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.RulebookLoader;
import org.heed.rulebook.Sample;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What a child, a grown-up or a street is called changes nothing that is read: names that are words
 * too are put where any name stands, in notes of all kinds and in the rulebook's own examples.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NameSwapTest {
  private static final String PLAIN = "Keziah";

  /** Names of people that mean something else besides. */
  private static final List<String> NAMES =
      """
      Will May Guy Grace Hope Faith Chase Mark Rob Drew Dean Hunter Sunny Angel Summer April June Iris
      Rose Christian Abbey Bishop Joy Patience Pat Bill Jack Rich Frank Grant Lance Miles Norm Ray Stew
      Wade Dawn Sandy Gene Dale Victor Penny Ruby Crystal Sky Star Storm Major King Prince Duke Earl
      Baker Cook Carter Warren Basil Max Carol Holly Ivy Daisy Heather Art Don Ken Josh Randy Van
      Chance Destiny Mercy Trinity Love Melody Harmony Justice Buddy Sid Kitty Pearl Amber Ginger Nick
      Bella Robin Jay Martin Wren Clay Heath Ash Reed Glen Cliff Brook Forest Jasmine Sienna Paris
      London Chelsea Florence Georgia India Kenya Jordan Austin Sydney Case Lane Mason Porter Archer
      Bailey Page Piper Skye Sage Coral Fern Olive Poppy Violet Noel Barry Gale Ty Bobby Curtis\
      """
          .lines()
          .flatMap(line -> Stream.of(line.strip().split(" ")))
          .toList();

  private static final List<String> NOTES =
      List.of(
          "{} was reported missing overnight from care.",
          "{} is 14 and was found at a hotel with two older men.",
          "{} has an older boyfriend who gave her a phone.",
          "{} said a man gave him money.",
          "{} says that {} was touched by a man.",
          "{} aged 14 was collected by an older man in a car.",
          "{} stated she was given drugs at the flat.",
          "Mum told {} to stay away from the older men who gave her alcohol.",
          "Mum of {} reports that she was sexually abused by her cousin.",
          "{}'s mum found a second phone.",
          "Spoke to {} at school. He is scared of the man who bought him trainers.",
          "Officers found {} in a car with an unknown man.",
          "{} came back with new trainers and cash.",
          "{} and her friend were picked up by a man outside school.",
          "She was with {} at the flat, where a man gave them cannabis.",
          "She met {} online and sent him pictures.",
          "An older man called {} picks her up and gives her vapes.",
          "{} had been at a party with adults and was crying.",
          "Reported by {}: she was missing overnight.",
          "The girl and {} were seen getting into a taxi.",
          "{} did not come home. {} was located at the address of a man aged 30.",
          "Child's name is {}. Collected by an unknown man in a car.",
          "{} gave her alcohol and asked her for pictures.",
          "She is frightened of {} and owes him money.",
          "{}, 15, was in bed with a man of 32.",
          "{} (15) told staff that he was groomed by an older man.",
          "{} went to the hotel with a man she met online.",
          "{} ran away from home and was driven by a man to a flat.",
          "Went missing with {} from the placement overnight.",
          "Her friend {} is being sexually exploited.",
          "Threatened by {} that images would be shared.",
          "Ask {} about the hotel. She was found there with two men.");

  private static final List<String> STREETS =
      List.of(
          "Church Street",
          "Bishop Road",
          "Abbey Lane",
          "Temple Close",
          "Priory Avenue",
          "Mosque Street",
          "Chapel Row",
          "Convent Gardens",
          "College Green",
          "School Lane",
          "Park Lane",
          "Vicarage Road",
          "Hotel Street",
          "Rectory Drive",
          "Monk Bridge Road",
          "Cathedral View",
          "Station Road",
          "Academy Way",
          "Synagogue Lane",
          "Parish Street",
          "Hospital Road",
          "Court Close",
          "Nursery Walk",
          "Castle Hill",
          "Priest Street",
          "Nun Street",
          "Market Street",
          "Factory Lane",
          "Coach Road",
          "Bridge Street");

  private static final List<String> AT_STREETS =
      List.of(
          "She was found on {} with two older men who gave her alcohol.",
          "He was collected from {} by a man in a car.",
          "A man at 12 {} gave the boy money and she was crying.",
          "Missing overnight. Located at {} with an unknown man.",
          "She lives in {} with her mum and has an older boyfriend who gives her vapes.",
          "Girl of 14 sexually abused by a man at an address in {}.");

  /** Places of one word to four. */
  private static final List<String> PLACES =
      List.of(
          "Ottery",
          "Stoke on Trent",
          "Kingston upon Hull",
          "Hemel Hempstead",
          "Newcastle",
          "Bishop Auckland",
          "Temple Newsam",
          "Church Stretton",
          "Abbey Wood",
          "Parkside",
          "Station Town",
          "Wells next the Sea",
          "Milton Keynes",
          "Chapel Allerton");

  private Rulebook rulebook = ReaderTest.example().rulebook();
  private Reader reader = ReaderTest.example();

  @BeforeAll
  void load() throws Exception {
    rulebook = RulebookLoader.load(Path.of("../rulebooks/england-wales"));
    reader = Reader.of(rulebook);
  }

  private record Heard(List<Told> told, List<String> rules) {}

  private Heard heard(String text) {
    Reading reading = reader.read(Narrative.of("n", text).withVictimAge(14));
    return new Heard(Told.of(reading), Told.rules(reading));
  }

  /** By name, the texts that it changes. */
  private Map<String, List<String>> changed(List<String> texts, List<String> names, String plain) {
    Map<String, List<String>> changed = new TreeMap<>();
    for (String text : texts) {
      Heard as = heard(text.replace("{}", plain));
      for (String name : names) {
        String other = text.replace("{}", name);
        if (!heard(other).equals(as)) {
          changed.computeIfAbsent(name, _ -> new ArrayList<>()).add(other);
        }
      }
    }
    return changed;
  }

  @Test
  void namesThatAreWords_changeNothing() {
    assertThat(changed(NOTES, NAMES, PLAIN)).isEmpty();
  }

  @Test
  void streets_changeNothing() {
    assertThat(changed(AT_STREETS, STREETS, "Ottery Street")).isEmpty();
  }

  @Test
  void places_changeNothing() {
    List<String> notes = AT_STREETS.stream().filter(note -> !note.contains("12 {}")).toList();
    assertThat(changed(notes, PLACES, "Leeds")).isEmpty();
  }

  @Test
  void namesInTheExamplesOfTheRulebook_changeNothing() {
    Pattern pronoun = Pattern.compile("^(She|He|The (?:girl|boy|child)) (?!Guides)");
    List<String> texts =
        Stream.of(
                rulebook.concepts().stream().flatMap(c -> c.match().stream()).map(Sample::text),
                rulebook.context().examples().stream().map(ContextSample::text),
                rulebook.prompts().examples().stream().map(PromptSample::text))
            .flatMap(s -> s)
            .distinct()
            .map(pronoun::matcher)
            .filter(Matcher::find)
            .map(m -> m.replaceFirst("{} "))
            .toList();
    assertThat(texts).hasSizeGreaterThan(300);
    assertThat(changed(texts, NAMES, PLAIN)).isEmpty();
  }
}
