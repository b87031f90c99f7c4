package org.heed.server.inspection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.heed.rulebook.ProtectionArea;
import org.jspecify.annotations.Nullable;

/**
 * Areas of child protection that cases are put into strata by, as a rulebook had them when a sample
 * was planned: they are kept with it, whatever rulebooks say later.
 *
 * @param areas in the order in which the first that a case's record shows is its stratum
 */
public record Protection(List<Area> areas) {
  /** Of samples that are put into other strata. */
  static final Protection NONE = new Protection(List.of());

  public Protection {
    areas = List.copyOf(areas);
  }

  /**
   * An area.
   *
   * @param facts that show it, any of these: a kind, a slash, a code
   */
  public record Area(String id, String title, List<String> facts) {
    public Area {
      facts = List.copyOf(facts);
    }
  }

  static Protection of(List<ProtectionArea> areas) {
    return new Protection(
        areas.stream()
            .map(area ->
                new Area(
                    area.id(),
                    area.title(),
                    area.shown().stream()
                        .map(one -> one.kind().word() + "/" + one.code())
                        .toList()))
            .toList());
  }

  boolean isEmpty() {
    return areas.isEmpty();
  }

  /** An area in words; of one that is not kept, those of its id. */
  String title(String id) {
    return areas.stream()
        .filter(one -> one.id().equals(id))
        .map(Area::title)
        .findFirst()
        .orElseGet(
            () -> id.substring(0, 1).toUpperCase(Locale.UK) + id.substring(1).replace('-', ' '));
  }

  /** Ids, one for each fact; beside {@link #facts}. */
  String[] ids() {
    return areas.stream()
        .flatMap(area -> area.facts().stream().map(_ -> area.id()))
        .toArray(String[]::new);
  }

  /** What shows them, in their order. */
  String[] facts() {
    return areas.stream().flatMap(area -> area.facts().stream()).toArray(String[]::new);
  }

  /** In one line: what shows each. */
  String said() {
    return areas.stream()
        .map(one -> one.id() + ": " + String.join(" ", one.facts()))
        .collect(Collectors.joining("; "));
  }

  /** As it is kept: a line each; null where there are none. */
  @Nullable String lines() {
    return areas.isEmpty()
        ? null
        : areas.stream()
            .map(one ->
                one.id()
                    + "\t"
                    + one.title().replaceAll("\\s+", " ")
                    + "\t"
                    + String.join(",", one.facts())
                    + "\n")
            .collect(Collectors.joining());
  }

  static Protection parse(@Nullable String lines) {
    List<Area> areas = new ArrayList<>();
    if (lines != null) {
      for (String line : lines.lines().toList()) {
        String[] cells = line.split("\t", -1);
        areas.add(new Area(cells[0], cells[1], Arrays.asList(cells[2].split(",", -1))));
      }
    }
    return new Protection(areas);
  }
}
