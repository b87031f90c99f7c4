package org.heed.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.heed.server.access.Right;
import org.heed.server.api.ApiFixture.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The description is valid, names every address and no other, and what it says comes true. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DescriptionTest {
  private ApiFixture api;
  private String everyone;
  private OpenAPI described;
  private SwaggerParseResult parsed;

  @BeforeAll
  void start() {
    api = ApiFixture.start();
    everyone = api.someone(Right.values());
    Answer document = api.ask("GET", "/api/openapi.json", null, Map.of());
    assertThat(document.status()).isEqualTo(200);
    parsed = new OpenAPIV3Parser().readContents(document.http().body());
    described = parsed.getOpenAPI();
  }

  @AfterAll
  void stop() {
    api.close();
  }

  @Test
  void document_isValid() {
    assertThat(parsed.getMessages()).isEmpty();
    assertThat(described.getOpenapi()).isEqualTo("3.1.1");
  }

  @Test
  void addressesAndMethods_areThoseThatAnswer() {
    List<String> told = new ArrayList<>();
    described
        .getPaths()
        .forEach((path, item) ->
            item.readOperationsMap().forEach((method, _) -> told.add(method.name() + " " + path)));
    List<String> answering =
        api.server().service(Routes.class).all().stream()
            .filter(Routes.Route::api)
            .map(Routes.Route::name)
            .toList();
    assertThat(told).containsExactlyInAnyOrderElementsOf(answering).hasSizeGreaterThan(15);
  }

  @Test
  void operations_haveNamesOfTheirOwn_andWordsForEachParameter() {
    List<Operation> all =
        described.getPaths().values().stream().flatMap(p -> p.readOperations().stream()).toList();
    assertThat(all.stream().map(Operation::getOperationId)).doesNotHaveDuplicates();
    assertThat(all).allSatisfy(operation -> assertThat(operation.getSummary()).isNotBlank());
  }

  @Test
  void writes_takeAKey() {
    List<String> changeNothing = List.of("/tokens", "/search", "/offers");
    described
        .getPaths()
        .forEach((path, item) -> {
          if (item.getPost() != null && changeNothing.stream().noneMatch(path::endsWith)) {
            assertThat(item.getPost().getParameters())
                .as(path)
                .anySatisfy(p -> assertThat(p.getName()).isEqualTo(Repeat.HEADER));
          }
        });
  }

  /** The fixture holds each of these answers, and those of every other test, to the description. */
  @Test
  void answers_areAsDescribed() {
    String body = ApiFixture.report("described-1", "Missing overnight again, back with a phone.");
    String id = api.post(everyone, "/api/v1/reports", body, api.key()).text("id");
    String report = "/api/v1/reports/" + id;
    made(api.post(everyone, report + "/flags", flag(), api.key()));
    JsonNode opened = api.get(everyone, report).body();
    String mention = opened.path("people").path(0).path("mention").asString();
    Answer person =
        api.post(
            everyone,
            "/api/v1/people",
            "{\"given_name\": \"Ada\", \"family_name\": \"Marlow\", \"reason\": \"Named.\"}",
            api.key());
    made(person);
    made(
        api.post(
            everyone,
            "/api/v1/mentions/" + mention + "/links",
            "{\"person\": \"" + person.text("id") + "\", \"reason\": \"Same school.\"}",
            api.key()));
    made(
        api.post(
            everyone,
            report + "/crimes",
            "{\"victims\": [\"" + mention + "\"], \"offences\": [\"88A\"], \"reason\": \"Told.\"}",
            api.key()));
    found(api.get(everyone, report));
    found(api.get(everyone, "/api/v1/reports?limit=1"));
    found(api.get(everyone, "/api/v1/people/" + person.text("id")));
    found(api.post(everyone, "/api/v1/people/search", "{\"name\": \"Marlow\"}"));
    found(api.get(everyone, "/api/v1/audit/entries?limit=2"));
    found(api.get(everyone, "/api/v1/figures?unit=reports&by=month"));
  }

  private static String flag() {
    return """
    {"decision": "yes", "elements": {"exchange": "present"},
     "reason": "Given a phone by an older adult."}
    """;
  }

  private static void made(Answer answer) {
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(201);
  }

  private static void found(Answer answer) {
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
  }
}
