package org.heed.server.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * The style sheet and scripts, read once at start. Only what is named here is ever served: the
 * design systems' fonts, crest, crown and icons have no address at all. Each address carries a hash
 * of its content, so a browser may keep it for ever.
 *
 * <p>The style sheet is GOV.UK Frontend, then Ministry of Justice Frontend, then ours, in one file,
 * with the GDS Transport faces taken out and its name replaced by a system stack: that typeface is
 * licensed for gov.uk alone (GOV.UK Frontend, {@code helpers/_font-faces--internal.scss}).
 */
public final class Assets {

  /** The prefix of every address. */
  public static final String PREFIX = "/assets/";

  private static final String JARS = "META-INF/resources/webjars/";
  private static final String FONTS =
      "system-ui,-apple-system,\"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,sans-serif";

  private final Map<String, String> addresses = new LinkedHashMap<>();
  private final Map<String, Asset> byAddress = new LinkedHashMap<>();

  /**
   * One file as it is sent.
   *
   * @param plain its bytes
   * @param gzip the same, compressed
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Asset(String contentType, byte[] plain, byte[] gzip) {}

  /** Reads the files of the class path. */
  public Assets() {
    String govuk = jar("govuk-frontend") + "dist/govuk/";
    String moj = jar("ministryofjustice__frontend") + "moj/";
    add(
        "heed.css",
        "text/css;charset=UTF-8",
        ours(text(govuk + "govuk-frontend.min.css"))
            + ours(text(moj + "moj-frontend.min.css"))
            + text("static/heed.css"));
    add("start.js", "text/javascript;charset=UTF-8", text("static/start.js"));
    add("govuk.js", "text/javascript;charset=UTF-8", script(govuk + "govuk-frontend.min.js"));
    add("htmx.js", "text/javascript;charset=UTF-8", script(jar("htmx.org") + "dist/htmx.min.js"));
    add(
        "heed.js",
        "text/javascript;charset=UTF-8",
        text("static/heed.js").replace("./govuk.js", address("govuk.js")));
    add("heed.svg", "image/svg+xml", text("static/heed.svg"));
  }

  /**
   * The address of a file.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public String address(String name) {
    String address = addresses.get(name);
    if (address == null) {
      throw new IllegalArgumentException("no asset named " + name);
    }
    return address;
  }

  Optional<Asset> find(String address) {
    return Optional.ofNullable(byAddress.get(address));
  }

  private void add(String name, String contentType, String text) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    int dot = name.lastIndexOf('.');
    String address = PREFIX + name.substring(0, dot) + "." + hash(plain) + name.substring(dot);
    addresses.put(name, address);
    byAddress.put(address, new Asset(contentType, plain, gzip(plain)));
  }

  private static String ours(String css) {
    return css.replaceAll("@font-face\\{[^}]*\\}", "")
            .replace("GDS Transport,arial,sans-serif", FONTS)
            .replaceAll("url\\(/assets/images/[^)]*\\)", "none")
            .replaceAll("/\\*! Copyright [^*]*\\*/", "")
            .replaceAll("/\\*# sourceMappingURL=[^*]*\\*/", "")
        + "\n";
  }

  private static String script(String path) {
    return text(path).replaceAll("(?m)^//# sourceMappingURL=.*$", "");
  }

  /** The folder of a WebJar, whose version its own Maven metadata tells. */
  private static String jar(String name) {
    var properties = new java.util.Properties();
    try (InputStream in = open("META-INF/maven/org.webjars.npm/" + name + "/pom.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return JARS + name + "/" + properties.getProperty("version") + "/";
  }

  private static String text(String path) {
    try (InputStream in = open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String path) throws IOException {
    InputStream in = Assets.class.getClassLoader().getResourceAsStream(path);
    if (in == null) {
      throw new IOException("not on the class path: " + path);
    }
    return in;
  }

  private static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] gzip(byte[] plain) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
