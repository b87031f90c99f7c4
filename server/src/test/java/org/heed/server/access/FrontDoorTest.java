package org.heed.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The door behind a web server with TLS: a flood closes the form for nobody else, cookies go over
 * TLS alone, and what one person typed is not another's.
 */
@Timeout(120)
class FrontDoorTest {
  private static final String TELL = "/tell-us/public/danger";
  private static final String PASSWORD = "long enough to keep";

  private static WebFixture web;

  @BeforeAll
  static void start() {
    web = WebFixture.start();
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  /** A browser: an address it comes from, and its cookies. */
  private static final class Visitor {
    private final String address;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String form = "";

    Visitor(String address) {
      this.address = address;
    }

    HttpResponse<String> get(String path) {
      HttpResponse<String> answer = ask("GET", path, "");
      Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(answer.body());
      if (token.find()) {
        form = token.group(1);
      }
      return answer;
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
      Map<String, String> all = new LinkedHashMap<>(fields);
      all.put("_csrf", form);
      List<String> pairs = new ArrayList<>();
      all.forEach((name, value) -> pairs.add(encoded(name) + "=" + encoded(value)));
      return ask("POST", path, String.join("&", pairs));
    }

    private HttpResponse<String> ask(String method, String path, String body) {
      List<String> shown = new ArrayList<>();
      cookies.forEach((name, value) -> shown.add(name + "=" + value));
      HttpResponse<String> answer =
          web.ask(
              method,
              path,
              body,
              Map.of(
                  "Accept",
                  "text/html",
                  "Content-Type",
                  "application/x-www-form-urlencoded",
                  "X-Forwarded-For",
                  address,
                  "X-Forwarded-Proto",
                  "https",
                  "Cookie",
                  String.join("; ", shown)));
      for (String cookie : answer.headers().allValues("Set-Cookie")) {
        String[] pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
        cookies.put(pair[0], pair[1]);
      }
      return answer;
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  @Test
  void floodOfOneLane_closesTheFormForNobodyElse_norForAChildThereWhoTyped() throws Exception {
    Visitor child = new Visitor("2001:db8:1:1::7");
    child.get(TELL);
    assertThat(child.post(TELL, Map.of("danger", "now")).statusCode()).isEqualTo(302);
    Visitor program = new Visitor("2001:db8:1:1::bad");
    program.get(TELL);
    web.clock().pass(java.time.Duration.ofSeconds(30));
    CountDownLatch full = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> flood = new ArrayList<>();
      for (int i = 0; i < 260; i++) {
        // Each from another address of the same network, and each a browser of its own.
        Visitor one = new Visitor("2001:db8:1:1::" + Integer.toHexString(0x1000 + i));
        one.form = program.form;
        one.cookies.put("heed_csrf", program.cookies.getOrDefault("heed_csrf", ""));
        flood.add(
            threads.submit(() -> {
              int status = one.post(TELL, Map.of("danger", "now")).statusCode();
              if (status == 503) {
                full.countDown();
              }
              return status;
            }));
      }
      full.await();
      Visitor elsewhere = new Visitor("2001:db8:1:2::7");
      elsewhere.get(TELL);
      assertThat(elsewhere.post(TELL, Map.of("danger", "now")).statusCode())
          .as("a child elsewhere")
          .isEqualTo(302);
      assertThat(child.post(TELL, Map.of("danger", "not-sure")).statusCode())
          .as("a child in the flood's own network, who has typed")
          .isEqualTo(302);
      for (Future<Integer> one : flood) {
        assertThat(one.get()).isIn(302, 503);
      }
    }
  }

  @Test
  void whoeverIsAskedToPressAgain_isKnownToHaveTypedByThen() {
    Visitor child = new Visitor("198.51.100.4");
    child.get("/tell-us/public/happened");
    HttpResponse<String> none = child.post("/tell-us/public/happened", Map.of());
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(child.cookies).as("though nothing of it is kept").containsKey("heed_tell");
  }

  @Test
  void answerThatIsTooLong_isOnItsPage_andKeptNowhere() {
    Visitor flooding = new Visitor("198.51.100.5");
    flooding.get("/tell-us/public/happened");
    long before = web.count("select count(*) from work.telling");
    HttpResponse<String> answer =
        flooding.post("/tell-us/public/happened", Map.of("happened", "long ".repeat(5_000)));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("long long long");
    flooding.get("/tell-us/public/contact");
    assertThat(
            flooding
                .post("/tell-us/public/contact", Map.of("how", "none", "knows", "x".repeat(50_000)))
                .statusCode())
        .as("a field of the other form")
        .isEqualTo(422);
    assertThat(web.count("select count(*) from work.telling")).isEqualTo(before);
  }

  @Test
  void cookies_goOverTlsAlone_whereTheWebServerInFrontSaysSo() {
    web.account("tls", Role.INVESTIGATOR, PASSWORD);
    Visitor visitor = new Visitor("198.51.100.7");
    visitor.get("/sign-in");
    HttpResponse<String> in = visitor.post("/sign-in", Map.of("name", "tls", "password", PASSWORD));
    assertThat(in.statusCode()).isEqualTo(302);
    assertThat(cookie(in, "heed_session")).contains("Secure", "HttpOnly");
    visitor.get(TELL);
    assertThat(cookie(visitor.post(TELL, Map.of("danger", "now")), "heed_tell")).contains("Secure");
    HttpResponse<String> plain = web.ask("POST", "/sign-out", "", Map.of());
    assertThat(plain.headers().allValues("Set-Cookie").toString()).doesNotContain("Secure");
  }

  private static String cookie(HttpResponse<String> answer, String name) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(one -> one.startsWith(name + "="))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatOneTyped_whenTheirSessionEnded_isNotShownToWhoeverSignsInNext() {
    web.account("first", Role.INVESTIGATOR, PASSWORD);
    web.account("second", Role.INVESTIGATOR, PASSWORD);
    Visitor machine = new Visitor("198.51.100.8");
    signIn(machine, "first", Map.of());
    String by = hidden(machine.get("/cases/new").body(), "_by");
    machine.cookies.remove("heed_session");
    HttpResponse<String> ended =
        machine.post("/cases", Map.of("_by", by, "reason", "Two girls named the arcade."));
    assertThat(ended.statusCode()).isEqualTo(401);
    assertThat(ended.body()).contains("Your session has ended").doesNotContain("arcade");
    String sealed = hidden(ended.body(), "sent");
    HttpResponse<String> other = signIn(machine, "second", Map.of("sent", sealed));
    assertThat(other.statusCode()).isEqualTo(302);
    assertThat(other.headers().firstValue("Location").orElse(""))
        .as("to their own Home")
        .isEqualTo("https://127.0.0.1/");
    assertThat(other.body()).doesNotContain("arcade");
    HttpResponse<String> stale =
        machine.post("/cases", Map.of("_by", by, "reason", "Two girls named the arcade."));
    assertThat(stale.statusCode()).as("the first's page, sent by the second").isEqualTo(409);
    assertThat(stale.body()).contains("Somebody else was signed in").doesNotContain("arcade");
    HttpResponse<String> own = signIn(machine, "first", Map.of("sent", sealed));
    assertThat(own.body()).contains("Two girls named the arcade.");
  }

  private static HttpResponse<String> signIn(
      Visitor machine, String name, Map<String, String> more) {
    machine.get("/sign-in");
    Map<String, String> fields = new LinkedHashMap<>(more);
    fields.put("name", name);
    fields.put("password", PASSWORD);
    return machine.post("/sign-in?then=/cases/new", fields);
  }

  private static String hidden(String page, String name) {
    Matcher field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
    assertThat(field.find()).as(name).isTrue();
    return field.group(1);
  }
}
