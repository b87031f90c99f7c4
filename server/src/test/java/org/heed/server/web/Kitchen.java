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
    kitchen.more();
    kitchen.moj();
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

  private void more() {
    add(
        "tabs",
        Map.of(
            "tabs",
            List.of(
                new Tab("about", "About", Templates.html("<p class=\"govuk-body\">A child.</p>")),
                new Tab("links", "Links", Templates.html("<p class=\"govuk-body\">None.</p>")))));
    add(
        "taskList",
        Map.of(
            "tasks",
            List.of(
                new Task("Strategy discussion", "/x", "Within one working day", "Late", "red"),
                new Task("Return interview", "/y", "", "Done", ""))));
    add(
        "empty",
        Map.of("says", "Nothing is waiting.", "next", "Look at all reports", "href", "/reports"));
  }

  private void moj() {
    add("badge", Map.of("text", "Restricted", "colour", "red"));
    add("identityBar", Map.of("title", "Child 2 of report NOR/2026/004812"));
    add(
        "subNavigation",
        Map.of(
            "label",
            "This child",
            "here",
            "/a",
            "links",
            List.of(Link.of("Timeline", "/a"), Link.of("Reports", "/b"))));
    add(
        "timeline",
        Map.of(
            "items",
            List.of(
                new TimelineItem(
                    "Reported missing",
                    "PC Jo Marsh",
                    "2026-03-03T21:10",
                    "3 March 2026, 21:10",
                    Templates.html("Third time in a month.")),
                new TimelineItem(
                    "Flag decided: yes",
                    "DC Amara Holt",
                    "2026-03-05",
                    "5 March 2026",
                    Templates.html("All elements present.")))));
    add(
        "filter",
        Map.of(
            "action",
            "/kitchen",
            "clear",
            "/kitchen",
            "chosen",
            List.of(new ChosenFilter("Area", List.of(Link.of("Norchester East", "/kitchen?")))),
            "options",
            Templates.content(
                "component/checkboxes",
                Map.of(
                    "name",
                    "area",
                    "legend",
                    "Area",
                    "small",
                    true,
                    "choices",
                    List.of(
                        Choice.of("e", "Norchester East"), Choice.of("w", "Norchester West"))))));
  }

  static Content narrative() {
    String text =
        "School’s safeguarding lead reports that the child, 14, was missing overnight twice in the"
            + " last fortnight and came back with a new phone and trainers she could not explain."
            + " Her aunt says she is collected from the Harbour Lodge hotel by an older man in a"
            + " silver car.\n\nLast year she was reported missing once. She was not under the"
            + " influence of anything when seen. The referral says she is putting herself at risk."
            + " She told her form tutor that she is afraid of what happens if she does not go.";
    var marks =
        List.of(
            mark(text, "missing overnight", Mark.Kind.VULNERABILITY, "Missing overnight", "f1"),
            mark(
                text,
                "a new phone and trainers she could not explain",
                Mark.Kind.HARM,
                "Unexplained gifts",
                "f2"),
            mark(text, "new phone", Mark.Kind.HARM, "A phone from someone else", "f3"),
            mark(
                text,
                "collected from the Harbour Lodge hotel by an older man",
                Mark.Kind.PLACE,
                "Collected by an older adult",
                "f4"),
            mark(text, "Harbour Lodge hotel", Mark.Kind.PLACE, "Hotel", "f5"),
            mark(text, "hotel by an older man in a silver car", Mark.Kind.PLACE, "Vehicle", "f6"),
            mark(text, "reported missing", Mark.Kind.VULNERABILITY, "Missing", "f7", "past"),
            mark(
                text, "under the influence", Mark.Kind.VULNERABILITY, "Substances", "f8", "denied"),
            mark(
                text,
                "putting herself at risk",
                Mark.Kind.LANGUAGE,
                "Words that put it on the child",
                "l1"),
            mark(
                text,
                "afraid of what happens if she does not go",
                Mark.Kind.HARM,
                "Fear",
                "f9",
                "her own words"));
    return Templates.content("component/narrative", Map.of("narrative", new Marked(text, marks)));
  }

  private static Mark mark(
      String text, String words, Mark.Kind kind, String label, String id, String... context) {
    int start = text.indexOf(words);
    String note =
        kind == Mark.Kind.LANGUAGE
            ? "Better: “is at risk from others”, and say from whom."
            : "Rule " + id + ", England and Wales 2026.1";
    return new Mark(
        start, start + words.length(), kind, label, List.of(context), List.of(), id, note);
  }

  static Content figures() {
    var labels =
        List.of("2016", "2017", "2018", "2019", "2020", "2021", "2022", "2023", "2024", "2025");
    double[] counts = {610, 655, 702, 811, 798, 640, 733, 922, 1105, 1200};
    var points = new ArrayList<Chart.Point>();
    var flagged = new ArrayList<Chart.Point>();
    for (double count : counts) {
      points.add(
          Chart.Point.of(count, count - 1.96 * Math.sqrt(count), count + 1.96 * Math.sqrt(count)));
      flagged.add(count == 640 ? Chart.Point.missing() : Chart.Point.of(Math.rint(count * 0.4)));
    }
    var line =
        new Chart(
            "series",
            Chart.Shape.LINE,
            "Recorded crimes, Norchester",
            "The count fell in 2021 and has risen since, from 640 to 1,200. The rules changed once.",
            "Crimes",
            "Year to March",
            labels,
            List.of(
                new Chart.Series("All", points), new Chart.Series("Flagged on the day", flagged)),
            List.of(new Chart.Break(4, "counting moved to one crime for each victim", false)),
            "/figures/series.csv");
    var bar =
        new Chart(
            "bars",
            Chart.Shape.BAR,
            "Who noticed, year to March 2025",
            "Schools noticed most, then partners.",
            "Reports",
            "Route",
            List.of("Child", "Family", "School", "Health", "Online", "Police"),
            List.of(
                new Chart.Series(
                    "Reports",
                    List.of(
                        Chart.Point.of(120),
                        Chart.Point.of(210),
                        Chart.Point.of(402),
                        Chart.Point.of(95),
                        Chart.Point.missing(),
                        Chart.Point.of(373)))),
            List.of(),
            "/figures/bars.csv");
    var tiles =
        List.of(
            new Tile("NE", "Norchester East", 1, 0, "241", 4),
            new Tile("NW", "Norchester West", 0, 1, "188", 3),
            new Tile("CE", "Centre", 1, 1, "96", 2),
            new Tile("HB", "Harbour", 2, 1, "52", 1),
            new Tile("SO", "Southgate", 1, 2, "c", 0));
    var card =
        new FigureCard(
            "headline",
            "Recorded child sexual exploitation",
            "1,200",
            "crimes in Norchester, year to March 2025",
            "1.30 times the 922 of the year before (95% interval 1.19 to 1.42)",
            List.of("Age is not known for 4 in 100.", "41 reports wait for a decision."),
            List.of(
                Fact.of("Tipping point", "No rise if 77% as many were recognised the year before"),
                Fact.of("Revisions", "First published as 1,164")),
            "23 November 2026, 09:00",
            "/figures/headline/how");
    var fall =
        new Waterfall(
            "split",
            "Where the change lies",
            "Of the rise of 278, 170 lies among records that no step touches.",
            "Crimes",
            new Waterfall.Total("Year to March 2024", 922),
            List.of(
                new Waterfall.Step("Neither old, nor flagged later", "", 170),
                new Waterfall.Step("Recorded more than a year after it happened", "", 81),
                new Waterfall.Step("Flag set by quality assurance", "who led to the flag", 42),
                new Waterfall.Step("Crimes cancelled by then, taken out", "", -15),
                new Waterfall.Step("Came as an online referral", "how it came to notice", 0)),
            new Waterfall.Total("Year to March 2025", 1200),
            "/figures/split.csv");
    return output -> {
      Templates.content("component/figureCard", Map.of("figure", card)).writeTo(output);
      Templates.content("component/waterfall", Map.of("waterfall", fall)).writeTo(output);
      Templates.content("component/chart", Map.of("chart", line)).writeTo(output);
      Templates.content("component/chart", Map.of("chart", bar)).writeTo(output);
      Templates.content(
              "component/tileGrid",
              Map.of(
                  "id", "areas", "title", "By area", "measure", "Crimes", "tiles", tiles, "csv",
                  "/a.csv"))
          .writeTo(output);
    };
  }

  private void add(String component, Map<String, Object> parameters) {
    parts.add(Templates.content("component/" + component, parameters));
  }

  private void html(String html) {
    parts.add(Templates.html(html));
  }
}
