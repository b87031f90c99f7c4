package org.heed.server.recording.web;

import java.util.Map;
import java.util.SortedMap;
import org.heed.figures.Interval;
import org.heed.figures.sampling.SampleSize;
import org.heed.server.recording.AuditStrata;
import org.heed.server.recording.NewRecordingAudit;
import org.heed.server.sampling.web.SampleForm;
import org.heed.server.store.Coded;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Typed;

/** The form of an audit's plan: that of a sample, with the rate expected. */
record AuditPlanForm(SampleForm sample) {

  static AuditPlanForm of(Map<String, String> typed) {
    return new AuditPlanForm(new SampleForm(new Typed(typed)));
  }

  Typed typed() {
    return sample.typed();
  }

  /** What is wrong with what the frame is asked by. */
  FormErrors errors() {
    FormErrors errors =
        sample.precise(
            sample.named(
                FormErrors.none(),
                "Enter what the audit is called",
                "Enter the first day on which the reports were recorded",
                "Enter the last day on which the reports were recorded"));
    return sample.percent("expected").isEmpty()
        ? errors.and("expected", "Enter the rate expected, from 1 to 99")
        : errors;
  }

  AuditStrata by() {
    return Coded.find(AuditStrata.values(), typed().get("strata")).orElse(AuditStrata.ROUTE);
  }

  /** The size that the precision takes, shared out over routes by how large these are. */
  Map<String, Integer> proposed(SortedMap<String, Integer> strata) {
    return strata.isEmpty()
        ? Map.of()
        : SampleForm.proportional(
            SampleSize.forHalfWidth(
                SampleForm.population(strata),
                sample.percent("expected").orElseThrow(),
                sample.halfWidth(),
                Interval.USUAL_LEVEL),
            strata);
  }

  NewRecordingAudit wanted(Map<String, Integer> sizes) {
    return new NewRecordingAudit(
        typed().get("title"),
        typed().text("area"),
        typed().day("since").orElseThrow(),
        typed().day("until").orElseThrow(),
        by(),
        sizes);
  }
}
