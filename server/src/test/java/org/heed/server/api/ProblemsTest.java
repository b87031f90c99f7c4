package org.heed.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.heed.server.access.Right;
import org.heed.server.api.ApiFixture.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every failure is a problem document with its cure, and with nothing of what was sent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProblemsTest {
  private static final String CANARY = "Quillfeather";

  private ApiFixture api;
  private String officer;

  @BeforeAll
  void start() {
    api = ApiFixture.start();
    officer = api.someone(Right.RECORD, Right.READ, Right.REVIEW);
  }

  @AfterAll
  void stop() {
    api.close();
  }

  private static void problem(Answer answer, int status, String code) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.text("code")).isEqualTo(code);
    assertThat(answer.body().path("status").asInt()).isEqualTo(status);
    assertThat(answer.text("title")).isNotBlank();
    assertThat(answer.text("detail"))
        .isNotBlank()
        .doesNotContain("org.")
        .doesNotContain("Exception");
    assertThat(answer.text("request_id")).isEqualTo(answer.header("X-Request-Id")).isNotBlank();
    assertThat(answer.http().body()).doesNotContain(CANARY);
  }

  @Test
  void nobody_is401_andToldHow() {
    Answer read = api.get("nobody", "/api/v1/reports");
    Answer write =
        api.ask("POST", "/api/v1/reports", "{}", Map.of("Content-Type", "application/json"));
    problem(read, 401, "NOT_SIGNED_IN");
    problem(write, 401, "NOT_SIGNED_IN");
    assertThat(read.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void wrongPassword_is401() {
    problem(
        api.ask(
            "POST",
            "/api/v1/tokens",
            "{\"name\": \"nobody\", \"password\": \"" + CANARY + "\"}",
            Map.of("Content-Type", "application/json")),
        401,
        "NOT_SIGNED_IN");
    problem(
        api.ask("POST", "/api/v1/tokens", "{}", Map.of("Content-Type", "application/json")),
        401,
        "NOT_SIGNED_IN");
  }

  @Test
  void otherRole_is403() {
    problem(api.get(api.someone(Right.FIGURES), "/api/v1/reports"), 403, "NOT_ALLOWED");
  }

  @Test
  void browserWithoutItsPagesToken_is403() {
    problem(
        api.ask(
            "POST",
            "/api/v1/reports",
            "{}",
            Map.of("Content-Type", "application/json", "Cookie", "heed_session=" + officer)),
        403,
        "NOT_ALLOWED");
  }

  @Test
  void unknownRecordAndUnknownAddress_are404() {
    problem(api.get(officer, "/api/v1/reports/" + api.newId()), 404, "NOT_FOUND");
    problem(api.get(officer, "/api/v1/repots"), 404, "NOT_FOUND");
    problem(api.post(officer, "/api/v1/repots", "{}"), 404, "NOT_FOUND");
  }

  @Test
  void identifierOfAnotherForm_is400_namingTheParameter() {
    Answer answer = api.get(officer, "/api/v1/reports/" + CANARY);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("code")).isEqualTo("PARAMETER_INVALID");
    assertThat(answer.text("detail")).contains("id").doesNotContain(CANARY);
    problem(api.get(officer, "/api/v1/reports?limit=" + CANARY), 400, "PARAMETER_INVALID");
    problem(
        api.get(officer, "/api/v1/reports/" + api.newId() + "?known_at=" + CANARY),
        400,
        "PARAMETER_INVALID");
  }

  @Test
  void addressAndFormThatAreNotUtf8_are400() {
    for (String bytes : List.of("%ff", "%ed%a0%80")) {
      problem(api.get(officer, "/api/v1/reports?area=" + bytes), 400, "PARAMETER_INVALID");
      problem(api.get(officer, "/api/v1/reports?" + bytes + "=1"), 400, "PARAMETER_INVALID");
      Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded");
      assertThat(api.ask("POST", "/sign-in", "name=" + bytes, form).status()).isEqualTo(400);
      assertThat(api.ask("GET", "/sign-in?name=" + bytes, null, form).status()).isLessThan(500);
    }
  }

  @Test
  void otherMethod_is405_sayingWhichItTakes() {
    Answer answer = api.ask("PUT", "/api/v1/reports", "{}", bearer("application/json"));
    problem(answer, 405, "METHOD_NOT_ALLOWED");
    assertThat(answer.header("Allow")).contains("GET").contains("POST");
  }

  @Test
  void answerThatCannotBeGiven_is406_andNothingIsWritten() {
    Map<String, String> xml =
        Map.of(
            "Authorization", "Bearer " + officer,
            "Content-Type", "application/json",
            "Accept", "application/xml");
    problem(
        api.ask("POST", "/api/v1/reports", ApiFixture.report("p-406", "Missing."), xml),
        406,
        "NOT_ACCEPTABLE");
    assertThat(api.count("select count(*) from record.report where reference = 'p-406'")).isZero();
  }

  @Test
  void bodyThatNeverEnds_is413() {
    String long64 = "x".repeat(1 << 20);
    StringBuilder body = new StringBuilder("{\"narrative\": \"");
    for (int i = 0; i <= BoundedRequest.MOST_MEBIBYTES; i++) {
      body.append(long64);
    }
    Answer answer = api.post(officer, "/api/v1/reports", body.append("\"}").toString());
    problem(answer, 413, "TOO_LARGE");
  }

  @Test
  void characterThatCannotBeKept_is422_whereverItStands() {
    // Twice escaped, since the fixture puts texts in by a pattern.
    for (String broken : List.of("\\\\u0000", "\\\\ud800", "\\\\udc00 x")) {
      String inReference = ApiFixture.report("p-" + broken + CANARY, "Missing.");
      String inNarrative = ApiFixture.report("p-422", "Missing. " + broken);
      problem(api.post(officer, "/api/v1/reports", inReference), 422, "INVALID");
      problem(api.post(officer, "/api/v1/reports", inNarrative), 422, "INVALID");
    }
    assertThat(api.count("select count(*) from record.report where reference like 'p-422%'"))
        .isZero();
  }

  @Test
  void fieldsAndPeopleBeyondMeasure_are422() {
    String people =
        String.join(", ", Collections.nCopies(1_001, "{\"role\": \"victim\", \"age\": 14}"));
    String report = ApiFixture.report("p-many", "Missing.");
    String open = report.substring(0, report.lastIndexOf('}'));
    problem(
        api.post(officer, "/api/v1/reports", open + ", \"people\": [" + people + "]}"),
        422,
        "INVALID");
    problem(
        api.post(officer, "/api/v1/reports", open + ", \"offence\": \"" + "7".repeat(501) + "\"}"),
        422,
        "INVALID");
  }

  @Test
  void momentsAndFiltersOutOfRange_are422() {
    String analyst = api.someone(Right.FIGURES, Right.PSEUDONYMISED);
    String figures = "/api/v1/figures?unit=reports";
    problem(api.get(analyst, figures + "&known-at=-9999999-01-01T00:00:00Z"), 422, "INVALID");
    problem(api.get(officer, "/api/v1/reports?area=%00"), 422, "INVALID");
  }

  @Test
  void otherMediaType_is415() {
    problem(api.ask("POST", "/api/v1/reports", CANARY, bearer("text/plain")), 415, "MEDIA_TYPE");
  }

  @Test
  void malformedJson_is400_namingThePlaceAndNotTheText() {
    Answer answer =
        api.post(officer, "/api/v1/reports", "{\n  \"narrative\": \"" + CANARY + "\",\n  oops }");
    problem(answer, 400, "JSON_MALFORMED");
    assertThat(answer.text("detail")).contains("line 3").contains("column");
    problem(
        api.post(officer, "/api/v1/reports", "{\"narrative\": \"" + CANARY), 400, "JSON_MALFORMED");
    problem(api.post(officer, "/api/v1/reports", ""), 400, "BODY_MISSING");
  }

  @Test
  void unknownField_is400_namingTheKnownOnes() {
    Answer answer = api.post(officer, "/api/v1/reports", "{\"narative\": \"" + CANARY + "\"}");
    problem(answer, 400, "FIELD_UNKNOWN");
    assertThat(answer.text("detail")).contains("narrative").contains("line 1");
    assertThat(answer.text("detail")).doesNotContain("narative");
  }

  @Test
  void fieldOfTheWrongForm_is400_namingTheFieldAndItsForm() {
    Answer date = api.post(officer, "/api/v1/reports", "{\"occurred_from\": \"" + CANARY + "\"}");
    problem(date, 400, "FIELD_INVALID");
    assertThat(date.text("detail")).contains("occurred_from").contains("2026-11-20T21:30:00Z");
    Answer age =
        api.post(officer, "/api/v1/reports", "{\"people\": [{\"age\": \"" + CANARY + "\"}]}");
    problem(age, 400, "FIELD_INVALID");
    assertThat(age.text("detail")).contains("people[0].age").contains("a whole number");
    problem(api.post(officer, "/api/v1/reports", "[\"" + CANARY + "\"]"), 400, "FIELD_INVALID");
  }

  @Test
  void reportThatCannotBe_is422_namingTheField() {
    Answer answer =
        api.post(
            officer,
            "/api/v1/reports",
            ApiFixture.report("p-422", CANARY)
                .replace("\"area\": \"greyport\"", "\"occurred_from\": \"1700-01-01T00:00:00Z\""));
    problem(answer, 422, "INVALID");
    assertThat(answer.text("detail")).contains("occurred_from");
  }

  private Map<String, String> bearer(String type) {
    return Map.of("Authorization", "Bearer " + officer, "Content-Type", type);
  }
}
