package org.heed.server.linking.web;

import java.util.Locale;
import java.util.UUID;
import org.heed.linkage.Explanation;
import org.heed.linkage.decision.Verdict;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.linking.Compared;
import org.heed.server.linking.Comparing;
import org.heed.server.linking.Proposals;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
import org.heed.server.web.Page;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /linking}: people who may be the same, as work; {@code /linking/{a}/{b}}: two of them side
 * by side, decided on and undone.
 */
@Controller
class LinkingPages {
  private static final int MOST = 50;

  private final Proposals proposals;
  private final Comparing comparing;

  LinkingPages(Proposals proposals, Comparing comparing) {
    this.proposals = proposals;
    this.comparing = comparing;
  }

  @GetMapping("/linking")
  @Needs(Right.PEOPLE)
  Html list(Shell shell, @AuthenticationPrincipal Caller caller) {
    return Html.of(
        "linking/proposals",
        new ProposalsPage(
            shell
                .page("People who may be the same")
                .in(Section.PEOPLE)
                .under(new Crumb("People", "/people")),
            proposals.list(caller, MOST),
            proposals.count(caller)));
  }

  @GetMapping("/linking/{a}/{b}")
  @Needs(Right.PEOPLE)
  Html compare(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID a,
      @PathVariable UUID b) {
    return page(shell, comparing.open(caller, a, b), "", "", FormErrors.none());
  }

  /** The weights as a file. */
  @GetMapping("/linking/{a}/{b}/weights.csv")
  @Needs(Right.PEOPLE)
  ResponseEntity<String> weights(
      @AuthenticationPrincipal Caller caller, @PathVariable UUID a, @PathVariable UUID b) {
    Compared compared = comparing.open(caller, a, b);
    StringBuilder csv = new StringBuilder("comparison,level,weight,model\r\n");
    for (Explanation.Part part : compared.why().parts()) {
      csv.append(part.comparison())
          .append(",\"")
          .append(part.level())
          .append("\",")
          .append(part.weight())
          .append(',')
          .append(compared.model())
          .append("\r\n");
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"weights.csv\"")
        .body(csv.toString());
  }

  @PostMapping("/linking/{a}/{b}")
  @Needs(Right.PEOPLE)
  Object decide(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID a,
      @PathVariable UUID b,
      @RequestParam(defaultValue = "") String verdict,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    FormErrors errors = FormErrors.none();
    if (verdict.isEmpty()) {
      errors = errors.and("verdict", "Select whether they are one person");
    }
    if (reason.isBlank()) {
      errors = errors.and("reason", "Enter what your decision rests on");
    }
    if (!errors.isEmpty()) {
      return page(shell, comparing.open(caller, a, b), verdict, reason, errors);
    }
    Verdict decided = verdict(verdict);
    comparing.decide(caller, a, b, decided, reason.strip());
    redirect.addFlashAttribute(
        Notice.FLASH,
        Notice.success(
            switch (decided) {
              case SAME -> "They are shown as one person from now on";
              case DIFFERENT -> "They are two people, and stay so whatever is said of others";
              case UNKNOWN -> "No decision on the two holds now";
            }));
    return "redirect:/linking/" + a + "/" + b;
  }

  private static Verdict verdict(String typed) {
    for (Verdict verdict : Verdict.values()) {
      if (verdict.name().toLowerCase(Locale.ROOT).equals(typed)) {
        return verdict;
      }
    }
    throw new Refused(Refused.Code.INVALID, "Choose from the list.");
  }

  private static Html page(
      Shell shell, Compared compared, String verdict, String reason, FormErrors errors) {
    Page page =
        shell
            .page("One person or two?")
            .in(Section.PEOPLE)
            .under(
                new Crumb("People", "/people"), new Crumb("People who may be the same", "/linking"))
            .with(errors);
    return Html.of("linking/compare", new ComparePage(page, compared, verdict, reason))
        .status(errors.isEmpty() ? 200 : 422);
  }
}
