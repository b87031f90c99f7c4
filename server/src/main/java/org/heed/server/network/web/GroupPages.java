package org.heed.server.network.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Right;
import org.heed.server.network.GroupVerdict;
import org.heed.server.network.Groups;
import org.heed.server.network.Networks;
import org.heed.server.store.Coded;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /network/{id}/groups/{definition}}: whether those suspected are a group, decided. */
@Controller
class GroupPages {
  private final Groups groups;

  GroupPages(Groups groups) {
    this.groups = groups;
  }

  @GetMapping("/network/{id}/groups/{definition}")
  @Needs(Right.PEOPLE)
  Html open(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable String definition,
      @RequestParam Map<String, String> asked) {
    return page(shell, caller, id, definition, asked, FormErrors.none());
  }

  @PostMapping("/network/{id}/groups/{definition}")
  @Needs(Right.PEOPLE)
  Object decide(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable String definition,
      @RequestParam Map<String, String> asked,
      RedirectAttributes redirect) {
    Optional<GroupVerdict> decision =
        Coded.find(GroupVerdict.values(), asked.getOrDefault("decision", ""));
    String reason = asked.getOrDefault("reason", "");
    FormErrors errors = FormErrors.none();
    if (decision.isEmpty()) {
      errors = errors.and("decision", "Select what you decide");
    }
    if (reason.isBlank()) {
      errors = errors.and("reason", "Enter what your decision rests on");
    }
    if (!errors.isEmpty()) {
      return page(shell, caller, id, definition, asked, errors);
    }
    groups.decide(caller, id, question(asked), definition, decision.orElseThrow(), reason.strip());
    redirect.addFlashAttribute(Notice.FLASH, Notice.success("Your decision is recorded"));
    return "redirect:/network/" + id + "?" + query(asked);
  }

  private static Networks.Question question(Map<String, String> asked) {
    return new Networks.Question(
        NetworkPages.steps(asked.getOrDefault("steps", "2")),
        NetworkPages.day(asked.getOrDefault("from", "")),
        NetworkPages.day(asked.getOrDefault("to", "")));
  }

  private static String query(Map<String, String> asked) {
    Networks.Question question = question(asked);
    return Stream.of(
            "steps=" + question.steps(),
            NetworkPages.named("from", question.from()),
            NetworkPages.named("to", question.to()))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("&"));
  }

  private Html page(
      Shell shell,
      Caller caller,
      UUID id,
      String definition,
      Map<String, String> asked,
      FormErrors errors) {
    Groups.Held held = groups.around(caller, id, question(asked)).get(definition);
    return Html.of(
            "network/group",
            new GroupPage(
                shell
                    .page("A group?")
                    .in(Section.PEOPLE)
                    .under(
                        new Crumb("People", "/people"),
                        new Crumb("Network", "/network/" + id + "?" + query(asked)))
                    .with(errors),
                held,
                "/network/" + id + "/groups/" + definition + "?" + query(asked),
                asked.getOrDefault("decision", ""),
                asked.getOrDefault("reason", "")))
        .status(errors.isEmpty() ? 200 : 422);
  }
}
