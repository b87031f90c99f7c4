package org.heed.server.importing;

import java.io.Reader;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A network in CASE/UCO as JSON-LD: a graph of objects, some of which are relationships. */
final class CaseJson {
  private final String file;
  private final Exchanged into;

  CaseJson(String file, Exchanged into) {
    this.file = file;
    this.into = into;
  }

  void read(Reader text) {
    boolean[] seen = {false};
    JsonItems.each(
        file,
        text,
        (list, place, line, item) -> {
          if (list.equals("@graph")) {
            seen[0] = true;
            object(line, list + "[" + place + "]", item);
          }
        });
    if (!seen[0]) {
      throw new ImportFailure(file + ": there is no @graph; is it CASE as JSON-LD?");
    }
  }

  private void object(long line, String where, JsonNode item) {
    String type = type(item);
    if (type.equals("relationship")) {
      into.link(
          line,
          where,
          id(item, "source"),
          id(item, "target"),
          text(item, "kindOfRelationship"),
          text(item, "startTime"),
          !text(item, "tag").equalsIgnoreCase("unconfirmed"));
    } else {
      into.entity(
          line,
          where,
          JsonItems.text(item, "@id"),
          kind(type),
          type,
          text(item, "name"),
          text(item, "objectCreatedTime"));
    }
  }

  private static @Nullable String kind(String type) {
    return switch (type) {
      case "investigativeaction", "investigation", "event" -> Exchanged.EVENT;
      case "person", "identity" -> Exchanged.PERSON;
      case "location" -> "place";
      case "ucoobject", "vehicle" -> "vehicle";
      case "phoneaccount", "mobileaccount" -> "phone";
      case "digitalaccount", "applicationaccount", "account" -> "account";
      default -> null;
    };
  }

  /** The last word of the type, or of the first of several. */
  private static String type(JsonNode item) {
    JsonNode type = item.get("@type");
    JsonNode first = type != null && type.isArray() ? type.get(0) : type;
    String text = first == null || !first.isValueNode() ? "" : first.asString();
    return text.substring(Math.max(text.lastIndexOf(':'), text.lastIndexOf('/')) + 1)
        .toLowerCase(Locale.ROOT);
  }

  private static JsonNode core(JsonNode item, String name) {
    JsonNode value = item.get("uco-core:" + name);
    return value == null ? item.path("core:" + name) : value;
  }

  private static String id(JsonNode item, String name) {
    return JsonItems.text(core(item, name), "@id");
  }

  /** A plain value, or one with its type beside it. */
  private static String text(JsonNode item, String name) {
    JsonNode value = core(item, name);
    return value.isValueNode() ? value.asString().strip() : JsonItems.text(value, "@value");
  }
}
