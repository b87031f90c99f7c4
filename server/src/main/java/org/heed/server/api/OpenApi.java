package org.heed.server.api;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.heed.server.access.Needs;
import org.heed.server.access.Right;
import org.heed.server.api.Routes.Route;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;

/**
 * The API's description (OpenAPI 3.1.1), made from the methods that answer it: what the code does
 * not have is not in it, and what the code has is.
 */
final class OpenApi {
  private static final String BEARER = "bearer";

  private final Schemas schemas = new Schemas();
  private final List<Route> routes;

  OpenApi(List<Route> routes) {
    this.routes = routes.stream().filter(Route::api).toList();
  }

  /** The document, in the order it is read. */
  Map<String, Object> document() {
    Map<String, Object> paths = new LinkedHashMap<>();
    for (Route route : routes) {
      @SuppressWarnings("unchecked")
      Map<String, Object> path =
          (Map<String, Object>) paths.computeIfAbsent(route.path(), _ -> new LinkedHashMap<>());
      path.put(route.method().toLowerCase(Locale.ROOT), operation(route));
    }
    schemas.plain(Problem.class);
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("title", "Heed");
    info.put("version", "1");
    info.put(
        "description",
        "Reports that may be child sexual exploitation: what came in, what was read in it, what was"
            + " decided and counted. Times are ISO 8601 with an offset. Unknown fields are refused."
            + " Every refusal is a problem document (RFC 9457). Every look at personal records is"
            + " an entry of the ledger.");
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.1");
    document.put("info", info);
    document.put("security", List.of(Map.of(BEARER, List.of())));
    document.put("paths", paths);
    document.put("components", components());
    return document;
  }

  private Map<String, Object> components() {
    Map<String, Object> bearer = new LinkedHashMap<>();
    bearer.put("type", "http");
    bearer.put("scheme", "bearer");
    bearer.put("description", "A token from POST /api/v1/tokens.");
    Map<String, Object> components = new LinkedHashMap<>();
    components.put("schemas", schemas.named());
    components.put("securitySchemes", Map.of(BEARER, bearer));
    return components;
  }

