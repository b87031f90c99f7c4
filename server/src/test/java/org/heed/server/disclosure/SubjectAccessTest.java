package org.heed.server.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.heed.linkage.thing.ThingKind;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.access.Role;
import org.heed.server.disclosure.SubjectRequest.Given;
import org.heed.server.document.DocumentHolder;
import org.heed.server.document.DocumentSettings;
import org.heed.server.document.DocumentStore;
import org.heed.server.document.Documents;
import org.heed.server.document.FileName;
import org.heed.server.document.NewDocument;
import org.heed.server.document.Scanner;
import org.heed.server.missing.EpisodeClocks;
import org.heed.server.missing.Missing;
import org.heed.server.missing.MissingStore;
import org.heed.server.notice.Notice;
import org.heed.server.notice.NoticeStore;
import org.heed.server.notice.Notices;
import org.heed.server.notice.Stage;
import org.heed.server.paper.PdfCheck;
import org.heed.server.person.NewPerson;
import org.heed.server.person.PersonStore;
import org.heed.server.person.Ties;
import org.heed.server.referral.ReferralStore;
import org.heed.server.referral.Referrals;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NewReport;
import org.heed.server.report.NewThing;
import org.heed.server.report.ReportFile;
import org.heed.server.report.ReportFiles;
import org.heed.server.report.ReportKind;
import org.heed.server.report.Restrictions;
import org.heed.server.review.FlagStore;
import org.heed.server.review.Flags;
import org.heed.server.review.ReviewDraws;
import org.heed.server.safeguarding.CaseRole;
import org.heed.server.safeguarding.CaseScene;
import org.heed.server.safeguarding.NewCase;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who asks gets what is held about them, and nothing of anybody else. */
class SubjectAccessTest {
  private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");

  private CaseScene scene;
  private SubjectAccess access;
  private Caller officer;
  private Caller second;
  private UUID id;
  private UUID report;
  private UUID person;

