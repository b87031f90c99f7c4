package org.heed.server.rulebook.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.heed.rulebook.Problem;
import org.heed.rulebook.Rulebook;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.Drafts;
import org.heed.server.rulebook.RulebookChange;
import org.heed.server.rulebook.RulebookChanges;
import org.heed.server.web.Crumb;
import org.heed.server.web.Fact;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Notice;
import org.heed.server.web.Page;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.util.UriComponentsBuilder;

/**
 * {@code /rulebook}: what is in force, a draft tried on samples, and proposals with who decides.
 */
@Controller
class RulebookPages {
  private static final String HOME = "/rulebook";
  private static final String DRAFT = HOME + "/draft";
  private static final String CHANGES = HOME + "/changes";
  private static final int MOST_SAMPLE = 20_000;
  private static final int MOST_TEXT = 4_000;

  private final RulebookChanges changes;
  private final RulebookInForce inForce;
  private final Drafts drafts;

  RulebookPages(RulebookChanges changes, RulebookInForce inForce, Drafts drafts) {
    this.changes = changes;
    this.inForce = inForce;
    this.drafts = drafts;
  }

  @GetMapping(HOME)
  @Needs({Right.REVIEW, Right.REGISTER, Right.PROPOSE, Right.FIGURES})
  Html home(Shell shell, @AuthenticationPrincipal Caller caller) {
    Rulebook rulebook = inForce.rulebook();
    List<Fact> facts =
        List.of(
            Fact.of("In force", inForce.name()),
            Fact.of("Since", Words.date(rulebook.inForce())),
            Fact.of("Title", rulebook.title()),
            Fact.of("Source", rulebook.source()),
            Fact.of("Concepts", Words.number(rulebook.concepts().size())),
            Fact.of("Prompt rules", Words.number(rulebook.prompts().rules().size())),
            Fact.of("Advice on wording", Words.number(rulebook.language().size())));
    return Html.of(
        "rulebook/rulebook",
        new RulebookPage(
            shell.page("Rulebook").in(Section.RULEBOOK),
            facts,
            new ArrayList<>(changes.texts().texts().keySet()),
            changes.list(caller),
            draft(caller).files().size(),
            caller.may(Right.PROPOSE)));
  }

  private static Page below(Shell shell, String title) {
    return shell.page(title).in(Section.RULEBOOK).under(new Crumb("Rulebook", HOME));
  }

  private static Page ofDraft(Shell shell, String title) {
    return shell
        .page(title)
        .in(Section.RULEBOOK)
        .under(new Crumb("Rulebook", HOME), new Crumb("Your draft", DRAFT));
  }

  private RulebookDraft draft(Caller caller) {
    return caller.may(Right.PROPOSE)
        ? drafts
            .find(caller, RulebookDraft.FORM)
            .map(RulebookDraft::read)
            .orElse(RulebookDraft.EMPTY)
        : RulebookDraft.EMPTY;
  }

  /** The text of a file in force. */
  private String text(String name) {
    String text = changes.texts().texts().get(name);
    if (text == null) {
      throw new Refused(Refused.Code.NOT_FOUND, "The rulebook has no such file.");
    }
    return text;
  }

  @GetMapping(HOME + "/file")
  @Needs({Right.REVIEW, Right.REGISTER, Right.PROPOSE, Right.FIGURES})
  Html file(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String name) {
    return Html.of(
        "rulebook/file",
        new RulebookFilePage(below(shell, name), name, text(name), caller.may(Right.PROPOSE)));
  }

  @GetMapping(DRAFT)
  @Needs(Right.PROPOSE)
  Html draft(Shell shell, @AuthenticationPrincipal Caller caller) {
    return draft(shell, caller, "", "", FormErrors.none());
  }

