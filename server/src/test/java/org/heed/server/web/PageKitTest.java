package org.heed.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages and files as they leave the server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageKitTest {

  private final HttpClient client = HttpClient.newHttpClient();
  private PageKitApplication.Running server;

  @BeforeAll
  void start() {
    server = PageKitApplication.start();
  }

  @AfterAll
  void stop() {
    server.close();
    client.close();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.url(path))).header("Accept", "text/html").build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String asset(String ending) throws IOException, InterruptedException {
    var matcher =
        Pattern.compile("\"(/assets/[^\"]+" + ending + ")\"").matcher(get("/kitchen").body());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  @Test
  void page_carriesAStrictPolicyAndIsNotKept() throws Exception {
    var headers = get("/kitchen").headers();
    assertThat(headers.firstValue("Content-Security-Policy")).contains(PageHeaders.POLICY);
    assertThat(PageHeaders.POLICY).doesNotContain("unsafe").contains("default-src 'none'");
    assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    assertThat(headers.firstValue("Content-Type")).contains("text/html;charset=UTF-8");
  }

  @Test
  void page_hasNothingInline() throws Exception {
    var page = org.jsoup.Jsoup.parse(get("/kitchen").body());
    assertThat(page.select("style, [style], script:not([src])")).isEmpty();
    assertThat(
            page.getAllElements().stream()
                .flatMap(e -> e.attributes().asList().stream())
                .map(org.jsoup.nodes.Attribute::getKey)
                .filter(key -> key.startsWith("on")))
        .isEmpty();
  }

  @Test
  void page_idsAreUnique() throws Exception {
    var ids = org.jsoup.Jsoup.parse(get("/kitchen").body()).select("[id]").eachAttr("id");
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void styleSheet_isKeptForEverAndNamesNoFontOfGovuk() throws Exception {
    var response = get(asset("css"));
    assertThat(response.headers().firstValue("Cache-Control"))
        .hasValueSatisfying(value -> assertThat(value).contains("immutable"));
    assertThat(response.body())
        .contains(".govuk-button", ".moj-timeline", ".heed-header")
        .doesNotContain("GDS Transport", "@font-face", "govuk-crest", "url(/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/webjars/govuk-frontend/5.14.0/dist/govuk/assets/fonts/bold-b542beb274-v2.woff2",
        "/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.css",
        "/webjars/govuk-frontend/dist/govuk/govuk-frontend.min.css",
        "/assets/images/govuk-crest.svg",
        "/assets/fonts/light-94a07e06a1-v2.woff2"
      })
  void fontsCrestAndWholeWebJars_haveNoAddress(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void unknownAddress_saysSoInPlainWords() throws Exception {
    var response = get("/nowhere");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("Page not found", "Nothing was changed");
  }

  @Test
  void fault_saysWhatWasKeptAndNothingOfItself() throws Exception {
    var response = get("/fail");
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body())
        .contains("Everything saved before is safe")
        .doesNotContain("words that must not be shown", "IllegalState");
    assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
  }
}
