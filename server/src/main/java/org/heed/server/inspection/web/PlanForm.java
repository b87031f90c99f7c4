package org.heed.server.inspection.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.heed.figures.Interval;
import org.heed.figures.sampling.Allocation;
import org.heed.figures.sampling.SampleSize;
import org.heed.server.inspection.NewInspection;
import org.heed.server.inspection.Part;
import org.heed.server.inspection.StrataBy;
import org.heed.server.store.Coded;
import org.heed.server.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * The form of a plan, as typed.
 *
 * @param typed by field; the parts together in one, separated by commas
 */
record PlanForm(Map<String, String> typed) {
  private static final int WIDEST = 50;

  PlanForm {
    typed = Map.copyOf(typed);
  }

  /** With all the parts that were ticked. */
  static PlanForm of(Map<String, String> typed, List<String> parts) {
    Map<String, String> all = new LinkedHashMap<>(typed);
    all.put("part", String.join(",", parts));
    return new PlanForm(all);
  }

  private String get(String field) {
    return typed.getOrDefault(field, "").strip();
  }

  /** What is wrong with what the frame is asked by. */
  FormErrors errors() {
    FormErrors errors = FormErrors.none();
    if (get("title").isEmpty()) {
      errors = errors.and("title", "Enter what the inspection is called");
    }
    if (day("since").isEmpty()) {
      errors = errors.and("since", "Enter the first day on which the cases were opened");
    }
    if (day("until").isEmpty()) {
      errors = errors.and("until", "Enter the last day on which the cases were opened");
    }
    if (isForChange()) {
      if (percent("from").isEmpty()) {
        errors = errors.and("from", "Enter the share before, from 1 to 99");
      }
      if (percent("to").isEmpty() || percent("to").equals(percent("from"))) {
        errors = errors.and("to", "Enter another share, from 1 to 99");
      }
      if (percent("power").filter(power -> power >= 0.5).isEmpty()) {
        errors = errors.and("power", "Enter the power from 50 to 99");
      }
    } else if (halfWidth().isEmpty()) {
      errors = errors.and("precision", "Enter the precision in points from 1 to " + WIDEST);
    }
    if (parts().isEmpty()) {
      errors = errors.and("part", "Select who grades each case");
    }
    return errors;
  }

  Optional<LocalDate> day(String field) {
    try {
      return Optional.of(LocalDate.parse(get(field)))
          .filter(day -> day.getYear() > 1900 && day.getYear() < 3000);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  @Nullable String area() {
    return get("area").isEmpty() ? null : get("area");
  }

  StrataBy strata() {
    return Coded.find(StrataBy.values(), get("strata")).orElse(StrataBy.NOTHING);
  }

  Set<Part> parts() {
    EnumSet<Part> parts = EnumSet.noneOf(Part.class);
    for (Part part : Part.values()) {
      if (List.of(get("part").split(",")).contains(part.code())) {
        parts.add(part);
      }
    }
    return parts;
  }

  private Optional<Double> halfWidth() {
    return get("precision").matches("[0-9]{1,2}")
        ? Optional.of(Integer.parseInt(get("precision")))
            .filter(points -> points >= 1 && points <= WIDEST)
            .map(points -> points / 100.0)
        : Optional.empty();
  }

  /** Whether the sample is for finding a change rather than for telling a share. */
  boolean isForChange() {
    return get("purpose").equals("change");
  }

  /** Whether it is to be shared out by how much cases differed before. */
  boolean isByDifference() {
    return get("allocation").equals("neyman");
  }

  private Optional<Double> percent(String field) {
    return get(field).matches("[0-9]{1,2}")
        ? Optional.of(Integer.parseInt(get(field)))
            .filter(share -> share >= 1)
            .map(share -> share / 100.0)
        : Optional.empty();
  }

  /** How many cases the precision or the power takes of a frame that has some. */
  int size(SortedMap<String, Integer> strata) {
    int population = strata.values().stream().mapToInt(Integer::intValue).sum();
    return isForChange()
        ? SampleSize.forChange(
            population,
            percent("from").orElseThrow(),
            percent("to").orElseThrow(),
            Interval.USUAL_LEVEL,
            percent("power").orElseThrow())
        : SampleSize.forHalfWidth(population, 0.5, halfWidth().orElseThrow(), Interval.USUAL_LEVEL);
  }

  /** That size shared out over strata by how large these are. */
  Map<String, Integer> proportional(SortedMap<String, Integer> strata) {
    if (strata.isEmpty()) {
      return Map.of();
    }
    List<Integer> shared = Allocation.proportional(size(strata), List.copyOf(strata.values()));
    Map<String, Integer> sizes = new LinkedHashMap<>();
    int i = 0;
    for (String name : strata.keySet()) {
      sizes.put(name, shared.get(i++));
    }
    return sizes;
  }

  /** The sizes typed; empty where one is none. */
  Optional<Map<String, Integer>> sizes(SortedMap<String, Integer> strata) {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    for (Map.Entry<String, Integer> one : strata.entrySet()) {
      String size = get(PlanPage.field(one.getKey()));
      if (!size.matches("[0-9]{1,4}") || Integer.parseInt(size) > one.getValue()) {
        return Optional.empty();
      }
      sizes.put(one.getKey(), Integer.parseInt(size));
    }
    return sizes.values().stream().anyMatch(size -> size > 0)
        ? Optional.of(sizes)
        : Optional.empty();
  }

  NewInspection wanted(Map<String, Integer> sizes) {
    return new NewInspection(
        get("title"),
        get("criteria"),
        area(),
        day("since").orElseThrow(),
        day("until").orElseThrow(),
        strata(),
        parts(),
        sizes);
  }
}