  private Map<String, Object> operation(Route route) {
    Method method = route.handler().getMethod();
    Told told = Objects.requireNonNull(method.getAnnotation(Told.class), route.name());
    Needs needs = method.getAnnotation(Needs.class);
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", operationId(method));
    operation.put("summary", told.value().replaceFirst("(?s)(?<=[.:;]) .*", ""));
    operation.put("description", told.value() + rights(needs));
    if (needs == null) {
      operation.put("security", List.of());
    }
    List<Object> parameters = new ArrayList<>();
    for (Parameter parameter : method.getParameters()) {
      parameters.addAll(parameters(parameter));
      if (parameter.isAnnotationPresent(RequestBody.class)) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("required", true);
        body.put("content", json(schemas.plain(parameter.getType())));
        operation.put("requestBody", body);
      }
    }
    if (!parameters.isEmpty()) {
      operation.put("parameters", parameters);
    }
    boolean readsSomething = !parameters.isEmpty() || operation.containsKey("requestBody");
    operation.put(
        "responses",
        responses(method, needs, readsSomething, operation.containsKey("requestBody")));
    return operation;
  }

  private static String operationId(Method method) {
    return method.getDeclaringClass().getSimpleName().replaceFirst("Api$", "")
        + "."
        + method.getName();
  }

  private static String rights(@Nullable Needs needs) {
    if (needs == null) {
      return " Open to everyone.";
    }
    return needs.value().length == 0
        ? " Open to whoever is signed in."
        : " Needs a right: "
            + String.join(
                " or ",
                Arrays.stream(needs.value())
                    .map(Right::name)
                    .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-'))
                    .toList())
            + ".";
  }

  private List<Object> parameters(Parameter parameter) {
    Told told = parameter.getAnnotation(Told.class);
    RequestParam asked = parameter.getAnnotation(RequestParam.class);
    if (parameter.isAnnotationPresent(PathVariable.class)) {
      return List.of(parameter("path", parameter.getName(), true, form(parameter)));
    }
    if (parameter.getType() == Repeat.class) {
      Map<String, Object> key = new LinkedHashMap<>();
      key.put("type", "string");
      key.put("minLength", 8);
      key.put("maxLength", 200);
      key.put(
          "description",
          "A new one for each change, the same one when it is sent again: then it is made once.");
      return List.of(
          parameter("header", Repeat.HEADER, parameter.isAnnotationPresent(NeedsKey.class), key));
    }
    if (asked == null) {
      return List.of();
    }
    if (Map.class.isAssignableFrom(parameter.getType())) {
      return Arrays.stream(Objects.requireNonNull(told).oneOf())
          .<Object>map(name -> parameter("query", name, false, schemas.plain(String.class)))
          .toList();
    }
    boolean required = asked.required() && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE);
    String name = asked.name().isEmpty() ? parameter.getName() : asked.name();
    return List.of(parameter("query", name, required, form(parameter)));
  }

  private Map<String, Object> form(Parameter parameter) {
    return Schemas.described(
        schemas.plain(parameter.getType()), parameter.getAnnotation(Told.class), false);
  }

  private static Map<String, Object> parameter(
      String where, String name, boolean required, Map<String, Object> form) {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", name);
    parameter.put("in", where);
    parameter.put("required", required);
    if (form.remove("description") instanceof String description) {
      parameter.put("description", description);
    }
    parameter.put("schema", form);
    return parameter;
  }

  private Map<String, Object> responses(
      Method method, @Nullable Needs needs, boolean readsSomething, boolean hasBody) {
    Map<String, Object> responses = new LinkedHashMap<>();
    Answers answers = method.getAnnotation(Answers.class);
    for (int status : successes(method, answers)) {
      responses.put(String.valueOf(status), success(method, status));
    }
    TreeSet<Integer> refusals = new TreeSet<>(List.of(406, 500, 503));
    if (needs != null) {
      refusals.addAll(List.of(401, 403));
    }
    if (readsSomething) {
      refusals.add(400);
    }
    if (hasBody) {
      refusals.addAll(List.of(413, 415));
    }
    if (answers != null) {
      Arrays.stream(answers.refuses()).forEach(refusals::add);
    }
    for (int status : refusals) {
      Map<String, Object> refusal = new LinkedHashMap<>();
      refusal.put("description", HttpStatus.valueOf(status).getReasonPhrase());
      refusal.put(
          "content",
          content(MediaType.APPLICATION_PROBLEM_JSON_VALUE, schemas.plain(Problem.class)));
      responses.put(String.valueOf(status), refusal);
    }
    return responses;
  }

  private static int[] successes(Method method, @Nullable Answers answers) {
    ResponseStatus set = method.getAnnotation(ResponseStatus.class);
    if (set != null) {
      return new int[] {set.value().value()};
    }
    return answers == null ? new int[] {200} : answers.value();
  }

  private Map<String, Object> success(Method method, int status) {
    Map<String, Object> success = new LinkedHashMap<>();
    success.put("description", HttpStatus.valueOf(status).getReasonPhrase());
    Type type = method.getGenericReturnType();
    if (type instanceof ParameterizedType generic && generic.getRawType() == ResponseEntity.class) {
      type = generic.getActualTypeArguments()[0];
    }
    if (type == String.class) {
      success.put("content", content(MediaType.TEXT_PLAIN_VALUE, schemas.plain(String.class)));
    } else if (type == byte[].class) {
      success.put("content", json(new LinkedHashMap<>(Map.of("type", "object"))));
    } else if (type instanceof Class<?> body && body != void.class) {
      success.put("content", json(schemas.plain(body)));
    }
    return success;
  }

  private static Map<String, Object> json(Map<String, Object> schema) {
    return content(MediaType.APPLICATION_JSON_VALUE, schema);
  }

  private static Map<String, Object> content(String type, Map<String, Object> schema) {
    return Map.of(type, Map.of("schema", schema));
  }
}
