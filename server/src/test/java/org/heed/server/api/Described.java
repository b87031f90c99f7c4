package org.heed.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.heed.server.api.ApiFixture.Answer;
import tools.jackson.databind.JsonNode;

/** Holds each answer of the server against what its description promises. */
final class Described {
  private final JsonNode document;

  Described(JsonNode document) {
    this.document = document;
  }

  JsonNode document() {
    return document;
  }

  /** Fails where an answer's status, type or body is none of those described. */
  void check(String method, String address, Answer answer) {
    String path = address.replaceFirst("\\?.*", "");
    for (var described : document.path("paths").properties()) {
      JsonNode operation = described.getValue().path(method.toLowerCase(Locale.ROOT));
      String form = described.getKey().replaceAll("\\{[^/]*\\}", "[^/]+");
      if (!operation.isMissingNode() && path.matches(form)) {
        check(method + " " + described.getKey(), operation, answer);
        return;
      }
    }
  }

  private void check(String what, JsonNode operation, Answer answer) {
    JsonNode response = operation.path("responses").path(String.valueOf(answer.status()));
    assertThat(response.isMissingNode()).as(what + " " + answer.status()).isFalse();
    String type = answer.header("Content-Type").replaceFirst(";.*", "");
    JsonNode content = response.path("content");
    if (content.isMissingNode()) {
      assertThat(answer.http().body()).as(what).isEmpty();
      return;
    }
    assertThat(content.has(type)).as(what + " " + type).isTrue();
    if (type.endsWith("json")) {
      matches(what, content.path(type).path("schema"), answer.body());
    }
  }

  private void matches(String where, JsonNode schema, JsonNode value) {
    if (schema.has("$ref")) {
      matches(where, document.at(schema.path("$ref").asString().substring(1)), value);
      return;
    }
    if (schema.has("oneOf")) {
      if (!value.isNull()) {
        matches(where, schema.path("oneOf").path(0), value);
      }
      return;
    }
    assertThat(types(schema)).as(where).contains(typeOf(value));
    if (schema.has("enum")) {
      assertThat(schema.path("enum").valueStream().toList()).as(where).contains(value);
    }
    if (value.isObject() && schema.has("properties")) {
      for (JsonNode needed : schema.path("required")) {
        assertThat(value.has(needed.asString())).as(where + "." + needed).isTrue();
      }
      for (var field : value.properties()) {
        JsonNode of = schema.path("properties").path(field.getKey());
        assertThat(of.isMissingNode()).as(where + "." + field.getKey()).isFalse();
        matches(where + "." + field.getKey(), of, field.getValue());
      }
    }
    if (value.isArray()) {
      value.forEach(item -> matches(where + "[]", schema.path("items"), item));
    }
  }

  private static Set<String> types(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray()
        ? type.valueStream().map(JsonNode::asString).collect(java.util.stream.Collectors.toSet())
        : Set.of(type.asString());
  }

  private static String typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT, POJO -> "object";
      case ARRAY -> "array";
      case STRING, BINARY -> "string";
      case BOOLEAN -> "boolean";
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      case NULL, MISSING -> "null";
    };
  }
}
