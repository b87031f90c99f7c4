package org.heed.server.inspection.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heed.server.access.web.FormWithFile;
import org.heed.server.inspection.CaseList;
import org.heed.server.inspection.CheckedList;
import org.heed.server.inspection.NewInspection;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Typed;
import org.heed.server.web.Words;

/**
 * The form of a list that was chosen elsewhere: that of a plan without sizes.
 *
 * @param file that the list is in; empty where it is typed
 * @param tooLarge whether a file was chosen that is larger than one may be
 */
record BroughtForm(PlanForm plan, Optional<FormWithFile.Sent> file, boolean tooLarge) {
  static final String FILE = "file";
  private static final int MOST = 1_000;

  static BroughtForm of(Map<String, String> typed, List<String> parts) {
    return new BroughtForm(PlanForm.of(typed, parts), Optional.empty(), false);
  }

  static BroughtForm of(FormWithFile sent) {
    return new BroughtForm(
        PlanForm.of(sent.fields(), sent.all("part")), sent.file(), sent.tooLarge());
  }

  /** The field that the list is in. */
  String field() {
    return file.isPresent() || tooLarge ? FILE : "list";
  }

  Typed typed() {
    return plan.typed();
  }

  String origin() {
    return typed().get("origin");
  }

  NewInspection wanted() {
    return plan.wanted(Map.of());
  }

  CaseList list() {
    return file.map(sent -> CaseList.read(sent.content()))
        .orElseGet(() -> CaseList.parse(typed().fields().getOrDefault("list", "")));
  }

  /** What is wrong before the list is looked at. */
  FormErrors errors() {
    FormErrors errors =
        plan.sample()
            .named(
                FormErrors.none(),
                "Enter what the inspection is called",
                "Enter the first day on which the cases were opened",
                "Enter the last day on which the cases were opened");
    if (origin().isEmpty()) {
      errors = errors.and("origin", "Enter where the list is from and how it was chosen");
    }
    boolean listed = !typed().get("list").isEmpty();
    if (tooLarge) {
      errors = errors.and(FILE, "Choose a file of at most 2 megabytes");
    } else if (file.isPresent() && listed) {
      errors = errors.and(FILE, "Choose a file or enter the references, not both");
    } else if (file.isEmpty() && !listed) {
      errors = errors.and("list", "Choose a file, or enter the references of the cases");
    }
    return plan.parts().isEmpty() ? errors.and("part", "Select who grades each case") : errors;
  }

  /** What is wrong with the list, every line by its number. */
  FormErrors errors(CaseList list, CheckedList checked) {
    if (list.lines().isEmpty() || list.lines().size() > MOST) {
      return FormErrors.of(field(), "Enter from 1 to " + Words.number(MOST) + " references");
    }
    List<String> unknown = new ArrayList<>();
    List<String> again = new ArrayList<>();
    for (CheckedList.Wrong wrong : checked.wrong()) {
      switch (wrong) {
        case CheckedList.NotInFrame one -> unknown.add(Long.toString(one.line()));
        case CheckedList.NamedBefore one ->
            again.add("Line " + one.line() + " names the same case as line " + one.first());
      }
    }
    List<String> all = new ArrayList<>();
    if (!unknown.isEmpty()) {
      all.add(
          unknown.size() == 1
              ? "Line " + unknown.getFirst() + " names no case of the frame"
              : "Lines " + String.join(", ", unknown) + " name no case of the frame");
    }
    all.addAll(again);
    return all.isEmpty() ? FormErrors.none() : FormErrors.of(field(), String.join(". ", all));
  }
}
