package org.heed.server.sharing.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.heed.server.referral.Basis;
import org.heed.server.sharing.Handling;
import org.heed.server.sharing.NewPack;
import org.heed.server.sharing.Offered;
import org.heed.server.sharing.PackItem;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What somebody chose to share, as typed.
 *
 * @param agencies who sees it
 * @param handling the codes of how it has to be handled
 * @param items the keys of what is in it
 * @param out the sentences left out, each as the key of its item, a dot and its number
 */
public record PackForm(
    Typed typed, Set<String> agencies, Set<String> handling, Set<String> items, Set<String> out) {
  /** Fields that are one text each, in the order of the form. */
  public static final List<String> TEXTS =
      List.of("purpose", "meeting", "basis", "basis-reason", "conditions", "until");

  private static final Set<String> SEVERAL = Set.of("agency", "handling", "item", "out");

  public PackForm {
    agencies = Set.copyOf(agencies);
    handling = Set.copyOf(handling);
    items = Set.copyOf(items);
    out = Set.copyOf(out);
  }

  static PackForm of(MultiValueMap<String, String> sent) {
    return new PackForm(
        new Typed(sent.toSingleValueMap()),
        Set.copyOf(sent.getOrDefault("agency", List.of())),
        Set.copyOf(sent.getOrDefault("handling", List.of())),
        Set.copyOf(sent.getOrDefault("item", List.of())),
        Set.copyOf(sent.getOrDefault("out", List.of())));
  }

  static PackForm empty() {
    return of(new LinkedMultiValueMap<>());
  }

  /** As kept while somebody typed: what may be chosen several times stands in one line. */
  static PackForm kept(Map<String, String> fields) {
    MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
    fields.forEach((name, value) ->
        sent.addAll(name, SEVERAL.contains(name) ? value.lines().toList() : List.of(value)));
    return of(sent);
  }

  /** The fields as they are kept while somebody types. */
  static Map<String, String> kept(MultiValueMap<String, String> sent) {
    Map<String, String> fields = new HashMap<>();
    sent.forEach((name, values) -> fields.put(name, String.join("\n", values)));
    return fields;
  }

  /** The same with these sentences left out. */
  PackForm leavingOut(Set<String> sentences) {
    return new PackForm(typed, agencies, handling, items, sentences);
  }

  FormErrors errors(Set<String> partners, Set<String> meetings, List<Offered> offered) {
    FormErrors errors = FormErrors.none();
    if (agencies.isEmpty() || !partners.containsAll(agencies)) {
      errors = errors.and("agency", "Select the agencies that see it");
    }
    errors = typed.required(errors, "purpose", "Enter what they need it for");
    if (!typed.get("meeting").isEmpty() && !meetings.contains(typed.get("meeting"))) {
      errors = errors.and("meeting", "Select a meeting from the list");
    }
    if (Basis.find(typed.get("basis")).isEmpty()) {
      errors = errors.and("basis", "Select what makes sharing lawful");
    }
    errors = typed.required(errors, "basis-reason", "Enter why that makes sharing lawful here");
    errors = typed.required(errors, "conditions", "Enter how it has to be handled");
    if (handling.stream().anyMatch(one -> Handling.find(one).isEmpty())) {
      errors = errors.and("handling", "Select how it has to be handled from the list");
    }
    if (until().isEmpty()) {
      errors = errors.and("until", "Enter the last day on which they see it");
    }
    if (chosen(offered).isEmpty()) {
      errors = errors.and("item", "Select what is shared");
    }
    return errors;
  }

  /** What is in it, in the order in which it is offered. */
  List<Offered> chosen(List<Offered> offered) {
    return offered.stream().filter(one -> items.contains(one.key())).toList();
  }

  /** The numbers of the sentences of one of them that are left out. */
  Set<Integer> outOf(Offered one) {
    return IntStream.range(0, one.sentences().size())
        .filter(number -> out.contains(one.key() + "." + number))
        .boxed()
        .collect(Collectors.toSet());
  }

  NewPack pack(List<Offered> offered) {
    List<PackItem> made = chosen(offered).stream().map(one -> one.without(outOf(one))).toList();
    return new NewPack(
        agencies.stream().sorted().toList(),
        meeting(),
        typed.get("purpose"),
        Basis.find(typed.get("basis")).orElseThrow(),
        typed.get("basis-reason"),
        handling.stream().flatMap(one -> Handling.find(one).stream()).collect(Collectors.toSet()),
        typed.get("conditions"),
        until().orElseThrow(),
        made);
  }

  private Optional<LocalDate> until() {
    try {
      return Optional.ofNullable(typed.text("until")).map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private @Nullable UUID meeting() {
    return Optional.ofNullable(typed.text("meeting")).map(UUID::fromString).orElse(null);
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "PackForm[" + items.size() + "]";
  }
}
