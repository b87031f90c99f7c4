package org.heed.server.importing;

import java.io.Reader;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A network in POLE's terms: entities, and relationships between them. */
final class PoleJson {
  private final String file;
  private final Exchanged into;

  PoleJson(String file, Exchanged into) {
    this.file = file;
    this.into = into;
  }

  void read(Reader text) {
    boolean[] seen = {false};
    JsonItems.each(
        file,
        text,
        (list, place, line, item) -> {
          String where = list + "[" + place + "]";
          switch (list) {
            case "entities" -> {
              seen[0] = true;
              entity(line, where, item);
            }
            case "relationships" -> relationship(line, where, item);
            default -> into.fault(line, where, "", "only entities and relationships are read");
          }
        });
    if (!seen[0]) {
      throw new ImportFailure(file + ": there are no entities; is it a POLE file?");
    }
  }

  private void entity(long line, String where, JsonNode item) {
    String entity = JsonItems.text(item, "entity");
    String type = JsonItems.text(item, "type");
    into.entity(
        line,
        where,
        JsonItems.text(item, "id"),
        kind(entity, type),
        entity + " " + type,
        JsonItems.text(item, "name"),
        JsonItems.text(item, "dateTime"));
  }

  private void relationship(long line, String where, JsonNode item) {
    into.link(
        line,
        where,
        JsonItems.text(item, "from"),
        JsonItems.text(item, "to"),
        JsonItems.text(item, "relationship"),
        JsonItems.text(item, "dateTime"),
        !JsonItems.text(item, "status").equalsIgnoreCase("unconfirmed"));
  }

  /** What POLE's word for an entity and its type is here. */
  static @Nullable String kind(String entity, String type) {
    return switch (entity.toLowerCase(Locale.ROOT)) {
      case "event" -> Exchanged.EVENT;
      case "person" -> Exchanged.PERSON;
      case "location" -> "place";
      case "object" ->
          switch (type.toLowerCase(Locale.ROOT)) {
            case "vehicle", "car" -> "vehicle";
            case "telephone", "phone" -> "phone";
            case "digitalidentity", "account" -> "account";
            default -> null;
          };
      default -> null;
    };
  }
}
