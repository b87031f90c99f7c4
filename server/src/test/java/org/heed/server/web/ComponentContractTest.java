package org.heed.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our templates give the markup that GOV.UK Frontend's own macros give. */
class ComponentContractTest {

  record Case(String ours, String theirs, String fixture, Map<String, Object> parameters) {
    @Override
    public String toString() {
      return theirs + ": " + fixture;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case("button", "button", "default", Map.of("text", "Save and continue")),
        new Case(
            "button",
            "button",
            "secondary",
            Map.of("text", "Secondary button", "kind", "secondary", "name", "secondary")),
        new Case("button", "button", "link", Map.of("text", "Link button", "href", "/")),
        new Case(
            "input",
            "input",
            "with error and hint",
            Map.of(
                "name",
                "with-error-hint",
                "label",
                "National insurance number",
                "hint",
                "It’s on your National Insurance card, benefit letter, payslip or P60. For example,"
                    + " ‘QQ 12 34 56 C’.",
                "errors",
                FormErrors.of(
                    "with-error-hint", "Enter a National Insurance number in the correct format"))),
        new Case(
            "input",
            "input",
            "with prefix and suffix and error",
            Map.of(
                "id",
                "input-with-prefix-suffix",
                "name",
                "cost",
                "label",
                "Cost per item, in pounds",
                "prefix",
                "£",
                "suffix",
                "per item",
                "errors",
                FormErrors.of("cost", "Error message goes here"))),
        new Case(
            "password",
            "password-input",
            "default",
            Map.of("name", "password", "label", "Password")),
        new Case(
            "textarea",
            "character-count",
            "with hint and error",
            Map.of(
                "id",
                "with-error",
                "name",
                "with-error",
                "label",
                "Can you provide more detail?",
                "maxLength",
                10,
                "hint",
                "Don't include personal or financial information, eg your National Insurance number"
                    + " or credit card details.",
                "errors",
                FormErrors.of("with-error", "Please provide more detail"))),
        new Case(
            "select",
            "select",
            "with hint text and error message",
            Map.of(
                "id",
                "select-2",
                "name",
                "select-2",
                "label",
                "Label text goes here",
                "hint",
                "Hint text goes here",
                "choices",
                List.of(
                    Choice.of("1", "GOV.UK frontend option 1"),
                    Choice.of("2", "GOV.UK frontend option 2"),
                    Choice.of("3", "GOV.UK frontend option 3")),
                "errors",
                FormErrors.of("select-2", "Error message goes here"))),
        new Case(
            "fieldset",
            "fieldset",
            "as page heading l",
            Map.of(
                "legend",
                "What is your address?",
                "size",
                "l",
                "heading",
                true,
                "content",
                Templates.html(""))),
        new Case(
            "errorSummary",
            "error-summary",
            "default",
            Map.of(
                "errors",
                FormErrors.of(
                        "example-error-1", "The date your passport was issued must be in the past")
                    .and("example-error-2", "Enter a postcode, like AA1 1AA"))),
        new Case(
            "breadcrumbs",
            "breadcrumbs",
            "default",
            Map.of(
                "crumbs",
                List.of(
                    new Crumb("Home", "/"),
                    new Crumb("Section", "/section"),
                    new Crumb("Sub-section", "/section/sub-section"),
                    new Crumb("Sub Sub-section", "/section/sub-section/sub-sub-section")))),
        new Case(
            "exitThisPage",
            "exit-this-page",
            "default",
            Map.of("href", "/full-page-examples/announcements")),
        new Case(
            "fileUpload",
            "file-upload",
            "with error message and hint",
            Map.of(
                "name",
                "file-upload-3",
                "label",
                "Upload a file",
                "hint",
                "Your photo may be in your Pictures, Photos, Downloads or Desktop folder. Or in an"
                    + " app like iPhoto.",
                "errors",
                FormErrors.of("file-upload-3", "Error message goes here"))),
        new Case(
            "taskList",
            "task-list",
            "default",
            Map.of(
                "tasks",
                List.of(
                    new Task("Company Directors", "#", "", "Completed", ""),
                    new Task("Registered company details", "#", "", "Incomplete", "blue"),
                    new Task("Business plan", "#", "", "Incomplete", "blue")))),
        new Case("tag", "tag", "grey", Map.of("text", "Grey", "colour", "grey")),
        new Case(
            "insetText",
            "inset-text",
            "default",
            Map.of(
                "content",
                Templates.html(
                    "It can take up to 8 weeks to register a lasting power of attorney if there are"
                        + " no mistakes in the application."))),
        new Case(
            "warningText",
            "warning-text",
            "default",
            Map.of(
                "content", Templates.html("You can be fined up to £5,000 if you don’t register."))),
        new Case(
            "radios",
            "radios",
            "with hints on items",
            Map.of(
                "name",
                "gov",
                "id",
                "gateway",
                "legend",
                "How do you want to sign in?",
                "size",
                "l",
                "heading",
                true,
                "choices",
                List.of(
                    Choice.of("gateway", "Sign in with Government Gateway")
                        .hint(
                            "You’ll have a user ID if you’ve registered for Self Assessment or"
                                + " filed a tax return online before."),
                    Choice.of("verify", "Sign in with GOV.UK Verify")
                        .hint(
                            "You’ll have an account if you’ve already proved your identity with"
                                + " either Barclays, CitizenSafe, Digidentity, Experian, Post"
                                + " Office, Royal Mail or SecureIdentity.")))),
        new Case(
            "checkboxes",
            "checkboxes",
            "with error message",
            Map.of(
                "name",
                "waste",
                "legend",
                "Which types of waste do you transport regularly?",
                "choices",
                List.of(
                    Choice.of("animal", "Waste from animal carcasses")
                        .hint("Nullam id dolor id nibh ultricies vehicula ut id elit."),
                    Choice.of("mines", "Waste from mines or quarries")
                        .hint("Nullam id dolor id nibh ultricies vehicula ut id elit."),
                    Choice.of("farm", "Farm or agricultural waste")
                        .hint("Nullam id dolor id nibh ultricies vehicula ut id elit.")),
                "errors",
                FormErrors.of("waste", "Please select an option"))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void component_givesTheMarkupOfGovuk(Case one) {
    String theirs = Dom.normal(GovukFixtures.html(one.theirs(), one.fixture()));
    String ours = Dom.normal(Templates.render("component/" + one.ours(), one.parameters()));
    assertThat(sameIds(ours)).isEqualTo(sameIds(theirs));
  }

  /** An item's second id differs by fixture author; ours are always numbered. */
  private static String sameIds(String html) {
    return html.replace("gateway-2", "verify");
  }

  @Test
  void dateInput_givesTheMarkupOfGovukWithFieldNamesOfItsOwn() {
    String theirs = Dom.normal(GovukFixtures.html("date-input", "with errors and hint"));
    String ours =
        Dom.normal(
            Templates.render(
                "component/dateInput",
                Map.of(
                    "name",
                    "dob-errors",
                    "legend",
                    "What is your date of birth?",
                    "hint",
                    "For example, 31 3 1980",
                    "errors",
                    FormErrors.of("dob-errors", "Error message goes here"))));
    assertThat(ours.replace("name=\"dob-errors-", "name=\"")).isEqualTo(theirs);
  }

  @Test
  void summaryCard_givesTheMarkupOfGovuk() {
    var facts =
        List.of(Fact.of("Name", "Firstname Lastname"), Fact.of("Date of birth", "13/08/1980"));
    String about = "(Undergraduate teaching assistant)";
    String ours =
        Templates.render(
            "component/card",
            Map.of(
                "title",
                "Undergraduate teaching assistant",
                "actions",
                List.of(
                    new Link("Delete job history", "#", about),
                    new Link("Withdraw job history", "#", about)),
                "content",
                Templates.content("component/summaryList", Map.of("facts", facts))));
    assertThat(Dom.normal(ours))
        .isEqualTo(
            Dom.normal(GovukFixtures.html("summary-list", "as a summary card with actions")));
  }

  @Test
  void text_isEscapedEverywhere() {
    String nasty = "<script>alert('x')</script>\"'&";
    Content content = Templates.content("component/tag", Map.of("text", nasty));
    String html =
        Templates.render(
                "component/input",
                Map.of("name", "n", "label", nasty, "value", nasty, "hint", nasty))
            + Templates.render(
                "component/textarea", Map.of("name", "n", "label", nasty, "value", nasty))
            + Templates.render("component/insetText", Map.of("content", content));
    assertThat(html).doesNotContain("<script").doesNotContain("\"'&\"");
    assertThat(org.jsoup.Jsoup.parseBodyFragment(html).select("textarea").text()).isEqualTo(nasty);
  }
}
