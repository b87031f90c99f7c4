package org.heed.server.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.heed.server.SettingsFile;
import org.heed.server.StartFailure;

/**
 * What whoever runs Heed says of notices: the file {@code notices.properties} of the data folder.
 * Without a mail server in it nothing goes by e-mail.
 *
 * @param address where people reach this Heed, without a slash at the end
 */
public record NoticeSettings(String address, Optional<Mail> mail) {
  private static final String FILE = "notices.properties";
  private static final int SUBMISSION = 587;

  /**
   * The mail server.
   *
   * @param encrypted whether it must take up encryption before anything is said; only a server on
   *     the same machine may do without
   * @param user empty where it asks for none
   * @param password likewise; in a file of its own
   */
  public record Mail(
      String host, int port, boolean encrypted, String from, String user, String password) {
    /** Where it is. */
    @Override
    public String toString() {
      return "Mail[" + host + ":" + port + "]";
    }
  }

  /**
   * Those of a data folder.
   *
   * @param port at which people of this machine reach this Heed, for want of an address
   * @throws StartFailure naming what cannot be read
   */
  public static NoticeSettings in(Path data, int port) {
    return of(SettingsFile.read(data, FILE), data, port);
  }

  static NoticeSettings of(Properties said, Path data, int port) {
    String address = said.getProperty("address", "http://localhost:" + port).strip();
    String host = said.getProperty("mail.host", "").strip();
    if (host.isEmpty()) {
      return new NoticeSettings(trimmed(address), Optional.empty());
    }
    boolean encrypted = !said.getProperty("mail.encrypted", "yes").strip().equals("no");
    if (!encrypted && !host.equals("localhost") && !host.equals("127.0.0.1")) {
      throw new StartFailure(
          "In " + FILE + ", only a mail server on this machine may go without encryption.", null);
    }
    return new NoticeSettings(
        trimmed(address),
        Optional.of(
            new Mail(
                host,
                port(said.getProperty("mail.port", Integer.toString(SUBMISSION)).strip()),
                encrypted,
                required(said, "mail.from"),
                said.getProperty("mail.user", "").strip(),
                password(data.resolve("secrets/mail.password")))));
  }

  private static String trimmed(String address) {
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }

  private static String required(Properties said, String name) {
    String value = said.getProperty(name, "").strip();
    if (value.isEmpty()) {
      throw new StartFailure("In " + FILE + ", say " + name + ".", null);
    }
    return value;
  }

  private static int port(String written) {
    try {
      return Integer.parseInt(written);
    } catch (NumberFormatException e) {
      throw new StartFailure("In " + FILE + ", mail.port is a number.", e);
    }
  }

  private static String password(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file).strip() : "";
    } catch (IOException e) {
      throw new StartFailure("The file " + file + " cannot be read.", e);
    }
  }
}