  private Html draft(Shell shell, Caller caller, String title, String why, FormErrors errors) {
    RulebookDraft draft = draft(caller);
    return Html.of(
            "rulebook/draft",
            new RulebookDraftPage(
                below(shell, "Your draft").with(errors),
                draft,
                draft.isOvertaken(inForce.name()),
                draft.files().isEmpty() ? null : changes.check(caller, draft.files()),
                title,
                why))
        .status(errors.isEmpty() ? 200 : 422);
  }

  @GetMapping(DRAFT + "/file")
  @Needs(Right.PROPOSE)
  Html edit(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String name) {
    RulebookDraft draft = draft(caller);
    return edit(shell, caller, draft, name, text(draft, name));
  }

  /** The text of a file as drafted, or as in force. */
  private String text(RulebookDraft draft, String name) {
    String drafted = draft.files().get(name);
    return drafted == null ? text(name) : drafted;
  }

  @GetMapping(DRAFT + "/new")
  @Needs(Right.PROPOSE)
  Html begin(Shell shell) {
    return begin(shell, "", "", FormErrors.none());
  }

  private Html begin(Shell shell, String folder, String name, FormErrors errors) {
    return Html.of(
            "rulebook/new",
            new NewRulebookFilePage(ofDraft(shell, "A new file").with(errors), folder, name))
        .status(errors.isEmpty() ? 200 : 422);
  }

  @PostMapping(DRAFT + "/new")
  @Needs(Right.PROPOSE)
  Object begin(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String folder,
      @RequestParam(defaultValue = "") String name) {
    RulebookDraft draft = draft(caller);
    Map<String, String> inForceTexts = changes.texts().texts();
    NewRulebookFile file = new NewRulebookFile(folder, name.strip());
    FormErrors errors = file.errors(draft.files().keySet(), inForceTexts.keySet());
    if (!errors.isEmpty()) {
      return begin(shell, folder, name, errors);
    }
    RulebookDraft begun =
        draft.with(file.path(), file.text(), inForceTexts, inForce.name(), draft.sample());
    drafts.keep(caller, RulebookDraft.FORM, begun.json());
    return "redirect:"
        + UriComponentsBuilder.fromPath(DRAFT + "/file")
            .queryParam("name", file.path())
            .toUriString();
  }

  private Html edit(Shell shell, Caller caller, RulebookDraft draft, String name, String text) {
    return Html.of(
        "rulebook/edit",
        new RulebookEditPage(
            ofDraft(shell, name).acrossTheWindow(),
            name,
            text,
            draft.sample(),
            tried(caller, draft, name)));
  }

  private @Nullable Tried tried(Caller caller, RulebookDraft draft, String name) {
    if (draft.sample().isBlank()) {
      return null;
    }
    List<Problem> mistakes = new ArrayList<>();
    return changes
        .read(caller, draft.files(), draft.sample(), mistakes::add)
        .map(read -> Tried.of(read, draft.sample()))
        .orElseGet(() -> Tried.wrong(mistakes, name));
  }

  /** The draft with a file and a sample as typed. Browsers send line ends of their own. */
  private RulebookDraft typed(Caller caller, String name, String text, String sample) {
    RulebookDraft draft = draft(caller);
    text(draft, name);
    String lines = lines(sample);
    return draft.with(
        name,
        lines(text),
        changes.texts().texts(),
        inForce.name(),
        lines.substring(0, Math.min(lines.length(), MOST_SAMPLE)));
  }

  private static String lines(String typed) {
    return typed.replace("\r\n", "\n");
  }

  /** As somebody types: the sample as it would be read. Keeps nothing. */
  @PostMapping(DRAFT + "/try")
  @Needs(Right.PROPOSE)
  Html read(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String sample) {
    RulebookDraft draft = typed(caller, name, text, sample);
    Tried tried = tried(caller, draft, name);
    return Html.of("rulebook/tried", tried == null ? new Tried(List.of(), null, "") : tried);
  }

  @PostMapping(DRAFT + "/file")
  @Needs(Right.PROPOSE)
  Object keep(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String sample,
      @RequestParam(defaultValue = "keep") String then) {
    RulebookDraft draft = typed(caller, name, text, sample);
    drafts.keep(caller, RulebookDraft.FORM, draft.json());
    return then.equals("try") ? edit(shell, caller, draft, name, lines(text)) : "redirect:" + DRAFT;
  }

