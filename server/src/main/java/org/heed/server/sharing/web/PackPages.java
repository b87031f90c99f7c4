package org.heed.server.sharing.web;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.report.Drafts;
import org.heed.server.sharing.Packs;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
import org.heed.server.web.Page;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /cases/{id}/packs}: what was shared of a case, with whom, and sharing more. */
@Controller
class PackPages {
  private final Packs packs;
  private final Drafts drafts;

  PackPages(Packs packs, Drafts drafts) {
    this.packs = packs;
    this.drafts = drafts;
  }

  @GetMapping("/cases/{id}/packs")
  @Needs(Right.CASES)
  Html list(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    Page page = shell.page("Shared").in(Section.CASES).under(new Crumb("Cases", "/cases"));
    return Html.of("sharing/packs", new PacksPage(page, packs.open(caller, id), PackForm.empty()));
  }

  @GetMapping("/cases/{id}/packs/new")
  @Needs(Right.CASES)
  Html choose(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return form(shell, id, packs.open(caller, id), kept(caller, id), FormErrors.none());
  }

  /** Keeps what is chosen and what is left out as it stands; sent by the pages meanwhile. */
  @PostMapping("/cases/{id}/packs/draft")
  @Needs(Right.CASES)
  ResponseEntity<Void> keep(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent) {
    Map<String, String> fields = PackForm.kept(sent);
    if (!sent.containsKey("checking")) {
      // The first page has no sentences: those ticked before stay so.
      fields.put("out", String.join("\n", kept(caller, id).out()));
    }
    drafts.keep(caller, draft(id), fields);
    return ResponseEntity.noContent().build();
  }

  private PackForm kept(Caller caller, UUID id) {
    return PackForm.kept(drafts.fields(caller, draft(id)));
  }

  private static String draft(UUID id) {
    return "pack:" + id;
  }

  /** Shows what was chosen, sentence by sentence, before anything is shared. */
  @PostMapping("/cases/{id}/packs/new")
  @Needs(Right.CASES)
  Html check(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent) {
    PackForm form = PackForm.of(sent).leavingOut(kept(caller, id).out());
    Packs.Opened opened = packs.open(caller, id);
    FormErrors errors = errors(form, opened);
    if (errors.isEmpty()) {
      Map<String, String> fields = PackForm.kept(sent);
      fields.put("out", String.join("\n", form.out()));
      drafts.keep(caller, draft(id), fields);
    }
    return errors.isEmpty()
        ? Html.of(
            "sharing/check",
            new PacksPage(page(shell, id, "Leave out what they need not"), opened, form))
        : form(shell, id, opened, form, errors);
  }

  @PostMapping("/cases/{id}/packs")
  @Needs(Right.CASES)
  Object share(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      RedirectAttributes redirect) {
    PackForm form = PackForm.of(sent);
    Packs.Opened opened = packs.open(caller, id);
    FormErrors errors = errors(form, opened);
    if (!errors.isEmpty()) {
      return form(shell, id, opened, form, errors);
    }
    if (form.chosen(opened.offered()).size() < form.items().size()) {
      return form(
          shell,
          id,
          opened,
          form,
          FormErrors.of("item", "Something chosen was changed meanwhile: choose again"));
    }
    packs.share(caller, id, form.pack(opened.offered()));
    drafts.discard(caller, draft(id));
    redirect.addFlashAttribute(
        Notice.FLASH,
        Notice.important("It is shared in your name", "Each agency’s receipt is kept here."));
    return "redirect:/cases/" + id + "/packs";
  }

  @PostMapping("/cases/{id}/packs/{pack}/recall")
  @Needs(Right.CASES)
  String recall(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID pack,
      @RequestParam(defaultValue = "") String says,
      RedirectAttributes redirect) {
    try {
      packs.recall(caller, pack, says.strip());
      redirect.addFlashAttribute(Notice.FLASH, Notice.success("The pack is recalled"));
    } catch (Refused refused) {
      if (refused.code() != Refused.Code.INVALID) {
        throw refused;
      }
      redirect.addFlashAttribute(
          Notice.FLASH, Notice.important("The pack is not recalled", refused.sentence()));
    }
    return "redirect:/cases/" + id + "/packs";
  }

  private static FormErrors errors(PackForm form, Packs.Opened opened) {
    Set<String> meetings =
        opened.of().view().meetings().stream()
            .map(one -> one.id().toString())
            .collect(Collectors.toSet());
    return form.errors(Set.copyOf(opened.agencies()), meetings, opened.offered());
  }

  private static Html form(
      Shell shell, UUID id, Packs.Opened opened, PackForm form, FormErrors errors) {
    return Html.of(
            "sharing/new",
            new PacksPage(page(shell, id, "Share of a case").with(errors), opened, form))
        .checked(errors);
  }

  private static Page page(Shell shell, UUID id, String title) {
    return shell
        .page(title)
        .in(Section.CASES)
        .under(new Crumb("Cases", "/cases"), new Crumb("Shared", "/cases/" + id + "/packs"));
  }
}
