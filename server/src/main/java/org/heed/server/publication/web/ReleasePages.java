package org.heed.server.publication.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.heed.ledger.Digest;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.publication.ReleaseDesk;
import org.heed.server.publication.ReleaseStanding;
import org.heed.server.report.Drafts;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
import org.heed.server.web.Page;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.heed.server.web.Words;
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

/** {@code /figures/releases}: put together by one person, signed by another, downloaded by many. */
@Controller
class ReleasePages {
  private static final String LIST = "/figures/releases";
  private static final String DRAFT = LIST + "/new";

  private final ReleaseDesk desk;
  private final Drafts drafts;
  private final Questions questions;

  ReleasePages(ReleaseDesk desk, Drafts drafts, Questions questions) {
    this.desk = desk;
    this.drafts = drafts;
    this.questions = questions;
  }

  @GetMapping(LIST)
  @Needs({Right.FIGURES, Right.REGISTER})
  Html list(Shell shell, @AuthenticationPrincipal Caller caller) {
    boolean proposes = caller.may(Right.FIGURES) && caller.may(Right.PSEUDONYMISED);
    return Html.of(
        "figure/releases",
        new ReleaseListPage(
            page(shell, "Releases"),
            desk.list(caller),
            draft(caller).questions().size(),
            proposes));
  }

  private static Page page(Shell shell, String title) {
    return shell.page(title).in(Section.FIGURES).under(new Crumb("Figures", "/figures"));
  }

  private static Page below(Shell shell, String title) {
    return shell
        .page(title)
        .in(Section.FIGURES)
        .under(new Crumb("Figures", "/figures"), new Crumb("Releases", LIST));
  }

  private ReleaseDraft draft(Caller caller) {
    return drafts
        .find(caller, ReleaseDraft.FORM)
        .map(ReleaseDraft::read)
        .orElse(ReleaseDraft.EMPTY);
  }

  @GetMapping(DRAFT)
  @Needs(Right.FIGURES)
  Html draft(Shell shell, @AuthenticationPrincipal Caller caller) {
    return draft(shell, draft(caller), FormErrors.none());
  }

  private static Html draft(Shell shell, ReleaseDraft draft, FormErrors errors) {
    Page page = below(shell, "New release").with(errors);
    return Html.of("figure/releaseDraft", new ReleaseDraftPage(page, draft))
        .status(errors.isEmpty() ? 200 : 422);
  }

  /** From a figure's page: one more question. */
  @PostMapping(DRAFT + "/questions")
  @Needs(Right.FIGURES)
  Object add(
      @AuthenticationPrincipal Caller caller,
      @RequestParam Map<String, String> given,
      RedirectAttributes redirect) {
    ReleaseDraft more = draft(caller).with(questions.question(given));
    drafts.keep(caller, ReleaseDraft.FORM, more.json());
    redirect.addFlashAttribute(Notice.FLASH, Notice.success("The question is in your release"));
    return "redirect:" + DRAFT;
  }

  @PostMapping(DRAFT)
  @Needs(Right.FIGURES)
  Object keep(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam Map<String, String> given,
      RedirectAttributes redirect) {
    ReleaseDraft typed = draft(caller).typed(given);
    String remove = given.get("remove");
    if (remove != null) {
      typed = typed.without(remove.matches("[0-9]{1,4}") ? Integer.parseInt(remove) : -1);
    }
    drafts.keep(caller, ReleaseDraft.FORM, typed.json());
    if (remove != null) {
      return "redirect:" + DRAFT;
    }
    FormErrors errors = wrong(typed);
    if (!errors.isEmpty()) {
      return draft(shell, typed, errors);
    }
    if (given.containsKey("propose")) {
      return propose(shell, caller, typed, redirect);
    }
    return preview(shell, caller, typed);
  }

  private static FormErrors wrong(ReleaseDraft draft) {
    FormErrors errors = FormErrors.none();
    if (draft.title().isEmpty()) {
      errors = errors.and("title", "Enter a title");
    }
    if (draft.publisher().isEmpty()) {
      errors = errors.and("publisher", "Enter who publishes it");
    }
    if (draft.id().equals("new")) {
      errors = errors.and("id", "Enter another short name: new is taken");
    }
    if (draft.questions().isEmpty()) {
      errors = errors.and("title", "Add a question from a figure's page");
    }
    if (errors.isEmpty()) {
      try {
        var _ = draft.request();
      } catch (Refused refused) {
        String field = refused.sentence().startsWith("hide_below") ? "hide-below" : "id";
        return FormErrors.of(
            field, refused.sentence().replace("hide_below is a number", "Enter a number"));
      }
    }
    return errors;
  }

