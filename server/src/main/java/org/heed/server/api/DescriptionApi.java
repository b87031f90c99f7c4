package org.heed.server.api;

import org.heed.server.access.OpenToAll;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api/openapi.json}. */
@RestController
class DescriptionApi {
  private final Routes routes;
  private final JsonMapper json;
  private volatile byte @Nullable [] document;

  DescriptionApi(Routes routes, JsonMapper json) {
    this.routes = routes;
    this.json = json;
  }

  @GetMapping(value = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
  @OpenToAll("it says what the code does and holds nothing of the record")
  @Told("Describes the API: this document.")
  ResponseEntity<byte[]> document() {
    byte[] made = document;
    if (made == null) {
      made = json.writeValueAsBytes(new OpenApi(routes.all()).document());
      document = made;
    }
    return ResponseEntity.ok(made);
  }
}
