package org.heed.server.recording.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.heed.figures.Interval;
import org.heed.figures.sampling.Allocation;
import org.heed.figures.sampling.SampleSize;
import org.heed.server.recording.AuditStrata;
import org.heed.server.recording.NewRecordingAudit;
import org.heed.server.store.Coded;
import org.heed.server.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** The form of an audit's plan, as typed. */
record AuditPlanForm(Map<String, String> typed) {
  private static final int WIDEST = 50;

  AuditPlanForm {
    typed = Map.copyOf(typed);
  }

  private String get(String field) {
    return typed.getOrDefault(field, "").strip();
  }

  /** What is wrong with what the frame is asked by. */
  FormErrors errors() {
    FormErrors errors = FormErrors.none();
    if (get("title").isEmpty()) {
      errors = errors.and("title", "Enter what the audit is called");
    }
    if (day("since").isEmpty()) {
      errors = errors.and("since", "Enter the first day on which the reports were recorded");
    }
    if (day("until").isEmpty()) {
      errors = errors.and("until", "Enter the last day on which the reports were recorded");
    }
    if (number("precision", 1, WIDEST).isEmpty()) {
      errors = errors.and("precision", "Enter the precision in points from 1 to " + WIDEST);
    }
    if (number("expected", 1, 99).isEmpty()) {
      errors = errors.and("expected", "Enter the rate expected, from 1 to 99");
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

  private Optional<Integer> number(String field, int least, int most) {
    return get(field).matches("[0-9]{1,2}")
        ? Optional.of(Integer.parseInt(get(field))).filter(n -> n >= least && n <= most)
        : Optional.empty();
  }

  @Nullable String area() {
    return get("area").isEmpty() ? null : get("area");
  }

  AuditStrata by() {
    return Coded.find(AuditStrata.values(), get("strata")).orElse(AuditStrata.ROUTE);
  }

  /** The size that the precision takes, shared out over routes by how large these are. */
  Map<String, Integer> proposed(SortedMap<String, Integer> strata) {
    int population = strata.values().stream().mapToInt(Integer::intValue).sum();
    if (population == 0) {
      return Map.of();
    }
    int size =
        SampleSize.forHalfWidth(
            population,
            number("expected", 1, 99).orElseThrow() / 100.0,
            number("precision", 1, WIDEST).orElseThrow() / 100.0,
            Interval.USUAL_LEVEL);
    List<Integer> shared = Allocation.proportional(size, List.copyOf(strata.values()));
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
      String size = get(AuditPlanPage.field(one.getKey()));
      if (!size.matches("[0-9]{1,4}") || Integer.parseInt(size) > one.getValue()) {
        return Optional.empty();
      }
      sizes.put(one.getKey(), Integer.parseInt(size));
    }
    return sizes.values().stream().anyMatch(size -> size > 0)
        ? Optional.of(sizes)
        : Optional.empty();
  }

  NewRecordingAudit wanted(Map<String, Integer> sizes) {
    return new NewRecordingAudit(
        get("title"), area(), day("since").orElseThrow(), day("until").orElseThrow(), by(), sizes);
  }
}
