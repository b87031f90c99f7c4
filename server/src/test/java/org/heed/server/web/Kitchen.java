package org.heed.server.web;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The content of the page that shows every component. */
final class Kitchen {

  static final FormErrors ERRORS =
      FormErrors.of("reference", "Enter the reference of the source")
          .and("occurred", "Enter the date it happened, or leave all three fields empty");

  private final List<Content> parts = new ArrayList<>();

  private Kitchen() {}

  static Content components() {
    var kitchen = new Kitchen();
    kitchen.html("<h1 class=\"govuk-heading-l\">Every component</h1>");
    kitchen.form();
    kitchen.shown();
    return output -> kitchen.parts.forEach(part -> part.writeTo(output));
  }

  private void form() {
    add(
        "input",
        Map.of(
            "name",
            "reference",
            "label",
            "Reference",
            "hint",
            "As the source gives it",
            "errors",
            ERRORS,
            "width",
            "20"));
    add(
        "dateInput",
        Map.of(
            "name",
            "occurred",
            "legend",
            "When did it happen?",
            "hint",
            "For example, 27 3 2026",
            "errors",
            ERRORS,
            "value",
            new DateParts("31", "2", "2026")));
    add(
        "textarea",
        Map.of(
            "name",
            "narrative",
            "label",
            "What was reported",
            "maxLength",
            4000,
            "value",
            "She was reported missing again & came home with a new phone."));
    add(
        "select",
        Map.of(
            "name",
            "route",
            "label",
            "Who noticed",
            "choices",
            List.of(Choice.of("child", "The child"), Choice.of("school", "A school"))));
    add(
        "radios",
        Map.of(
            "name",
            "decision",
            "legend",
            "Is this child sexual exploitation?",
            "size",
            "m",
            "choices",
            List.of(
                Choice.of("yes", "Yes").hint("The elements of the definition are present"),
                Choice.of("no", "No").chosen("no"),
                Choice.of("more", "I need to know more")),
            "conditional",
            Map.of(
                "no",
                Templates.content(
                    "component/input", Map.of("name", "instead", "label", "What it is instead")))));
    add(
        "checkboxes",
        Map.of(
            "name",
            "elements",
            "legend",
            "Which elements are recorded?",
            "choices",
            List.of(
                Choice.of("under18", "The person is under 18"),
                Choice.of("gain", "Something was given or promised"))));
    add("fileUpload", Map.of("name", "file", "label", "A file of reports"));
    add("password", Map.of("name", "password", "label", "Password"));
    add("button", Map.of("text", "Save and go on"));
    html(" ");
    add("button", Map.of("text", "Save for later", "kind", "secondary"));
  }

  private void shown() {
    add("warningText", Map.of("content", Templates.html("This record is restricted.")));
    add("insetText", Map.of("content", Templates.html("Reported by a school on 3 March 2026.")));
    add(
        "details",
        Map.of(
            "summary", "How this was counted", "content", Templates.html("One for each victim.")));
    add("tag", Map.of("text", "Late", "colour", "red"));
    add(
        "summaryList",
        Map.of(
            "facts",
            List.of(
                Fact.of("Reference", "NOR/2026/004812"),
                Fact.of("Date of birth", "").with(new Link("Add", "/x", "date of birth")))));
    add(
        "card",
        Map.of(
            "title",
            "Report NOR/2026/004812",
            "actions",
            List.of(Link.of("Open", "/reports/1")),
            "content",
            Templates.content(
                "component/summaryList", Map.of("facts", List.of(Fact.of("Source", "School"))))));
    add(
        "table",
        Map.of(
            "caption",
            "Reports by month",
            "sorting",
            new Sorting("/kitchen?area=3", "count", true),
            "columns",
            List.of(
                Column.of("Month").sortedBy("month"), Column.number("Reports").sortedBy("count")),
            "rows",
            Templates.html(
                "<tr class=\"govuk-table__row\"><th scope=\"row\""
                    + " class=\"govuk-table__header\">January 2026</th><td"
                    + " class=\"govuk-table__cell govuk-table__cell--numeric\">1,200</td></tr>")));
    add("pagination", Map.of("paging", new Paging("/kitchen?area=3", 10, 40)));
  }

  private void add(String component, Map<String, Object> parameters) {
    parts.add(Templates.content("component/" + component, parameters));
  }

  private void html(String html) {
    parts.add(Templates.html(html));
  }
}
