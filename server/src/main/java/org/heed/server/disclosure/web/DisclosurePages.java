package org.heed.server.disclosure.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.disclosure.CasePapers;
import org.heed.server.disclosure.Schedules;
import org.heed.server.web.Crumb;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
import org.heed.server.web.Page;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /cases/{id}/disclosure}: papers of a case and its schedules of unused material. */
@Controller
class DisclosurePages {
  private final CasePapers papers;
  private final Schedules schedules;

  DisclosurePages(CasePapers papers, Schedules schedules) {
    this.papers = papers;
    this.schedules = schedules;
  }

  @GetMapping("/cases/{id}/disclosure")
  @Needs(Right.CASES)
  Html open(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    Page page = shell.page("Disclosure").in(Section.CASES).under(new Crumb("Cases", "/cases"));
    return Html.of("disclosure/disclosure", new DisclosurePage(page, schedules.open(caller, id)));
  }

  @PostMapping("/cases/{id}/disclosure/decisions")
  @Needs(Right.CASES)
  String decide(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String item,
      @RequestParam(defaultValue = "") String sensitive,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    boolean yes =
        switch (sensitive) {
          case "yes" -> true;
          case "no" -> false;
          default -> throw new Refused(Refused.Code.INVALID, "Say whether it is sensitive or not.");
        };
    schedules.decide(caller, id, item, yes, reason);
    return done(redirect, id, "Your decision is recorded with your name");
  }

  @PostMapping("/cases/{id}/disclosure/looked")
  @Needs(Right.CASES)
  String looked(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(name = "item", required = false) @Nullable List<String> items,
      RedirectAttributes redirect) {
    schedules.notSensitive(caller, id, items == null ? List.of() : items);
    return done(redirect, id, "Your decision is recorded with your name");
  }

  @PostMapping("/cases/{id}/disclosure/schedules")
  @Needs(Right.CASES)
  String make(
      @AuthenticationPrincipal Caller caller, @PathVariable UUID id, RedirectAttributes redirect) {
    schedules.make(caller, id);
    return done(redirect, id, "The schedules are made and kept");
  }

  @PostMapping("/cases/{id}/disclosure/{paper}/again")
  @Needs(Right.CASES)
  String again(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID paper,
      RedirectAttributes redirect) {
    boolean same = schedules.again(caller, id, paper);
    redirect.addFlashAttribute(
        Notice.FLASH,
        same
            ? Notice.success("Made again from what was known then, it is the same byte by byte")
            : Notice.important(
                "Made again, it is not what was kept",
                "Something that it told of is closed to you now, was destroyed, or somebody’s name"
                    + " was changed."));
    return "redirect:/cases/" + id + "/disclosure";
  }

  @GetMapping("/cases/{id}/disclosure/{paper}/{file}")
  @Needs(Right.CASES)
  ResponseEntity<byte[]> file(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID paper,
      @PathVariable String file) {
    return out(papers.file(caller, id, paper, file));
  }

  static ResponseEntity<byte[]> out(CasePapers.Out out) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(out.media()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(out.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .cacheControl(CacheControl.noStore())
        .body(out.content());
  }

  @GetMapping("/cases/{id}/disclosure/pack")
  @Needs(Right.CASES)
  Html choose(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    CasePapers.Offer offer = papers.offer(caller, id);
    return pack(shell, id, offer, CasePackForm.all(offer.offered()), FormErrors.none());
  }

  @PostMapping("/cases/{id}/disclosure/pack")
  @Needs(Right.CASES)
  Object make(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      RedirectAttributes redirect) {
    CasePackForm form = CasePackForm.of(sent);
    CasePapers.Offer offer = papers.offer(caller, id);
    FormErrors errors = form.errors(offer.offered());
    if (!errors.isEmpty()) {
      return pack(shell, id, offer, form, errors);
    }
    papers.make(caller, id, form.pack(offer.offered()));
    return done(redirect, id, "The pack is made: read it through before it leaves your hands");
  }

  private static Html pack(
      Shell shell, UUID id, CasePapers.Offer offer, CasePackForm form, FormErrors errors) {
    Page page =
        shell
            .page("Make a case pack")
            .in(Section.CASES)
            .under(
                new Crumb("Cases", "/cases"),
                new Crumb("Disclosure", "/cases/" + id + "/disclosure"))
            .with(errors);
    return Html.of("disclosure/pack", new CasePackPage(page, offer, form)).checked(errors);
  }

  private static String done(RedirectAttributes redirect, UUID id, String says) {
    redirect.addFlashAttribute(Notice.FLASH, Notice.success(says));
    return "redirect:/cases/" + id + "/disclosure";
  }
}
