package org.heed.server.rulebook.rest;

import org.heed.rulebook.Schemas;
import org.heed.server.access.OpenToAll;
import org.heed.server.access.Refused;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code /schemas/{name}}: the JSON Schemas that editors complete and check a rulebook by. */
@RestController
class SchemaFiles {

  @GetMapping(value = "/schemas/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
  @OpenToAll("it says how a rulebook is written and holds nothing of the record")
  String schema(@PathVariable String name) {
    return Schemas.find(name)
        .orElseThrow(() -> new Refused(Refused.Code.NOT_FOUND, "There is no such schema."));
  }
}
