package org.heed.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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

  private WebFixture web;
  private String token;
  private String caseFile;

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
    Map<String, String> all = new java.util.HashMap<>(headers);
    all.put("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
    return web.ask(
        "POST", "/cases/" + caseFile + "/documents", body + "--" + BOUNDARY + "--\r\n", all);
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

  @Test
  void formWithoutItsToken_isRefusedBeforeAByteIsRead() {
    long before = kept();
    HttpResponse<String> answer =
        attach(
            Map.of("Cookie", "heed_session=" + token),
            part("name=\"says\"", "Forged") + part("name=\"file\"; filename=\"a.txt\"", "A note."));
    assertThat(answer.statusCode()).isIn(401, 403);
    assertThat(kept()).isEqualTo(before);
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
