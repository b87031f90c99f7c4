package org.heed.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sets of words that phrases name as {@code <festival>}. */
final class WordSets {
  private static final WordSets NONE = new WordSets();

  /** By id, what a phrase that names the set stands for. */
  private final Map<String, Pattern> patterns = new HashMap<>();

  /** By every form of every member, the set that it belongs to. */
  private final Map<String, String> members = new HashMap<>();

  private final List<WordSet> sets = new ArrayList<>();

  private WordSets() {}

  static WordSets none() {
    return NONE;
  }

  /** Reads words.yaml. */
  static WordSets read(NodeReader section) {
    WordSets sets = new WordSets();
    List<Problem> repeated = new ArrayList<>();
    Uniqueness ids = new Uniqueness("set", repeated);
    for (NodeReader item : section.someItems("sets", "the set")) {
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

  /** Refuses a pattern that writes a member in place of its set. */
  void requireNoMember(String text, Pattern pattern) throws PatternException {
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
