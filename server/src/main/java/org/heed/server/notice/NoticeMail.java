package org.heed.server.notice;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heed.server.access.Caller;
import org.heed.server.access.Reach;
import org.heed.server.store.Acts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Service;

/**
 * Sends notices by e-mail to those who gave an address. A message has how the deadline stands, a
 * number and a link: whoever reads it over a shoulder, or at the provider, learns no more.
 */
@Service
public class NoticeMail {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeMail.class);
  private static final String PATIENCE = "10000";

  private final Acts acts;
  private final NoticeStore store;
  private final Reach reach;
  private final NoticeSettings settings;

  public NoticeMail(Acts acts, NoticeStore store, Reach reach, NoticeSettings settings) {
    this.acts = acts;
    this.store = store;
    this.reach = reach;
    this.settings = settings;
  }

  /** Sends what did not go out yet; how many did. What fails is tried again the next time. */
  public int send(Caller program) {
    return settings.mail().map(mail -> send(program, mail)).orElse(0);
  }

  private int send(Caller program, NoticeSettings.Mail mail) {
    List<Notice> unsent = acts.plain(program, store::unsent);
    if (unsent.isEmpty()) {
      return 0;
    }
    Map<UUID, String> addresses =
        reach.emails(unsent.stream().map(Notice::account).collect(Collectors.toSet()));
    JavaMailSenderImpl sender = sender(mail);
    int sent = 0;
    for (Notice notice : unsent) {
      String to = addresses.get(notice.account());
      // Whoever gave no address has it in the application: it does not wait for one.
      boolean done = to == null || send(sender, message(notice, mail.from(), to));
      sent += to != null && done ? 1 : 0;
      acts.plain(
          program,
          () -> {
            store.tried(notice.id(), done);
            return done;
          });
    }
    return sent;
  }

  private static boolean send(JavaMailSenderImpl sender, SimpleMailMessage message) {
    try {
      sender.send(message);
      return true;
    } catch (MailException e) {
      LOG.warn("A notice could not be sent by e-mail. ({})", e.getClass().getSimpleName());
      return false;
    }
  }

  private SimpleMailMessage message(Notice notice, String from, String to) {
    SimpleMailMessage message = new SimpleMailMessage();
    message.setFrom(from);
    message.setTo(to);
    message.setSubject("Heed: " + notice.says());
    message.setText(
        notice.says()
            + "\n\nOpen it in Heed: "
            + settings.address()
            + "/notices/"
            + notice.id()
            + "\n");
    return message;
  }

  private static JavaMailSenderImpl sender(NoticeSettings.Mail mail) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost(mail.host());
    sender.setPort(mail.port());
    Properties how = sender.getJavaMailProperties();
    how.setProperty("mail.smtp.connectiontimeout", PATIENCE);
    how.setProperty("mail.smtp.timeout", PATIENCE);
    how.setProperty("mail.smtp.writetimeout", PATIENCE);
    if (mail.encrypted()) {
      how.setProperty("mail.smtp.starttls.enable", "true");
      how.setProperty("mail.smtp.starttls.required", "true");
      how.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    }
    if (!mail.user().isEmpty()) {
      how.setProperty("mail.smtp.auth", "true");
      sender.setUsername(mail.user());
      sender.setPassword(mail.password());
    }
    return sender;
  }
}