  @PostMapping(DRAFT + "/discard")
  @Needs(Right.PROPOSE)
  String discard(@AuthenticationPrincipal Caller caller, RedirectAttributes redirect) {
    drafts.discard(caller, RulebookDraft.FORM);
    redirect.addFlashAttribute(Notice.FLASH, Notice.success("Your draft is gone"));
    return "redirect:" + HOME;
  }

  @PostMapping(DRAFT)
  @Needs(Right.PROPOSE)
  Object propose(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String why,
      RedirectAttributes redirect) {
    FormErrors errors = FormErrors.none();
    if (title.isBlank() || title.length() > MOST_TEXT) {
      errors = errors.and("title", "Enter in a few words what changes");
    }
    if (why.isBlank() || why.length() > MOST_TEXT) {
      errors =
          errors.and("why", "Enter why, in at most " + Words.number(MOST_TEXT) + " characters");
    }
    if (!errors.isEmpty()) {
      return draft(shell, caller, title, why, errors);
    }
    try {
      UUID id = changes.propose(caller, draft(caller).files(), title.strip(), why.strip());
      drafts.discard(caller, RulebookDraft.FORM);
      redirect.addFlashAttribute(
          Notice.FLASH, Notice.success("The proposal waits for the crime registrar"));
      return "redirect:" + CHANGES + "/" + id;
    } catch (Refused refused) {
      if (refused.code() != Refused.Code.INVALID) {
        throw refused;
      }
      return draft(shell, caller, title, why, FormErrors.of("title", refused.sentence()));
    }
  }

  @GetMapping(CHANGES + "/{id}")
  @Needs({Right.REVIEW, Right.REGISTER, Right.PROPOSE, Right.FIGURES})
  Html change(Shell shell, @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return change(shell, caller, id, "", "", FormErrors.none());
  }

  private Html change(
      Shell shell, Caller caller, UUID id, String decision, String reason, FormErrors errors) {
    RulebookChange change = changes.get(caller, id);
    return Html.of(
            "rulebook/change",
            new RulebookChangePage(
                below(shell, change.title()).with(errors),
                change,
                changes.checked(caller, id),
                changes.isInForce(change),
                changes.isOvertaken(change),
                RulebookChanges.may(caller, change, RulebookChange.Step.ASSURED),
                RulebookChanges.may(caller, change, RulebookChange.Step.ADOPTED),
                decision,
                reason))
        .status(errors.isEmpty() ? 200 : 422);
  }

  @PostMapping(CHANGES + "/{id}/decision")
  @Needs({Right.REGISTER, Right.PROPOSE})
  Object decide(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String decision,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes redirect) {
    FormErrors errors = FormErrors.none();
    List<String> words =
        List.of(RulebookChange.Step.values()).stream().map(RulebookChange.Step::code).toList();
    if (!words.contains(decision)) {
      errors = errors.and("decision", "Select what you decide");
    }
    if (reason.isBlank() || reason.length() > MOST_TEXT) {
      errors =
          errors.and("reason", "Enter why, in at most " + Words.number(MOST_TEXT) + " characters");
    }
    if (!errors.isEmpty()) {
      return change(shell, caller, id, decision, reason, errors);
    }
    changes.decide(
        caller, id, RulebookChange.Step.valueOf(decision.toUpperCase(Locale.ROOT)), reason.strip());
    redirect.addFlashAttribute(Notice.FLASH, Notice.success("Your decision is recorded"));
    return "redirect:" + CHANGES + "/" + id;
  }

  @GetMapping(CHANGES + "/{id}/archive")
  @Needs({Right.REVIEW, Right.REGISTER, Right.PROPOSE, Right.FIGURES})
  ResponseEntity<byte[]> archive(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rulebook.zip\"")
        .body(changes.archive(caller, id));
  }
}
