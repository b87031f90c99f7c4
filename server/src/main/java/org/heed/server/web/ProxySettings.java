package org.heed.server.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heed.server.SettingsFile;
import org.heed.server.StartFailure;

/**
 * What whoever runs Heed says of the web server in front of it: the file {@code web.properties} of
 * the data folder. Without it Heed listens on this machine alone and believes a web server on it.
 *
 * @param listen the address Heed listens on
 * @param proxies addresses of web servers elsewhere, whose word on who asks and how is believed
 */
public record ProxySettings(String listen, Set<String> proxies) {
  private static final String FILE = "web.properties";
  private static final String HERE = "127.0.0.1";

  /** This machine, as Java writes its addresses. */
  private static final String LOCAL = "127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|::1|0:0:0:0:0:0:0:1";

  public ProxySettings {
    proxies = Set.copyOf(proxies);
  }

  /**
   * Those of a data folder.
   *
   * @throws StartFailure naming what cannot be read
   */
  public static ProxySettings in(Path data) {
    return of(SettingsFile.read(data, FILE));
  }

  static ProxySettings of(Properties said) {
    Set<String> proxies = new LinkedHashSet<>();
    for (String one : said.getProperty("proxies", "").split("[,\\s]+", -1)) {
      if (!one.isEmpty()) {
        proxies.add(address("proxies", one));
      }
    }
    String listen = address("listen", said.getProperty("listen", HERE).strip());
    if (proxies.isEmpty() && !listen.matches(LOCAL)) {
      throw new StartFailure(
          "In "
              + FILE
              + ", say in proxies which web server with TLS may ask Heed on "
              + listen
              + ".",
          null);
    }
    return new ProxySettings(listen, proxies);
  }

  /** Only who is written as an address: a name may come to mean another machine. */
  private static String address(String name, String written) {
    try {
      if (written.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
        return InetAddress.getByName(written).getHostAddress();
      }
    } catch (UnknownHostException e) {
      throw unreadable(name, e);
    }
    throw unreadable(name, null);
  }

  private static StartFailure unreadable(
      String name, @org.jspecify.annotations.Nullable Exception cause) {
    return new StartFailure("In " + FILE + ", write " + name + " as addresses: 10.0.0.5.", cause);
  }

  /** Who may ask at all, as a list of networks. */
  String mayAsk() {
    return String.join(
        ",", Stream.concat(Stream.of("127.0.0.0/8", "::1"), proxies.stream()).toList());
  }

  /** An expression that matches the addresses of whoever is believed. */
  String believed() {
    return LOCAL
        + proxies.stream()
            .sorted()
            .map(one -> "|" + Pattern.quote(one))
            .collect(Collectors.joining());
  }
}
