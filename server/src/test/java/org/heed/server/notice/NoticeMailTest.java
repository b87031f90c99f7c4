package org.heed.server.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.heed.server.StartFailure;
import org.heed.server.access.Passwords;
import org.heed.server.access.Reach;
import org.heed.server.safeguarding.CaseScene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notices go out through a real mail server, and tell nobody on the way anything. */
class NoticeMailTest {
  private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");

  private CaseScene scene;
  private GreenMail server;
  private Notices notices;
  private NoticeStore store;
  private Reach reach;
  private UUID id;

  @BeforeEach
  void start() {
    scene = new CaseScene();
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    store = new NoticeStore(scene.server.databases(), CaseScene.RULEBOOK);
    reach = new Reach(scene.server.databases(), scene.server.acts(), new Passwords());
    notices =
        new Notices(
            scene.server.acts(),
            store,
            scene.deadlines(),
            List.of(),
            scene.services.accounts(),
            scene.services.sessions(),
            scene.server.time());
    id = scene.openAt(START, scene.officer.account());
  }

  @AfterEach
  void stop() {
    server.stop();
    scene.close();
  }

  private NoticeMail mail() {
    return new NoticeMail(
        scene.server.acts(),
        store,
        reach,
        new NoticeSettings(
            "https://heed.norchester.example",
            Optional.of(
                new NoticeSettings.Mail(
                    "127.0.0.1",
                    server.getSmtp().getPort(),
                    false,
                    "heed@norchester.example",
                    "",
                    ""))));
  }

  private void given() {
    scene.server.clock().set(START.plus(Duration.ofHours(23)));
    assertThat(notices.give()).isPositive();
  }

  @Test
  void message_carriesAReferenceAndALink_andNoNamePlaceOrConcern() throws Exception {
    reach.email(scene.officer, "officer@norchester.example");
    given();
    int sent = mail().send(notices.program());
    assertThat(sent).isPositive();
    String number = scene.views().open(scene.officer, id, null).file().number();
    MimeMessage[] received = server.getReceivedMessages();
    assertThat(received).hasSize(sent);
    for (MimeMessage message : received) {
      assertThat(message.getSubject()).matches("Heed: (Due soon|Due now|Past its time): " + number);
      String whole = GreenMailUtil.getWholeMessage(message);
      assertThat(GreenMailUtil.getBody(message))
          .contains("https://heed.norchester.example/notices/");
      assertThat(whole)
          .doesNotContainIgnoringCase("Ottoline")
          .doesNotContainIgnoringCase("Marsh")
          .doesNotContainIgnoringCase("hotel")
          .doesNotContainIgnoringCase("greyport")
          .doesNotContainIgnoringCase("child")
          .doesNotContainIgnoringCase("exploit");
      assertThat(message.getAllRecipients())
          .extracting(Object::toString)
          .containsExactly("officer@norchester.example");
    }
    assertThat(mail().send(notices.program())).as("none goes twice").isZero();
  }

  @Test
  void whoGaveNoAddress_getsNoMessage() {
    given();
    assertThat(mail().send(notices.program())).isZero();
    assertThat(server.getReceivedMessages()).isEmpty();
    assertThat(notices.mine(scene.officer)).isNotEmpty();
  }

  @Test
  void whatDidNotGoOut_goesTheNextTime() {
    reach.email(scene.officer, "officer@norchester.example");
    given();
    NoticeMail mail = mail();
    server.stop();
    assertThat(mail.send(notices.program())).isZero();
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    assertThat(mail().send(notices.program())).isPositive();
    assertThat(server.getReceivedMessages()).isNotEmpty();
  }

  @Test
  void serverElsewhere_hasToTakeUpEncryption() {
    Properties said = new Properties();
    said.setProperty("mail.host", "mail.norchester.example");
    said.setProperty("mail.from", "heed@norchester.example");
    said.setProperty("mail.encrypted", "no");
    assertThatThrownBy(() -> NoticeSettings.of(said, Path.of("none"), 8080))
        .isInstanceOf(StartFailure.class);
    said.remove("mail.encrypted");
    assertThat(NoticeSettings.of(said, Path.of("none"), 8080).mail().orElseThrow().encrypted())
        .isTrue();
  }

  @Test
  void withoutAnAddress_linksLeadToWhereHeedListens() {
    assertThat(NoticeSettings.of(new Properties(), Path.of("none"), 8099).address())
        .isEqualTo("http://localhost:8099");
  }
}