  private Html preview(Shell shell, Caller caller, ReleaseDraft draft) {
    try {
      return Html.of(
          "figure/release",
          new ReleasePage(
              below(shell, "Preview of a release"),
              desk.preview(caller, draft.request()),
              null,
              false,
              List.of(),
              "",
              ""));
    } catch (Refused refused) {
      return draft(shell, draft, asked(refused));
    }
  }

  private Object propose(
      Shell shell, Caller caller, ReleaseDraft draft, RedirectAttributes redirect) {
    try {
      ReleaseStanding proposed = desk.propose(caller, draft.request());
      drafts.discard(caller, ReleaseDraft.FORM);
      redirect.addFlashAttribute(
          Notice.FLASH, Notice.success("The release is frozen and waits to be signed"));
      return "redirect:" + LIST + "/" + proposed.id();
    } catch (Refused refused) {
      return draft(shell, draft, asked(refused));
    }
  }

  /** What the form can put right is said on it; anything else is an error page. */
  private static FormErrors asked(Refused refused) {
    if (refused.code() == Refused.Code.INVALID || refused.code() == Refused.Code.CONFLICT) {
      return FormErrors.of("title", refused.sentence());
    }
    throw refused;
  }

  @GetMapping(LIST + "/{id}")
  @Needs({Right.FIGURES, Right.REGISTER})
  Html release(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable String id) {
    return release(shell, caller, id, "", "", FormErrors.none());
  }

  private Html release(
      Shell shell, Caller caller, String id, String decision, String reason, FormErrors errors) {
    ReleaseStanding standing = desk.get(caller, id);
    List<ReleasePage.SignedFile> files = new ArrayList<>();
    if (standing.signed()) {
      desk.files(caller, id)
          .forEach((name, bytes) ->
              files.add(
                  new ReleasePage.SignedFile(
                      name,
                      Words.count(bytes.length, "byte", "bytes"),
                      Digest.sha256(bytes).hex(),
                      LIST + "/" + id + "/file?name=" + name)));
    }
    return Html.of(
            "figure/release",
            new ReleasePage(
                below(shell, standing.title()).with(errors),
                desk.frozen(caller, id),
                standing,
                ReleaseDesk.mayDecide(caller, standing),
                files,
                decision,
                reason))
        .status(errors.isEmpty() ? 200 : 422);
  }

  @PostMapping(LIST + "/{id}/decision")
  @Needs(Right.REGISTER)
  Object decide(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String decision,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    desk.get(caller, id);
    FormErrors errors = FormErrors.none();
    if (!decision.equals("sign") && !decision.equals("decline")) {
      errors = errors.and("decision", "Select whether you sign it");
    }
    if (reason.isBlank()) {
      errors = errors.and("reason", "Enter why");
    }
    if (!errors.isEmpty()) {
      return release(shell, caller, id, decision, reason, errors);
    }
    desk.decide(caller, id, decision.equals("sign"), reason.strip());
    redirect.addFlashAttribute(
        Notice.FLASH,
        Notice.success(
            decision.equals("sign")
                ? "The release is signed"
                : "The release is not signed and will not be published"));
    return "redirect:" + LIST + "/" + id;
  }

  @GetMapping(LIST + "/{id}/file")
  @Needs({Right.FIGURES, Right.REGISTER})
  ResponseEntity<byte[]> file(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String name) {
    SortedMap<String, byte[]> files = desk.files(caller, id);
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw new Refused(Refused.Code.NOT_FOUND, "This release has no such file.");
    }
    return ResponseEntity.ok()
        .contentType(type(name))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .body(bytes);
  }

  private static MediaType type(String name) {
    Map<String, String> types = new HashMap<>();
    types.put("csv", "text/csv;charset=UTF-8");
    types.put("json", "application/json");
    types.put("html", "text/html;charset=UTF-8");
    types.put("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return MediaType.parseMediaType(types.getOrDefault(ending, "text/plain;charset=UTF-8"));
  }
}
