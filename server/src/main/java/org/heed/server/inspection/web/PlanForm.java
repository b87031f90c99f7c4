package org.heed.server.inspection.web;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.heed.figures.Interval;
import org.heed.figures.sampling.SampleSize;
import org.heed.server.inspection.NewInspection;
import org.heed.server.inspection.Part;
import org.heed.server.inspection.StrataBy;
import org.heed.server.sampling.web.SampleForm;
import org.heed.server.store.Coded;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Typed;

/** The form of an inspection's plan: that of a sample, with what is graded and by whom. */
record PlanForm(SampleForm sample) {

  /** With all the parts that were ticked, separated by commas. */
  static PlanForm of(Map<String, String> typed, List<String> parts) {
    Map<String, String> all = new LinkedHashMap<>(typed);
    all.put("part", String.join(",", parts));
    return new PlanForm(new SampleForm(new Typed(all)));
  }

  Typed typed() {
    return sample.typed();
  }

  /** What is wrong with what the frame is asked by. */
  FormErrors errors() {
    FormErrors errors =
        sample.named(
            FormErrors.none(),
            "Enter what the inspection is called",
            "Enter the first day on which the cases were opened",
            "Enter the last day on which the cases were opened");
    if (isForChange()) {
      if (sample.percent("from").isEmpty()) {
        errors = errors.and("from", "Enter the share before, from 1 to 99");
      }
      if (sample.percent("to").isEmpty() || sample.percent("to").equals(sample.percent("from"))) {
        errors = errors.and("to", "Enter another share, from 1 to 99");
      }
      if (sample.percent("power").filter(power -> power >= 0.5).isEmpty()) {
        errors = errors.and("power", "Enter the power from 50 to 99");
      }
    } else {
      errors = sample.precise(errors);
    }
    return parts().isEmpty() ? errors.and("part", "Select who grades each case") : errors;
  }

  StrataBy strata() {
    return Coded.find(StrataBy.values(), typed().get("strata")).orElse(StrataBy.NOTHING);
  }

  Set<Part> parts() {
    List<String> ticked = List.of(typed().get("part").split(","));
    EnumSet<Part> parts = EnumSet.allOf(Part.class);
    parts.removeIf(part -> !ticked.contains(part.code()));
    return parts;
  }

  /** Whether the sample is for finding a change rather than for telling a share. */
  boolean isForChange() {
    return typed().get("purpose").equals("change");
  }

  /** Whether it is to be shared out by how much cases differed before. */
  boolean isByDifference() {
    return typed().get("allocation").equals("neyman");
  }

  /** How many cases the precision or the power takes of a frame that has some. */
  int size(SortedMap<String, Integer> strata) {
    int population = SampleForm.population(strata);
    return isForChange()
        ? SampleSize.forChange(
            population,
            sample.percent("from").orElseThrow(),
            sample.percent("to").orElseThrow(),
            Interval.USUAL_LEVEL,
            sample.percent("power").orElseThrow())
        : SampleSize.forHalfWidth(population, 0.5, sample.halfWidth(), Interval.USUAL_LEVEL);
  }

  NewInspection wanted(Map<String, Integer> sizes) {
    return new NewInspection(
        typed().get("title"),
        typed().get("criteria"),
        typed().text("area"),
        typed().day("since").orElseThrow(),
        typed().day("until").orElseThrow(),
        strata(),
        parts(),
        sizes,
        typed().day("known").orElse(null));
  }
}
