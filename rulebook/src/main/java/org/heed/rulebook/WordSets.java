package org.heed.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sets of words that phrases name as {@code <festival>}, and the pairs of which a list of
 * alternatives holds both sides or neither, such as mum and dad.
 */
final class WordSets {
  private static final WordSets NONE = new WordSets();

  /** By id, what a phrase that names the set stands for. */
  private final Map<String, Pattern> patterns = new HashMap<>();

  /** By every form of every member, the set that it belongs to. */
  private final Map<String, String> members = new HashMap<>();

  private final List<WordSet> sets = new ArrayList<>();

  private final List<Pair> pairs = new ArrayList<>();

  /** Words of one kind for one sex and for the other; any of a side will do. */
  private record Pair(List<String> one, List<String> other) {}

  private WordSets() {}

  static WordSets none() {
    return NONE;
  }

  /** Reads words.yaml. */
  static WordSets read(NodeReader section) {
    WordSets sets = new WordSets();
    List<Problem> repeated = new ArrayList<>();
    Uniqueness ids = new Uniqueness("set", repeated);
    for (NodeReader item : section.items("sets", "the set")) {
      WordSet set =
          new WordSet(
              item.id(),
              item.text("title"),
              item.text("source"),
              item.someTexts("words"),
              item.at());
      item.finish();
      ids.add(set.id(), set.at());
      sets.add(set, item);
    }
    repeated.forEach(p -> section.problem(p.at(), p.what(), p.cure()));
    section.texts("pairs").forEach(pair -> sets.addPair(pair, section));
    section.finish();
    return sets;
  }

  private void add(WordSet set, NodeReader item) {
    List<Pattern> options = new ArrayList<>();
    for (Sample word : set.words()) {
      try {
        Pattern pattern = PatternParser.parse(word.text(), NONE);
        for (String form : forms(word, pattern)) {
          String other = members.putIfAbsent(form, set.id());
          if (other != null) {
            item.problem(
                word.at(),
                "“" + form + "” is a member of the set “" + other + "” already",
                "Leave it in one of them");
          }
        }
        options.add(pattern);
      } catch (PatternException e) {
        item.problem(word.at(), e.what(), e.cure());
      }
    }
    if (!options.isEmpty()) {
      patterns.put(set.id(), new Pattern.Choice(options));
    }
    sets.add(set);
  }

  private void addPair(Sample text, NodeReader section) {
    String[] sides = text.text().split(" ");
    if (text.text().matches("[a-z]+(/[a-z]+)* [a-z]+(/[a-z]+)*")) {
      pairs.add(new Pair(List.of(sides[0].split("/")), List.of(sides[1].split("/"))));
    } else {
      section.problem(
          text.at(),
          "“" + text.text() + "” is not a pair",
          "Write one word for each side, as “mum dad”, or several as “grandad gran/nan”");
    }
  }

  private static List<String> forms(Sample word, Pattern pattern) throws PatternException {
    if (!word.text().matches("[a-zA-Z0-9 ]+~?")) {
      throw new PatternException(
          "the member “" + word.text() + "” is more than words",
          "Write each member as words, with ~ behind the last if it is inflected");
    }
    return Variants.expand(List.of(pattern)).stream()
        .map(form -> form.stream().map(WordSets::text).collect(Collectors.joining(" ")))
        .toList();
  }

  private static String text(Pattern part) {
    return part instanceof Pattern.Word word ? word.text() : "";
  }

  List<WordSet> list() {
    return List.copyOf(sets);
  }

  Optional<Pattern> find(String id) {
    return Optional.ofNullable(patterns.get(id));
  }

  /** The cure for a name that no set has. */
  String didYouMean(String id) {
    return DidYouMean.cure(id, patterns.keySet(), "Use the id of a set of words.yaml");
  }

  /** Refuses a pattern that writes a member in place of its set, or one side of a pair alone. */
  void check(String text, Pattern pattern) throws PatternException {
    requireNoMember(text, pattern);
    requireBothSides(text, pattern);
  }

  private void requireBothSides(String text, Pattern pattern) throws PatternException {
    switch (pattern) {
      case Pattern.Choice choice -> {
        Set<String> words = new HashSet<>();
        for (Pattern option : choice.options()) {
          if (option instanceof Pattern.Word word) {
            words.add(word.text());
          } else if (option instanceof Pattern.Inflected word) {
            words.add(word.text());
          }
          requireBothSides(text, option);
        }
        for (Pair pair : pairs) {
          refuseOneSide(text, words, pair.one(), pair.other());
          refuseOneSide(text, words, pair.other(), pair.one());
        }
      }
      case Pattern.Sequence sequence -> {
        for (Pattern part : sequence.parts()) {
          requireBothSides(text, part);
        }
      }
      case Pattern.Maybe maybe -> requireBothSides(text, maybe.part());
      case Pattern.Word _, Pattern.Inflected _, Pattern.Numeral _, Pattern.Gap _ -> {}
    }
  }

  private static void refuseOneSide(
      String text, Set<String> words, List<String> there, List<String> missing)
      throws PatternException {
    Optional<String> one = there.stream().filter(words::contains).findFirst();
    if (one.isPresent() && missing.stream().noneMatch(words::contains)) {
      throw new PatternException(
          "“" + text + "” holds “" + one.get() + "” without " + String.join(" or ", missing),
          "Add “" + missing.getFirst() + "” beside it");
    }
  }

  private void requireNoMember(String text, Pattern pattern) throws PatternException {
    if (members.isEmpty() || patterns.containsValue(pattern)) {
      return;
    }
    switch (pattern) {
      case Pattern.Word word -> refuse(text, word.text());
      case Pattern.Inflected word -> refuse(text, word.text());
      case Pattern.Choice choice -> {
        for (Pattern option : choice.options()) {
          requireNoMember(text, option);
        }
      }
      case Pattern.Maybe maybe -> requireNoMember(text, maybe.part());
      case Pattern.Sequence sequence -> {
        for (int from = 0; from < sequence.parts().size(); from++) {
          requireNoMember(text, sequence.parts().get(from));
          List<String> run = new ArrayList<>();
          for (Pattern part : sequence.parts().subList(from, sequence.parts().size())) {
            if (!(part instanceof Pattern.Word word)) {
              break;
            }
            run.add(word.text());
            refuse(text, String.join(" ", run));
          }
        }
      }
      case Pattern.Numeral _, Pattern.Gap _ -> {}
    }
  }

  private void refuse(String text, String words) throws PatternException {
    String set = members.get(words);
    if (set != null) {
      throw new PatternException(
          "“" + text + "” writes “" + words + "” without the others of its set",
          "Write <" + set + "> in its place, or take it out of the set in words.yaml");
    }
  }
}