  @BeforeEach
  void start() {
    scene = new CaseScene();
    Databases databases = scene.server.databases();
    PersonStore store = new PersonStore(databases);
    Missing missing =
        new Missing(
            scene.server.acts(),
            new MissingStore(databases),
            store,
            new EpisodeClocks(CaseScene.RULEBOOK, scene.server.time()),
            CaseScene.RULEBOOK,
            scene.server.time());
    ReviewDraws draws = new ReviewDraws(CaseScene.RULEBOOK, new java.util.Random(1));
    access =
        new SubjectAccess(
            scene.server.acts(),
            store,
            new HeldAbout(
                new ReportFiles(databases),
                new Flags(scene.server.acts(), new FlagStore(databases), draws, CaseScene.RULEBOOK),
                missing,
                new Referrals(scene.server.acts(), new ReferralStore(databases), store, missing),
                new HeldInCases(scene.views(), new DocumentStore(databases), databases),
                new Ties(databases),
                new DocumentStore(databases),
                databases),
            new SubjectStore(databases, CaseScene.RULEBOOK),
            new PaperStore(databases));
    officer = scene.someone(null, Role.DATA_PROTECTION);
    second = scene.someone(null, Role.DATA_PROTECTION);
    id = scene.openAt(START, null);
    report = scene.views().open(scene.officer, id, null).file().reports().getFirst().report();
    UUID child =
        scene
            .server
            .acts()
            .plain(scene.officer, () -> new ReportFiles(databases).find(report, KnownAt.NOW))
            .map(ReportFile::people)
            .orElseThrow()
            .getFirst()
            .id();
    person =
        scene
            .services
            .people()
            .create(
                scene.officer,
                new NewPerson(
                    "Ottoline",
                    "Marsh",
                    LocalDate.of(2012, 3, 14),
                    "day",
                    "female",
                    null,
                    null,
                    null,
                    null),
                "New to us.");
    scene.services.people().choose(scene.officer, child, person, "It is her.");
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  private void receive() {
    access.receive(
        officer,
        person,
        AccessLaw.LAW_ENFORCEMENT,
        LocalDate.of(2026, 5, 4),
        "By letter; her passport was seen.");
  }

  private HeldItem item(String kind) {
    return access.open(officer, person).items().stream()
        .filter(one -> one.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private void decideAll() {
    access.open(officer, person).items().stream()
        .filter(HeldItem::free)
        .forEach(one ->
            access.decide(
                officer, person, one.key(), Given.NAMES_REDACTED, null, "", "Read through."));
  }

  private byte[] file(UUID paper, String name) {
    return access.file(officer, person, paper, name).content();
  }

  @Test
  void lastDay_isByTheRulebook_asTheLawStoodWhenTheyAsked() {
    access.receive(
        officer, person, AccessLaw.LAW_ENFORCEMENT, LocalDate.of(2018, 5, 24), "By letter.");
    SubjectRequest request = access.open(officer, person).requests().getFirst();
    assertThat(request.answerBy()).as("40 days, until 2018").isEqualTo("2018-07-03");
    assertThat(request.limit().source()).contains("Data Protection Act 1998");
    assertThat(access.waiting(officer))
        .extracting(SubjectAccess.Waiting::answerBy)
        .containsExactly(request.answerBy());
  }

  @Test
  void answer_holdsWhatIsHeld_withoutTheNamesOfOthers() throws Exception {
    receive();
    decideAll();
    UUID paper = access.release(officer, person, "Handed over at the station.");
    String json = new String(file(paper, "held.json"), StandardCharsets.UTF_8);
    assertThat(json)
        .contains("Ottoline Marsh")
        .contains("an older man, a new phone and a hotel")
        .contains("Decided whether it is child sexual exploitation: yes")
        .contains("\"received_on\" : \"2026-05-04\"");
    byte[] pdf = file(paper, "held.pdf");
    assertThat(PdfCheck.faults(pdf)).isEmpty();
    assertThat(PdfCheck.words(pdf))
        .contains("Ottoline Marsh", "an older man", "sections 45 and 54");
    assertThat(access.open(officer, person).waiting()).isEmpty();
  }

  @Test
  void whatASourceSaysOfThemAndAnother_isHeld_withTheOtherNamed() {
    String mention =
        scene.server.text(
            "select mention::text from record.mention_person where person = '" + person + "'");
    String other =
        scene.server.text(
            "insert into record.mention (entry, ordinal, id, report, role, given_name, version)"
                + " select entry, 1000, gen_random_uuid(), report, 'other', 'Tamsin', version"
                + " from record.mention where id = '"
                + mention
                + "' returning id::text");
    scene.server.asOwner(
        "insert into record.tie (entry, ordinal, id, mention, report, other, other_report, says,"
            + " confirmed, source, at) values (gen_random_uuid(), 0, gen_random_uuid(), '"
            + other
            + "', '"
            + report
            + "', '"
            + mention
            + "', '"
            + report
            + "', 'Cousin', false, 'analysts-chart', now())");
    HeldItem item = item("What a source says");
    assertThat(item.text()).isEqualTo("Said of you and Tamsin: Cousin, not confirmed");
    assertThat(item.others()).contains("Tamsin");
    assertThat(item.free()).as("somebody reads it before it is given").isTrue();
  }

  @Test
  void whatASourceSaysOfThemAndSomebodyInARestrictedReport_isRestricted_andTheLookNamesBoth() {
    UUID other = scene.report(START);
    UUID mention = scene.people(report).getFirst().id();
    UUID tied = scene.people(other).getLast().id();
    scene.server.asOwner(
        "insert into record.tie (entry, ordinal, id, mention, report, other, other_report, says,"
            + " confirmed, source, at) values (gen_random_uuid(), 0, gen_random_uuid(), '"
            + mention
            + "', '"
            + report
            + "', '"
            + tied
            + "', '"
            + other
            + "', 'Cousin', false, 'analysts-chart', now())");
    assertThat(item("What a source says").restricted()).isFalse();
    assertThat(
            scene.server.count(
                "select count(*) from ledger.entry where kind = 'person.held-opened'"
                    + " and subjects @> array['"
                    + report
                    + "', '"
                    + other
                    + "']::uuid[]"))
        .isEqualTo(1);
    new Restrictions(scene.server.acts(), scene.server.databases())
        .restrict(
            scene.supervisor,
            other,
            List.of(officer.account(), second.account()),
            "A colleague is named.");
    assertThat(item("What a source says").restricted()).isTrue();
    receive();
    decideAll();
    assertThatThrownBy(() -> access.release(officer, person, "By post."))
        .hasMessageContaining("second person");
  }

  @Test
  void whatIsWithheldOrRedacted_isNowhereInTheAnswer_andTheExemptionIsNamed() throws Exception {
    receive();
    decideAll();
    access.decide(
        officer,
        person,
        item("Report").key(),
        Given.NAMES_REDACTED,
        Exemption.CRIME,
        "hotel\nnew phone",
        "The hotel is being watched.");
    access.decide(
        officer,
        person,
        item("Decision").key(),
        Given.WITHHELD,
        Exemption.SERIOUS_HARM,
        "",
        "She is not to learn it by letter.");
    UUID paper = access.release(officer, person, "Handed over at the station.");
    String json = new String(file(paper, "held.json"), StandardCharsets.UTF_8);
    assertThat(json)
        .contains("[redacted: it would be likely to cause serious harm]")
        .doesNotContain("Decided whether");
    assertThat(json).doesNotContain("hotel").doesNotContain("new phone");
    for (String all : PdfCheck.everything(file(paper, "held.pdf"))) {
      assertThat(all).doesNotContain("hotel").doesNotContain("new phone");
    }
    assertThat(PdfCheck.words(file(paper, "held.pdf"))).contains("s. 45(4)(b)");
  }

  @Test
  void namesOfOthers_goByDefault_andStandOnlyWhereSomebodyDecidedSo() {
    HeldItem item =
        new HeldItem(
            "report:x",
            "Report",
            START,
            "Report R/1",
            "Ash told Ash’s aunt; Ashdown Road.",
            List.of("Ash"),
            true,
            false,
            person);
    assertThat(SubjectAccess.given(item, java.util.Optional.empty()).words())
        .isEqualTo(
            "[redacted: somebody else’s details] told [redacted: somebody else’s details]’s"
                + " aunt; Ashdown Road.");
    assertThat(access.open(officer, person).items())
        .filteredOn(one -> one.kind().equals("Report"))
        .allSatisfy(one -> assertThat(one.others()).contains("Ash"));
  }

  @Test
  void whatNobodyRead_isNotGiven() {
    receive();
    assertThatThrownBy(() -> access.release(officer, person, "By post."))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("nobody has decided");
    assertThat(scene.server.count("select count(*) from record.paper")).isZero();
  }

  @Test
  void withholding_needsItsExemption() {
    receive();
    assertThatThrownBy(() ->
            access.decide(
                officer, person, item("Report").key(), Given.WITHHELD, null, "", "Because."))
        .hasMessageContaining("exemption");
    assertThatThrownBy(() ->
            access.decide(
                officer, person, "report:none", Given.WHOLE, null, "", "Nothing of others in it."))
        .isInstanceOf(Refused.class);
  }

  @Test
  void wordOfOneLetter_isNotLeftInUnsaid() {
    receive();
    assertThatThrownBy(() ->
            access.decide(
                officer,
                person,
                item("Report").key(),
                Given.NAMES_REDACTED,
                Exemption.OTHERS,
                "hotel\nJ",
                "Somebody else."))
        .hasMessageContaining("two letters or more");
  }

  @Test
  void nameInOneReport_goesFromWhateverSomebodyWrote_andFromItsSource() {
    List<HeldItem> free =
        access.open(officer, person).items().stream().filter(HeldItem::free).toList();
    assertThat(free).extracting(HeldItem::kind).contains("Report", "Decision", "Case");
    assertThat(free).allSatisfy(one -> assertThat(one.others()).contains("Ash"));
    HeldItem item =
        new HeldItem(
            "referral:x",
            "Referral",
            START,
            "Referral to Ash",
            "A concern.",
            List.of("Ash"),
            true,
            false,
            person);
    receive();
    SubjectAnswer answer =
        SubjectAnswer.of(
            access.open(officer, person).person(),
            List.of(item),
            access.open(officer, person).waiting().orElseThrow());
    assertThat(new String(answer.json(), StandardCharsets.UTF_8))
        .doesNotContain("Ash")
        .contains("Referral to [redacted: somebody else’s details]");
    assertThat(answer.left()).hasSize(1);
  }

  private List<HeldItem> items(String kind) {
    return access.open(officer, person).items().stream()
        .filter(one -> one.kind().equals(kind))
        .toList();
  }

  private UUID member(CaseRole role) {
    return scene.views().open(scene.officer, id, null).file().people().stream()
        .filter(one -> one.role() == role)
        .findFirst()
        .orElseThrow()
        .member();
  }

  private void said(@Nullable UUID member, String words) {
    scene.plans.said(
        scene.officer, id, member, words, "Quiet, looked at the door.", START, "Her form tutor");
  }

  @Test
  void whatTheySaidAndWhatWasDecidedAboutThem_isHeld_andWhatAnotherChildSaid_isNot() {
    UUID brother =
        scene
            .services
            .cases()
            .involve(
                scene.officer,
                id,
                new NewCase.Member(CaseRole.SIBLING, null, null, "Rowan", null),
                "He lives with her.");
    said(member(CaseRole.CHILD), "I want to go home. Rowan knows.");
    said(brother, "I saw the grey car.");
    scene.plans.decide(scene.officer, id, "A plan with her school", "She is missing at night.");
    scene.plans.act(scene.officer, id, "Ask the school for a quiet room", null, START);
    assertThat(items("What you said"))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.text()).startsWith("I want to go home.").doesNotContain("grey car");
          assertThat(one.free()).isTrue();
          assertThat(SubjectAccess.given(one, java.util.Optional.empty()).words())
              .contains("[redacted: somebody else’s details] knows.");
        });
    assertThat(items("Decision in the case"))
        .singleElement()
        .satisfies(one -> assertThat(one.text()).contains("A plan with her school"));
    assertThat(items("Action")).hasSize(1);
    assertThat(access.open(officer, person).items())
        .noneMatch(one -> one.text().contains("grey car"));
  }

