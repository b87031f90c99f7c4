package org.heed.server.safeguarding.web;

import static org.heed.server.safeguarding.web.CasePages.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.ReportFile;
import org.heed.server.safeguarding.CaseKind;
import org.heed.server.safeguarding.Cases;
import org.heed.server.safeguarding.NewCase;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /cases/new}: opens a case, from a report or for a reason alone. */
@Controller
class OpenCasePages {
  private final Cases cases;
  private final RulebookInForce rulebook;

  OpenCasePages(Cases cases, RulebookInForce rulebook) {
    this.cases = cases;
    this.rulebook = rulebook;
  }

  @GetMapping("/cases/new")
  @Needs(Right.CASES)
  Html form(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String report) {
    return page(shell, caller, report(report), Map.of(), FormErrors.none());
  }

  @PostMapping("/cases")
  @Needs(Right.CASES)
  Object open(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect) {
    Optional<UUID> from = report(text(typed, "report"));
    FormErrors errors = errors(typed);
    if (!errors.isEmpty()) {
      return page(shell, caller, from, typed, errors);
    }
    UUID id =
        cases.open(
            caller,
            new NewCase(
                CaseKind.parse(text(typed, "kind")),
                text(typed, "area"),
                text(typed, "subject").strip(),
                from.orElse(null),
                CasePages.account(text(typed, "owner")),
                text(typed, "team").strip(),
                text(typed, "reason").strip(),
                from.map(report -> members(caller, report, typed)).orElse(List.of())));
    redirect.addFlashAttribute(Notice.FLASH, Notice.success("The case is open"));
    return "redirect:/cases/" + id;
  }

  private FormErrors errors(Map<String, String> typed) {
    FormErrors errors = FormErrors.none();
    try {
      CaseKind.parse(text(typed, "kind"));
    } catch (IllegalArgumentException none) {
      errors = errors.and("kind", "Select whether it is for a child, a group or a place");
    }
    if (text(typed, "subject").isBlank()) {
      errors = errors.and("subject", "Enter whom or what the case is for");
    }
    if (!CasePages.areas(rulebook).containsKey(text(typed, "area"))) {
      errors = errors.and("area", "Select the area");
    }
    if (text(typed, "team").isBlank()) {
      errors = errors.and("team", "Enter the team that works on it");
    }
    if (text(typed, "reason").isBlank()) {
      errors = errors.and("reason", "Enter why a case is opened");
    }
    return errors;
  }

  /** Those whom the report names and the opener chose, each as what. */
  private List<NewCase.Member> members(Caller caller, UUID report, Map<String, String> typed) {
    List<NewCase.Member> members = new ArrayList<>();
    for (ReportFile.Mention person : cases.from(caller, report).people()) {
      String role = text(typed, "role-" + person.id());
      if (!role.isBlank()) {
        members.add(
            new NewCase.Member(CasePages.role(role), person.person(), person.id(), null, null));
      }
    }
    return members;
  }

  private Html page(
      Shell shell,
      Caller caller,
      Optional<UUID> from,
      Map<String, String> typed,
      FormErrors errors) {
    Optional<ReportFile> report = from.map(id -> cases.from(caller, id));
    String area = text(typed, "area");
    return Html.of(
            "safeguarding/open",
            new OpenCasePage(
                shell
                    .page("Open a case")
                    .in(Section.CASES)
                    .under(new Crumb("Cases", "/cases"))
                    .with(errors),
                report,
                CasePages.areas(rulebook),
                cases.caseworkers(
                    caller, area.isBlank() ? report.map(ReportFile::area).orElse("") : area),
                typed))
        .status(errors.isEmpty() ? 200 : 422);
  }

  private static Optional<UUID> report(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      throw new Refused(Refused.Code.NOT_FOUND, "There is no such report.");
    }
  }
}
