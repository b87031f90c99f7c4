package org.heed.server.disclosure.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.heed.server.disclosure.CasePapers;
import org.heed.server.disclosure.GapReason;
import org.heed.server.disclosure.Redactor;
import org.heed.server.sharing.Offered;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Typed;
import org.springframework.util.MultiValueMap;

/**
 * What somebody chose for a pack, as typed.
 *
 * @param items the keys of what is in it
 * @param out the sentences that are redacted, each as the key of its item, a dot and its number
 */
public record CasePackForm(Typed typed, Set<String> items, Set<String> out) {
  private static final int SHORTEST = 2;

  public CasePackForm {
    items = Set.copyOf(items);
    out = Set.copyOf(out);
  }

  static CasePackForm of(MultiValueMap<String, String> sent) {
    return new CasePackForm(
        new Typed(sent.toSingleValueMap()),
        Set.copyOf(sent.getOrDefault("item", List.of())),
        Set.copyOf(sent.getOrDefault("out", List.of())));
  }

  /** Everything, whole. */
  static CasePackForm all(List<Offered> offered) {
    return new CasePackForm(
        new Typed(Map.of()),
        offered.stream().map(Offered::key).collect(Collectors.toSet()),
        Set.of());
  }

  FormErrors errors(List<Offered> offered) {
    FormErrors errors = typed.required(FormErrors.none(), "purpose", "Enter what the pack is for");
    List<Offered> chosen = offered.stream().filter(one -> items.contains(one.key())).toList();
    if (chosen.isEmpty()) {
      errors = errors.and("item", "Select what is in the pack");
    } else if (chosen.size() < items.size()) {
      errors = errors.and("item", "Something chosen was changed meanwhile: choose again");
    }
    for (Offered one : chosen) {
      if (!outOf(one).isEmpty() && reason(one).isEmpty()) {
        errors = errors.and("reason-" + one.key(), "Select why these sentences are redacted");
      }
    }
    if (!words().isEmpty() && GapReason.find(typed.get("words-reason")).isEmpty()) {
      errors = errors.and("words-reason", "Select why these words are redacted");
    }
    if (words().stream().anyMatch(word -> word.length() < SHORTEST)) {
      errors = errors.and("words", "Enter words of two letters or more, one a line");
    }
    return errors;
  }

  private Set<String> words() {
    return typed
        .get("words")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Why sentences of something are redacted. */
  Optional<GapReason> reason(Offered one) {
    return GapReason.find(typed.get("reason-" + one.key()));
  }

  private Set<Integer> outOf(Offered one) {
    return IntStream.range(0, one.sentences().size())
        .filter(number -> out.contains(one.key() + "." + number))
        .boxed()
        .collect(Collectors.toSet());
  }

  CasePapers.NewPack pack(List<Offered> offered) {
    GapReason why = GapReason.find(typed.get("words-reason")).orElse(GapReason.NOT_NEEDED);
    return new CasePapers.NewPack(
        typed.get("purpose"),
        offered.stream()
            .filter(one -> items.contains(one.key()))
            .map(one ->
                new CasePapers.Chosen(one, outOf(one), reason(one).orElse(GapReason.NOT_NEEDED)))
            .toList(),
        words().stream().map(word -> Redactor.Phrase.of(word, why)).toList());
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "CasePackForm[" + items.size() + "]";
  }
}
