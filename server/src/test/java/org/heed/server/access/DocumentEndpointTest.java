package org.heed.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Files as a browser sends and gets them. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentEndpointTest {
  private static final String BOUNDARY = "made-boundary";
  private static final String SAYS = part("name=\"says\"", "A note");
  private static final String FILE = part("name=\"file\"; filename=\"a.txt\"", "A note.");

  private WebFixture web;
  private String token;
  private String caseFile;
  private String cookies = "";

  @BeforeAll
  void start() {
    web = WebFixture.start();
    token = web.session(Role.INVESTIGATOR);
    HttpResponse<String> answer =
        web.ask(
            "POST",
            "/cases",
            "kind=place&area=greyport&team=Team&reason=told&subject=A+hotel",
            Map.of(
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/x-www-form-urlencoded"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    caseFile = web.text("select id::text from record.case_file");
  }

  @AfterAll
  void stop() {
    web.close();
  }

  private static String part(String disposition, String content) {
    return "--"
        + BOUNDARY
        + "\r\nContent-Disposition: form-data; "
        + disposition
        + "\r\n\r\n"
        + content
        + "\r\n";
  }

  private HttpResponse<String> attach(Map<String, String> headers, String body) {
    return send("", headers, body);
  }

  private HttpResponse<String> send(String query, Map<String, String> headers, String body) {
    Map<String, String> all = new java.util.HashMap<>(headers);
    all.put("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
    return web.ask(
        "POST",
        "/cases/" + caseFile + "/documents" + query,
        body + "--" + BOUNDARY + "--\r\n",
        all);
  }

  private Map<String, String> bearer() {
    return Map.of("Authorization", "Bearer " + token);
  }

  private long kept() {
    return web.count("select count(*) from record.document");
  }

  @Test
  void attachedFile_isADownloadAndNothingElse() {
    HttpResponse<String> answer =
        attach(
            bearer(),
            part("name=\"says\"", "A note, and what it is")
                + part(
                    "name=\"file\"; filename=\"C:\\notes\\Zoë’s <b>note.txt\"\r\nContent-Type: text/html",
                    "<not a page".replace("<", "Seen at the hotel: ")));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    String id = web.text("select id::text from record.document order by at desc limit 1");
    HttpResponse<String> file =
        web.ask("GET", "/cases/" + caseFile + "/documents/" + id + "/file", "", bearer());
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).isEqualTo("Seen at the hotel: not a page");
    assertThat(file.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment;")
        .contains("filename*=UTF-8''Zo%C3%AB%E2%80%99s%20bnote.txt")
        .doesNotContain("<");
    assertThat(file.headers().allValues("Content-Security-Policy"))
        .contains("default-src 'none'; sandbox");
    assertThat(file.headers().allValues("X-Content-Type-Options")).contains("nosniff");
    assertThat(file.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @Test
  void formThatIsWrong_goesBack_andKeepsNothing() {
    long before = kept();
    assertThat(attach(bearer(), part("name=\"says\"", "No file")).body()).contains("Choose a file");
    assertThat(attach(bearer(), part("name=\"file\"; filename=\"a.txt\"", "text")).body())
        .contains("Enter what it is");
    assertThat(
            attach(
                    bearer(),
                    part("name=\"says\"", "A page")
                        + part("name=\"file\"; filename=\"a.html\"", "<html><script>"))
                .body())
        .contains("Files of this kind are not taken");
    assertThat(
            attach(
                    bearer(),
                    part("name=\"says\"", "Empty") + part("name=\"file\"; filename=\"a.txt\"", ""))
                .statusCode())
        .isEqualTo(422);
    assertThat(
            web.ask(
                    "POST",
                    "/cases/" + caseFile + "/documents",
                    "--" + BOUNDARY + "\r\nContent-Disp",
                    Map.of(
                        "Authorization",
                        "Bearer " + token,
                        "Content-Type",
                        "multipart/form-data; boundary=" + BOUNDARY))
                .statusCode())
        .isEqualTo(422);
    assertThat(kept()).isEqualTo(before);
  }

  private String page() {
    HttpResponse<String> page =
        web.ask(
            "GET",
            "/cases/" + caseFile + "/documents",
            "",
            Map.of("Cookie", "heed_session=" + token));
    String kept =
        page.headers().allValues("Set-Cookie").stream()
            .filter(one -> one.startsWith("heed_csrf="))
            .findFirst()
            .orElseThrow();
    cookies = "heed_session=" + token + "; " + kept.substring(0, kept.indexOf(';'));
    return page.body();
  }

  private String formToken() {
    return formToken(page());
  }

  private static String formToken(String page) {
    String form = page.substring(page.indexOf("multipart/form-data"));
    Matcher first = Pattern.compile("<(?:input|textarea|select)[^>]*>").matcher(form);
    assertThat(first.find()).isTrue();
    Matcher token =
        Pattern.compile("type=\"hidden\" name=\"_csrf\" value=\"([^\"]+)\"").matcher(first.group());
    assertThat(token.find()).as("the first field is the token: %s", first.group()).isTrue();
    return token.group(1);
  }

  private static String tokenPart(String token) {
    return part("name=\"_csrf\"", token);
  }

  @Test
  void formOfAPage_carriesItsTokenAsItsFirstField_andInNoAddress() {
    long before = kept();
    String page = page();
    String sent = formToken(page);
    assertThat(page).doesNotContain("?_csrf", "&_csrf", "&amp;_csrf");
    assertThat(attach(Map.of("Cookie", cookies), tokenPart(sent) + SAYS + FILE).statusCode())
        .isEqualTo(302);
    assertThat(kept()).isEqualTo(before + 1);
  }

  @Test
  void formWithoutItsToken_isRefused_andKeepsNothing() {
    long before = kept();
    String sent = formToken();
    Map<String, String> asked = Map.of("Cookie", cookies);
    assertThat(attach(asked, SAYS + FILE).statusCode()).as("none").isEqualTo(403);
    assertThat(attach(asked, tokenPart(sent.substring(1)) + SAYS + FILE).statusCode())
        .as("wrong")
        .isEqualTo(403);
    assertThat(attach(asked, tokenPart("") + SAYS + FILE).statusCode()).as("empty").isEqualTo(403);
    assertThat(attach(asked, SAYS + tokenPart(sent) + FILE).statusCode())
        .as("not the first")
        .isEqualTo(403);
    assertThat(attach(asked, FILE + tokenPart(sent) + SAYS).statusCode())
        .as("after the file")
        .isEqualTo(403);
    assertThat(attach(asked, "").statusCode()).as("nothing at all").isEqualTo(403);
    assertThat(
            attach(Map.of("Cookie", "heed_session=" + token), tokenPart(sent) + SAYS + FILE)
                .statusCode())
        .as("of no browser")
        .isEqualTo(403);
    assertThat(send("?_csrf=" + sent, asked, SAYS + FILE).statusCode())
        .as("in the address")
        .isEqualTo(403);
    assertThat(
            web.ask(
                    "POST",
                    "/cases/" + caseFile + "/documents",
                    "says=A+note",
                    Map.of("Cookie", cookies, "Content-Type", "application/x-www-form-urlencoded"))
                .statusCode())
        .as("another kind of form")
        .isEqualTo(403);
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void formOfAReport_isAskedForItsTokenToo() {
    long before = kept();
    String sent = formToken();
    Map<String, String> asked =
        Map.of("Cookie", cookies, "Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
    String path = "/reports/" + caseFile + "/documents";
    String end = "--" + BOUNDARY + "--\r\n";
    assertThat(web.ask("POST", path, SAYS + FILE + end, asked).statusCode()).isEqualTo(403);
    assertThat(web.ask("POST", path, tokenPart(sent) + SAYS + FILE + end, asked).statusCode())
        .as("there is no such report")
        .isEqualTo(404);
    assertThat(kept()).isEqualTo(before);
  }

  /** The answer comes while the file is still on its way, so nobody waits for what is in it. */
  @Test
  void fileBeforeTheToken_isAnsweredWithoutBeingRead() throws Exception {
    formToken();
    String begins =
        "--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nSeen";
    String head =
        "POST /cases/"
            + caseFile
            + "/documents HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: "
            + cookies
            + "\r\nContent-Type: multipart/form-data; boundary="
            + BOUNDARY
            + "\r\nContent-Length: 15000000\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), web.server().port())) {
      socket.setSoTimeout(15_000);
      socket.getOutputStream().write((head + begins).getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      assertThat(answer).isEqualTo("HTTP/1.1 403");
    }
  }

  @Test
  void hugeFile_isReadPast_andTheAnswerSaysWhy() throws Exception {
    long before = kept();
    byte[] begins =
        (part("name=\"says\"", "Far too large")
                + "--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"film.mp4\"\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create(
                      "http://127.0.0.1:"
                          + web.server().port()
                          + "/cases/"
                          + caseFile
                          + "/documents"))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
              .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Endless(begins, 60L << 20)))
              .build();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains("The file is larger than 20 MB");
    }
    assertThat(kept()).isEqualTo(before);
  }

  /** Some bytes, and zeros after them. */
  private static final class Endless extends InputStream {
    private final byte[] begins;
    private final long length;
    private long at;

    Endless(byte[] begins, long zeros) {
      this.begins = begins;
      this.length = begins.length + zeros;
    }

    @Override
    public int read() throws IOException {
      return at >= length ? -1 : at < begins.length ? begins[(int) at++] & 0xff : next();
    }

    private int next() {
      at++;
      return 0;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      if (at >= begins.length && at < length) {
        int read = (int) Math.min(most, length - at);
        java.util.Arrays.fill(into, from, from + read, (byte) 0);
        at += read;
        return read;
      }
      return super.read(into, from, most);
    }
  }
}