  private UUID involve(CaseRole role, String name) {
    return scene
        .services
        .cases()
        .involve(
            scene.officer,
            id,
            new NewCase.Member(role, null, null, name, null),
            "Was in the same hotel.");
  }

  private void seen(UUID member, String says) {
    scene
        .services
        .cases()
        .record(scene.officer, id, "child-seen", START, member.toString(), null, says);
  }

  @Test
  void childTakenOutOfTheCase_isStillAnother_andTheirNameStillGoes() {
    UUID rowan = involve(CaseRole.CHILD, "Rowan");
    seen(rowan, "Seen at his school.");
    said(null, "He waits at the gate. Rowan knows.");
    scene.services.cases().release(scene.officer, id, rowan, "He has a case of his own.");
    assertThat(access.open(officer, person).items())
        .noneMatch(one -> one.text().contains("at his school"))
        .filteredOn(HeldItem::free)
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.others()).contains("Rowan"));
    assertThat(items("What you said"))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.text()).endsWith("Which child said it is not written down.");
          assertThat(SubjectAccess.given(one, java.util.Optional.empty()).words())
              .contains("[redacted: somebody else’s details] knows.");
        });
  }

  @Test
  void whoeverWasTakenOutOfACase_isToldThatTheyWereNamed_andWhatTheySaid() {
    UUID child = member(CaseRole.CHILD);
    involve(CaseRole.SIBLING, "Rowan");
    said(child, "I want to go home.");
    seen(child, "Seen at her school.");
    scene.services.cases().release(scene.officer, id, child, "It is another girl’s case.");
    assertThat(items("Case"))
        .extracting(HeldItem::text)
        .containsExactly(
            "Your part in the case: Child the case is about. Named when the case was opened",
            "Taken out of the case again as: Child the case is about. It is another girl’s case.");
    assertThat(items("What you said"))
        .singleElement()
        .satisfies(one -> assertThat(one.text()).startsWith("I want to go home."));
    assertThat(access.open(officer, person).items())
        .filteredOn(one -> one.text().contains("Seen at her school."))
        .singleElement()
        .satisfies(one -> assertThat(one.others()).contains("Rowan"));
  }

  @Test
  void wordsOfSomeChild_amongSeveral_areReadBySomebody_andSaySo() {
    said(null, "He waits at the gate.");
    assertThat(items("What you said"))
        .singleElement()
        .satisfies(one -> assertThat(one.text()).doesNotContain("not written down"));
    scene
        .services
        .cases()
        .involve(
            scene.officer,
            id,
            new NewCase.Member(CaseRole.CHILD_AT_RISK, null, null, "Rowan", null),
            "He knows him.");
    assertThat(items("What you said"))
        .singleElement()
        .satisfies(
            one -> assertThat(one.text()).endsWith("Which child said it is not written down."));
  }

  @Test
  void suspect_getsTheirPartInTheCase_andNothingOfWhatIsDoneForTheChild() {
    UUID ash =
        scene
            .services
            .people()
            .create(
                scene.officer,
                new NewPerson("Ash", "Penn", null, "unknown", null, null, null, null, null),
                "New to us.");
    UUID mention =
        scene
            .server
            .acts()
            .plain(
                scene.officer,
                () -> new ReportFiles(scene.server.databases()).find(report, KnownAt.NOW))
            .orElseThrow()
            .people()
            .get(1)
            .id();
    scene.services.people().choose(scene.officer, mention, ash, "It is him.");
    said(member(CaseRole.CHILD), "I want to go home.");
    said(null, "He waits at the gate.");
    scene.plans.decide(scene.officer, id, "A plan with her school", "She is missing at night.");
    assertThat(access.open(officer, ash).items())
        .filteredOn(one -> one.source().startsWith("Case"))
        .extracting(HeldItem::kind)
        .containsExactly("Case");
  }

  @Test
  void file_goesOnlyWhereSomebodyGivesItWhole_andThenByItsChecksum() {
    Documents documents =
        new Documents(
            scene.server.acts(),
            scene.views(),
            new ReportFiles(scene.server.databases()),
            new DocumentStore(scene.server.databases()),
            Scanner.NONE,
            DocumentSettings.usual());
    documents.attach(
        scene.officer,
        DocumentHolder.ofCase(id),
        new NewDocument(
            FileName.of("Note.txt"),
            "What her form tutor wrote down",
            "A grey car waited.".getBytes(StandardCharsets.UTF_8)));
    String sha = documents.open(scene.officer, id).documents().getFirst().sha256();
    receive();
    decideAll();
    HeldItem item = item("Document");
    assertThat(answer())
        .contains("What her form tutor wrote down")
        .contains("What is in the file is not given with this answer.")
        .doesNotContain(sha);
    access.decide(officer, person, item.key(), Given.WHOLE, null, "", "Nobody else is in it.");
    assertThat(answer()).contains("The file goes with this answer. SHA-256: " + sha);
    documents.state(
        scene.officer,
        DocumentHolder.ofCase(id),
        item.about(),
        org.heed.server.document.Document.StateAct.WITHDRAWN,
        "It belongs to another case.");
    assertThatThrownBy(() -> access.release(officer, person, "By hand."))
        .as("what changed since is read again")
        .hasMessageContaining("nobody has decided");
  }

  private String answer() {
    SubjectAccess.Opened opened = access.open(officer, person);
    return new String(
        SubjectAnswer.of(opened.person(), opened.items(), opened.waiting().orElseThrow()).json(),
        StandardCharsets.UTF_8);
  }

  @Test
  void thingsOfTheirReports_areHeld_andReadFirst() {
    UUID written =
        scene
            .services
            .reports()
            .record(
                scene.officer,
                new NewReport(
                    "test",
                    "R/things",
                    ReportKind.INTELLIGENCE,
                    null,
                    "greyport",
                    "She was given a phone.",
                    START,
                    START,
                    START,
                    START,
                    null,
                    null,
                    null,
                    "safeguarding",
                    null,
                    null,
                    List.of(
                        new NewMention(
                            MentionRole.VICTIM,
                            "Ottoline",
                            "Marsh",
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null)),
                    List.of(new NewThing(ThingKind.PHONE, "07700 900123", null, null))))
            .report();
    UUID mention =
        scene
            .server
            .acts()
            .plain(
                scene.officer,
                () -> new ReportFiles(scene.server.databases()).find(written, KnownAt.NOW))
            .orElseThrow()
            .people()
            .getFirst()
            .id();
    scene.services.people().choose(scene.officer, mention, person, "It is her.");
    assertThat(items("Phone"))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.text()).contains("07700 900123").contains("does not say whose it is");
          assertThat(one.free()).isTrue();
        });
  }

  @Test
  void lastDay_isToldToAllWhoAnswer_aWeekBeforeItOnItAndAfterIt_byANumberAlone() {
    Notices notices =
        new Notices(
            scene.server.acts(),
            new NoticeStore(scene.server.databases(), CaseScene.RULEBOOK),
            scene.deadlines(),
            List.of(),
            scene.services.accounts(),
            scene.services.sessions(),
            scene.server.time());
    receive();
    String nobody = "2026-05-27T22:59:00Z";
    for (String at : List.of(nobody, "2026-05-27T23:01:00Z", "2026-05-30T10:00:00Z")) {
      scene.server.clock().set(Instant.parse(at));
      notices.give();
      assertThat(stages(notices, officer)).as(at).hasSize(at.equals(nobody) ? 0 : 1);
    }
    scene.server.clock().set(Instant.parse("2026-06-04T10:00:00Z"));
    notices.give();
    scene.server.clock().set(Instant.parse("2026-06-04T23:01:00Z"));
    notices.give();
    notices.give();
    for (Caller caller : List.of(officer, second)) {
      assertThat(stages(notices, caller)).containsExactly(Stage.PAST, Stage.NOW, Stage.NEARS);
    }
    assertThat(stages(notices, scene.supervisor)).isEmpty();
    Notice one = ofRequests(notices, officer).getFirst();
    assertThat(one.says()).matches("Past its time: Q2026/[0-9A-F]{8}");
    assertThat(one.dueAt()).isEqualTo(Instant.parse("2026-06-04T22:59:00Z"));
    assertThat(
            scene.server.count(
                "select count(*) from record.notice n where to_jsonb(n)::text ~ '"
                    + person
                    + "' or to_jsonb(n)::text ~* 'marsh'"))
        .isZero();
    assertThat(notices.way(officer, one.id())).isEqualTo("/people/" + person + "/held");
    decideAll();
    access.release(officer, person, "By hand.");
    scene.server.clock().set(Instant.parse("2026-06-20T10:00:00Z"));
    notices.give();
    assertThat(stages(notices, officer)).hasSize(3);
  }

  private static List<Notice> ofRequests(Notices notices, Caller caller) {
    return notices.mine(caller).stream().filter(one -> one.of() == Notice.Of.REQUEST).toList();
  }

  private static List<Stage> stages(Notices notices, Caller caller) {
    return ofRequests(notices, caller).stream().map(Notice::stage).toList();
  }

  @Test
  void restrictedCase_isHeldTooForItsMembers_andTakesASecondPerson() {
    scene
        .restrictions()
        .restrict(
            scene.supervisor,
            id,
            List.of(officer.account(), second.account()),
            "A relative works here.");
    assertThat(items("Case"))
        .singleElement()
        .satisfies(one -> assertThat(one.restricted()).isTrue());
    receive();
    decideAll();
    assertThatThrownBy(() -> access.release(officer, person, "By hand."))
        .hasMessageContaining("a second person");
    assertThat(access.open(scene.someone(null, Role.DATA_PROTECTION), person).items())
        .extracting(HeldItem::kind)
        .doesNotContain("Case");
  }

  @Test
  void restrictedRecord_takesASecondPerson_whoDecidedNoneOfIt() {
    new Restrictions(scene.server.acts(), scene.server.databases())
        .restrict(
            scene.supervisor,
            report,
            List.of(officer.account(), second.account()),
            "A colleague is named.");
    receive();
    assertThat(access.open(officer, person).isRestricted()).isTrue();
    decideAll();
    assertThatThrownBy(() -> access.release(officer, person, "By post."))
        .hasMessageContaining("second person");
    assertThatThrownBy(() -> access.agree(officer, person, "All of it."))
        .hasMessageContaining("decided none of it");
    access.agree(second, person, "Every item and the report itself.");
    scene.server.clock().set(scene.server.clock().instant().plusSeconds(60));
    access.decide(
        officer, person, item("Report").key(), Given.WHOLE, null, "", "Nothing of others in it.");
    assertThatThrownBy(() -> access.release(officer, person, "By post."))
        .as("what was decided since has to be agreed to again")
        .hasMessageContaining("second person");
    access.agree(second, person, "The report once more.");
    access.release(officer, person, "Handed over at the station.");
    assertThat(access.open(officer, person).papers()).hasSize(1);
  }

  @Test
  void othersGetNothingOfRequestsAndAnswers_andEveryLookIsKept() {
    receive();
    decideAll();
    UUID paper = access.release(officer, person, "Handed over at the station.");
    for (Caller caller : List.of(scene.supervisor, scene.officer)) {
      assertThatThrownBy(() -> access.open(caller, person)).isInstanceOf(Refused.class);
      assertThatThrownBy(() -> access.file(caller, person, paper, "held.pdf"))
          .isInstanceOf(Refused.class);
      for (String table :
          List.of("subject_request", "subject_decision", "subject_step", "paper_file")) {
        assertThat(
                scene
                    .server
                    .acts()
                    .plain(
                        caller,
                        () ->
                            org.springframework.jdbc.core.simple.JdbcClient.create(
                                    scene.server.databases().app())
                                .sql("select count(*) from record." + table)
                                .query(Long.class)
                                .single()))
            .as(table)
            .isZero();
      }
    }
    file(paper, "held.pdf");
    assertThat(
            scene.server.count(
                "select count(*) from ledger.entry where kind = 'paper.opened' and subjects @>"
                    + " array['"
                    + paper
                    + "', '"
                    + person
                    + "']::uuid[]"))
        .isEqualTo(1);
    assertThat(officer.may(Right.RECORD)).isFalse();
  }

  @Test
  void whatWaits_standsWithItsLastDay_untilItIsAnswered_forThoseWhoAnswer() {
    assertThat(access.waiting(officer)).isEmpty();
    receive();
    for (Caller caller : List.of(officer, second)) {
      assertThat(access.waiting(caller))
          .extracting(SubjectAccess.Waiting::person, SubjectAccess.Waiting::answerBy)
          .containsExactly(tuple(person, LocalDate.of(2026, 6, 4)));
    }
    assertThatThrownBy(() -> access.waiting(scene.supervisor)).isInstanceOf(Refused.class);
    decideAll();
    access.release(officer, person, "By hand.");
    assertThat(access.waiting(officer)).isEmpty();
  }

  @Test
  void oneRequestAtATime_andNoneFromTheFuture() {
    receive();
    assertThatThrownBy(this::receive).isInstanceOf(Refused.class);
    decideAll();
    access.release(officer, person, "By hand.");
    assertThatThrownBy(() ->
            access.receive(
                officer, person, AccessLaw.GENERAL, LocalDate.of(2099, 1, 1), "By letter."))
        .hasMessageContaining("not come yet");
  }
}
