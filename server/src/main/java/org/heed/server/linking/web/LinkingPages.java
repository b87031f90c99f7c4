package org.heed.server.linking.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heed.linkage.Explanation;
import org.heed.linkage.decision.Verdict;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.linking.Compared;
import org.heed.server.linking.Comparing;
import org.heed.server.linking.Proposals;
import org.heed.server.linking.SeveralReports;
import org.heed.server.linking.SeveralReports.Group;
import org.heed.server.person.Identities;
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
 * by side, decided on and undone; {@code /linking/mentions/{mention}}: several reports that are
 * likely about one person whom nobody has put on record yet.
 */
@Controller
class LinkingPages {
  private static final int MOST = 50;

  private final Proposals proposals;
  private final Comparing comparing;
  private final SeveralReports several;
  private final Identities identities;

  LinkingPages(
      Proposals proposals, Comparing comparing, SeveralReports several, Identities identities) {
    this.identities = identities;
    this.proposals = proposals;
    this.comparing = comparing;
    this.several = several;
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
            proposals.count(caller),
            identities.waiting(caller)));
  }

  @GetMapping("/linking/{a}/{b}")
  @Needs(Right.PEOPLE)
  Html compare(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID a,
      @PathVariable UUID b) {
    return page(shell, comparing.open(caller, a, b), "", "", false, FormErrors.none());
  }

  /** The weights as a file. */
  @GetMapping("/linking/{a}/{b}/weights.csv")
  @Needs(Right.PEOPLE)
  ResponseEntity<String> weights(
      @AuthenticationPrincipal Caller caller, @PathVariable UUID a, @PathVariable UUID b) {
    Compared compared = comparing.open(caller, a, b);
    return csv(compared.why(), compared.model());
  }

  private static ResponseEntity<String> csv(Explanation why, String model) {
    StringBuilder csv = new StringBuilder("comparison,level,weight,model\r\n");
    for (Explanation.Part part : why.parts()) {
      csv.append(part.comparison())
          .append(",\"")
          .append(part.level())
          .append("\",")
          .append(part.weight())
          .append(',')
          .append(model)
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
      @RequestParam(defaultValue = "false") boolean knowing,
      RedirectAttributes redirect) {
    FormErrors errors = FormErrors.none();
    if (verdict.isEmpty()) {
      errors = errors.and("verdict", "Select whether they are one person");
    }
    if (reason.isBlank()) {
      errors = errors.and("reason", "Enter what your decision rests on");
    }
    if (!errors.isEmpty()) {
      return page(shell, comparing.open(caller, a, b), verdict, reason, knowing, errors);
    }
    Verdict decided = verdict(verdict);
    if (decided != Verdict.SAME && !knowing) {
      Compared compared = comparing.open(caller, a, b);
      if (!compared.noLonger().getOrDefault(decided, List.of()).isEmpty()) {
        errors = errors.and("knowing", "Confirm that you know what would no longer hold");
        return page(shell, compared, verdict, reason, false, errors);
      }
    }
    UUID report = comparing.decide(caller, a, b, decided, reason.strip(), knowing);
    if (report != null) {
      redirect.addFlashAttribute(
          Notice.FLASH,
          Notice.success(
              decided == Verdict.SAME
                  ? "The report now means that person"
                  : "They will not be offered for this report’s person again"));
      return "redirect:/reports/" + report;
    }
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

  /** Several reports that are likely about one person whom nobody has put on record yet. */
  @GetMapping("/linking/mentions/{mention}")
  @Needs(Right.PEOPLE)
  Html several(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID mention) {
    Group group = several.open(caller, mention);
    Set<String> all =
        group.mentions().stream().map(one -> one.id().toString()).collect(Collectors.toSet());
    return page(shell, group, all, "", "", FormErrors.none());
  }

  /** The weights of the two of them that fit least, as a file. */
  @GetMapping("/linking/mentions/{mention}/weights.csv")
  @Needs(Right.PEOPLE)
  ResponseEntity<String> severalWeights(
      @AuthenticationPrincipal Caller caller, @PathVariable UUID mention) {
    Group group = several.open(caller, mention);
    return csv(group.why(), group.model());
  }

  @PostMapping("/linking/mentions/{mention}")
  @Needs(Right.PEOPLE)
  Object decideOnSeveral(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID mention,
      @RequestParam(name = "mention", defaultValue = "") List<String> ticked,
      @RequestParam(defaultValue = "") String verdict,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    Set<String> chosen = Set.copyOf(ticked);
    FormErrors errors = FormErrors.none();
    if (chosen.size() < 2) {
      errors = errors.and("mention", "Select two reports or more");
    }
    if (verdict.isEmpty()) {
      errors = errors.and("verdict", "Select whether they are one person");
    }
    if (reason.isBlank()) {
      errors = errors.and("reason", "Enter what your decision rests on");
    }
    if (!errors.isEmpty()) {
      return page(shell, several.open(caller, mention), chosen, verdict, reason, errors);
    }
    Set<UUID> mentions = chosen.stream().map(LinkingPages::uuid).collect(Collectors.toSet());
    if (verdict(verdict) == Verdict.SAME) {
      UUID person = several.areOne(caller, mention, mentions, reason.strip());
      redirect.addFlashAttribute(
          Notice.FLASH, Notice.success("The person is on record, and these reports mean them"));
      return "redirect:/people/" + person;
    }
    several.areDifferent(caller, mention, mentions, reason.strip());
    redirect.addFlashAttribute(
        Notice.FLASH,
        Notice.success("They are different people, and are not proposed as one again"));
    return "redirect:/linking";
  }

  private static UUID uuid(String typed) {
    try {
      return UUID.fromString(typed);
    } catch (IllegalArgumentException e) {
      throw new Refused(Refused.Code.INVALID, "Choose from the list.");
    }
  }

  private static Html page(
      Shell shell,
      Group group,
      Set<String> chosen,
      String verdict,
      String reason,
      FormErrors errors) {
    Page page =
        shell
            .page("One person in several reports?")
            .in(Section.PEOPLE)
            .under(
                new Crumb("People", "/people"), new Crumb("People who may be the same", "/linking"))
            .with(errors);
    return Html.of("linking/several", new SeveralPage(page, group, chosen, verdict, reason))
        .status(errors.isEmpty() ? 200 : 422);
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
      Shell shell,
      Compared compared,
      String verdict,
      String reason,
      boolean knowing,
      FormErrors errors) {
    Page page =
        shell
            .page("One person or two?")
            .in(Section.PEOPLE)
            .under(
                new Crumb("People", "/people"), new Crumb("People who may be the same", "/linking"))
            .with(errors);
    return Html.of("linking/compare", new ComparePage(page, compared, verdict, reason, knowing))
        .status(errors.isEmpty() ? 200 : 422);
  }
}
