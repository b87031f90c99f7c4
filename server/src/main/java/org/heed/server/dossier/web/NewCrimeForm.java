package org.heed.server.dossier.web;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.heed.server.crime.Crimes;
import org.heed.server.crime.Grounded;
import org.springframework.util.MultiValueMap;

/**
 * What was typed to record a crime.
 *
 * @param ground why it is not confirmed, for what is kept apart
 */
record NewCrimeForm(
    List<String> victims,
    List<String> suspects,
    List<String> offences,
    String reason,
    String ground) {
  /** Fields for offences. */
  static final List<String> FIELDS = List.of("offence-1", "offence-2", "offence-3");

  static final NewCrimeForm EMPTY = new NewCrimeForm(List.of(), List.of(), List.of(), "", "");

  NewCrimeForm {
    victims = List.copyOf(victims);
    suspects = List.copyOf(suspects);
    offences = List.copyOf(offences);
  }

  static NewCrimeForm of(MultiValueMap<String, String> typed) {
    return new NewCrimeForm(
        List.copyOf(new TreeSet<>(typed.getOrDefault("victim", List.of()))),
        List.copyOf(new TreeSet<>(typed.getOrDefault("suspect", List.of()))),
        FIELDS.stream()
            .map(typed::getFirst)
            .filter(Objects::nonNull)
            .filter(code -> !code.isBlank())
            .toList(),
        Objects.requireNonNullElse(typed.getFirst("reason"), "").strip(),
        Objects.requireNonNullElse(typed.getFirst("ground"), ""));
  }

  /** Without people who cannot be meant. */
  NewCrimeForm withIds(Predicate<String> isId) {
    return new NewCrimeForm(
        victims.stream().filter(isId).toList(),
        suspects.stream().filter(isId).toList(),
        offences,
        reason,
        ground);
  }

  Crimes.Committed said() {
    return new Crimes.Committed(
        victims.stream().map(UUID::fromString).toList(),
        suspects.stream().map(UUID::fromString).toList(),
        offences,
        reason,
        Grounded.on(ground));
  }

  /** What is explained, to see whether the form was changed after it. */
  String explained() {
    return String.join(",", victims)
        + "/"
        + String.join(",", suspects)
        + "/"
        + String.join(",", offences);
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "NewCrimeForm[hidden]";
  }
}
