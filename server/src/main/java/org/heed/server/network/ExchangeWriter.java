package org.heed.server.network;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A network in the terms of other programs. POLE is the police's frame of person, object, location
 * and event; CASE/UCO is the ontology in which digital evidence is exchanged; i2's charts are drawn
 * from rows of one link each. What nobody has confirmed says so in each of them.
 */
public final class ExchangeWriter {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CONFIRMED = "confirmed";
  private static final String UNCONFIRMED = "unconfirmed";

  private ExchangeWriter() {}

  /** The whole file. */
  public static String write(Exchange form, Network network) {
    return switch (form) {
      case LINES -> lines(network);
      case POLE_JSON -> json(pole(network));
      case POLE_CSV -> poleCsv(network);
      case CASE -> json(caseUco(network));
      case I2 -> i2(network);
      case I2_SPECIFICATION -> json(i2Specification());
    };
  }

  private static String json(Map<String, Object> value) {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
  }

  private static String csv(List<List<String>> rows) {
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out)) {
      rows.forEach(row -> csv.writeRecord(row.stream().map(ExchangeWriter::harmless).toList()));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toString();
  }

  /** A cell that a spreadsheet would take for a formula is text for it, and a number stays one. */
  private static String harmless(String cell) {
    boolean formula = !cell.isEmpty() && "=@\t\r".indexOf(cell.charAt(0)) >= 0;
    boolean signed = cell.startsWith("+") || cell.startsWith("-");
    return formula || (signed && !cell.matches("[+-][0-9 ().-]+")) ? "'" + cell : cell;
  }

  private static String lines(Network network) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of("kind", "who_or_what", "says", "report", "report_id", "when", "confirmed", "why"));
    for (Network.Line line : network.lines()) {
      Network.Node node = network.node(line.node());
      rows.add(
          List.of(
              node.kind().code(),
              node.label(),
              line.says(),
              line.reference(),
              line.reportId().toString(),
              line.at().toString(),
              line.confirmed() ? "yes" : "no",
              Objects.requireNonNullElse(line.why(), "")));
    }
    for (Network.Tied tie : network.ties()) {
      rows.add(
          List.of(
              NodeKind.PERSON.code(),
              both(network, tie),
              tie.words(),
              tie.byReport().reference(),
              tie.byReport().report().toString(),
              "",
              "no",
              tie.why()));
    }
    return csv(rows);
  }

  private static String both(Network network, Network.Tied tie) {
    return network.node(tie.one()).label() + " and " + network.node(tie.other()).label();
  }

  /** Both reports where each names one of the two. */
  private static String references(Network.Tied tie) {
    String one = tie.byReport().reference();
    String other = tie.byOther().reference();
    return one.equals(other) ? one : one + ", " + other;
  }

  /** What POLE calls it. */
  static String pole(NodeKind kind) {
    return switch (kind) {
      case REPORT -> "Event";
      case PERSON -> "Person";
      case PLACE -> "Location";
      case VEHICLE, PHONE, ACCOUNT -> "Object";
    };
  }

  private static String poleType(NodeKind kind) {
    return switch (kind) {
      case REPORT -> "Report";
      case PERSON -> "Person";
      case PLACE -> "Location";
      case VEHICLE -> "Vehicle";
      case PHONE -> "Telephone";
      case ACCOUNT -> "DigitalIdentity";
    };
  }

  private static Map<String, Object> pole(Network network) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("standard", "POLE Data Standards Catalogue 1.0");
    document.put("centre", network.centre().id());
    document.put("complete", !network.cut());
    List<Object> entities = new ArrayList<>();
    for (Network.Node node : network.nodes()) {
      Map<String, Object> entity = new LinkedHashMap<>();
      entity.put("id", node.id());
      entity.put("entity", pole(node.kind()));
      entity.put("type", poleType(node.kind()));
      entity.put("name", node.label());
      if (node.at() != null) {
        entity.put("dateTime", node.at().toString());
      }
      entities.add(entity);
    }
    document.put("entities", entities);
    List<Object> relationships = new ArrayList<>();
    for (Network.Line line : network.lines()) {
      Map<String, Object> relationship = new LinkedHashMap<>();
      relationship.put("from", line.node());
      relationship.put("to", line.report());
      relationship.put("relationship", line.says());
      relationship.put("status", line.confirmed() ? CONFIRMED : UNCONFIRMED);
      relationship.put("sourceReference", line.reference());
      relationship.put("dateTime", line.at().toString());
      relationships.add(relationship);
    }
    for (Network.Supposed supposed : network.supposed()) {
      Map<String, Object> relationship = new LinkedHashMap<>();
      relationship.put("from", supposed.one());
      relationship.put("to", supposed.other());
      relationship.put("relationship", "May be one person");
      relationship.put("status", UNCONFIRMED);
      relationships.add(relationship);
    }
    for (Network.Tied tie : network.ties()) {
      Map<String, Object> relationship = new LinkedHashMap<>();
      relationship.put("from", tie.one());
      relationship.put("to", tie.other());
      relationship.put("relationship", tie.words());
      relationship.put("status", UNCONFIRMED);
      relationship.put("sourceReference", references(tie));
      relationship.put("source", tie.source());
      relationship.put("sourceSays", tie.sureOfIt() ? CONFIRMED : UNCONFIRMED);
      relationships.add(relationship);
    }
    document.put("relationships", relationships);
    return document;
  }

  private static String poleCsv(Network network) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "from_id",
            "from_entity",
            "from_type",
            "from_name",
            "relationship",
            "to_id",
            "to_entity",
            "to_type",
            "to_name",
            "date_time",
            "status"));
    for (Network.Line line : network.lines()) {
      Network.Node node = network.node(line.node());
      rows.add(
          List.of(
              node.id(),
              pole(node.kind()),
              poleType(node.kind()),
              node.label(),
              line.says(),
              line.report(),
              pole(NodeKind.REPORT),
              poleType(NodeKind.REPORT),
              line.reference(),
              line.at().toString(),
              line.confirmed() ? CONFIRMED : UNCONFIRMED));
    }
    for (Network.Tied tie : network.ties()) {
      rows.add(
          List.of(
              tie.one(),
              pole(NodeKind.PERSON),
              poleType(NodeKind.PERSON),
              network.node(tie.one()).label(),
              tie.words(),
              tie.other(),
              pole(NodeKind.PERSON),
              poleType(NodeKind.PERSON),
              network.node(tie.other()).label(),
              "",
              UNCONFIRMED));
    }
    return csv(rows);
  }

  private static Map<String, Object> caseUco(Network network) {
    Map<String, Object> document = new LinkedHashMap<>();
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("kb", "urn:uuid:");
    context.put("case-investigation", "https://ontology.caseontology.org/case/investigation/");
    context.put("uco-core", "https://ontology.unifiedcyberontology.org/uco/core/");
    context.put("uco-identity", "https://ontology.unifiedcyberontology.org/uco/identity/");
    context.put("uco-location", "https://ontology.unifiedcyberontology.org/uco/location/");
    context.put("uco-observable", "https://ontology.unifiedcyberontology.org/uco/observable/");
    context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    document.put("@context", context);
    List<Object> graph = new ArrayList<>();
    for (Network.Node node : network.nodes()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("@id", "kb:" + uuid(node.id()));
      object.put("@type", caseType(node.kind()));
      object.put("uco-core:name", node.label());
      if (node.at() != null) {
        object.put("uco-core:objectCreatedTime", time(node.at().toString()));
      }
      graph.add(object);
    }
    for (Network.Line line : network.lines()) {
      graph.add(
          relationship(
              line.node(),
              line.report(),
              line.says(),
              line.confirmed() ? CONFIRMED : UNCONFIRMED,
              line.at().toString()));
    }
    for (Network.Supposed supposed : network.supposed()) {
      graph.add(
          relationship(supposed.one(), supposed.other(), "May be one person", UNCONFIRMED, null));
    }
    for (Network.Tied tie : network.ties()) {
      Map<String, Object> relationship =
          relationship(tie.one(), tie.other(), tie.words(), UNCONFIRMED, null);
      relationship.put("uco-core:description", tie.why());
      graph.add(relationship);
    }
    document.put("@graph", graph);
    return document;
  }

  private static Map<String, Object> relationship(
      String from, String to, String says, String status, @Nullable String at) {
    Map<String, Object> relationship = new LinkedHashMap<>();
    relationship.put("@id", "kb:" + uuid(from + " " + says + " " + to));
    relationship.put("@type", "uco-core:Relationship");
    relationship.put("uco-core:source", Map.of("@id", "kb:" + uuid(from)));
    relationship.put("uco-core:target", Map.of("@id", "kb:" + uuid(to)));
    relationship.put("uco-core:kindOfRelationship", says);
    relationship.put("uco-core:isDirectional", true);
    relationship.put("uco-core:tag", status);
    if (at != null) {
      relationship.put("uco-core:startTime", time(at));
    }
    return relationship;
  }

  private static Map<String, Object> time(String at) {
    Map<String, Object> time = new LinkedHashMap<>();
    time.put("@type", "xsd:dateTime");
    time.put("@value", at);
    return time;
  }

  private static String caseType(NodeKind kind) {
    return switch (kind) {
      case REPORT -> "case-investigation:InvestigativeAction";
      case PERSON -> "uco-identity:Person";
      case PLACE -> "uco-location:Location";
      case VEHICLE -> "uco-core:UcoObject";
      case PHONE -> "uco-observable:PhoneAccount";
      case ACCOUNT -> "uco-observable:DigitalAccount";
    };
  }

  /** That of the record where there is one, else one that follows from the words. */
  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id.substring(id.indexOf(':') + 1));
    } catch (IllegalArgumentException e) {
      return UUID.nameUUIDFromBytes(id.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  private static final List<String> I2_COLUMNS =
      List.of(
          "From identity",
          "From type",
          "From label",
          "To identity",
          "To type",
          "To label",
          "Link label",
          "Link strength",
          "Date",
          "Time",
          "Source reference");

  private static String i2(Network network) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(I2_COLUMNS);
    for (Network.Line line : network.lines()) {
      Network.Node node = network.node(line.node());
      var at = line.at().atZone(Words.LONDON);
      rows.add(
          List.of(
              node.id(),
              i2Type(node.kind()),
              node.label(),
              line.report(),
              i2Type(NodeKind.REPORT),
              line.reference(),
              line.says(),
              line.confirmed() ? "Confirmed" : "Unconfirmed",
              at.toLocalDate().toString(),
              at.toLocalTime().withNano(0).toString(),
              line.reference()));
    }
    for (Network.Supposed supposed : network.supposed()) {
      rows.add(
          List.of(
              supposed.one(),
              i2Type(NodeKind.PERSON),
              network.node(supposed.one()).label(),
              supposed.other(),
              i2Type(NodeKind.PERSON),
              network.node(supposed.other()).label(),
              "May be one person",
              "Unconfirmed",
              "",
              "",
              ""));
    }
    for (Network.Tied tie : network.ties()) {
      rows.add(
          List.of(
              tie.one(),
              i2Type(NodeKind.PERSON),
              network.node(tie.one()).label(),
              tie.other(),
              i2Type(NodeKind.PERSON),
              network.node(tie.other()).label(),
              tie.words(),
              "Unconfirmed",
              "",
              "",
              references(tie)));
    }
    return csv(rows);
  }

  private static String i2Type(NodeKind kind) {
    return switch (kind) {
      case REPORT -> "Event";
      case PERSON -> "Person";
      case PLACE -> "Location";
      case VEHICLE -> "Car";
      case PHONE -> "Phone";
      case ACCOUNT -> "Account";
    };
  }

  private static Map<String, Object> i2Specification() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", Exchange.I2.file());
    document.put("encoding", "UTF-8");
    document.put("delimiter", ",");
    document.put("headerRow", true);
    document.put("dateFormat", "yyyy-MM-dd");
    document.put("timeFormat", "HH:mm:ss");
    document.put("timeZone", Words.LONDON.getId());
    document.put("entity1", end("From"));
    document.put("entity2", end("To"));
    Map<String, Object> link = new LinkedHashMap<>();
    link.put("label", "Link label");
    link.put("strength", "Link strength");
    link.put("strengths", Map.of("Confirmed", "solid", "Unconfirmed", "dashed"));
    link.put("date", "Date");
    link.put("time", "Time");
    link.put("sourceReference", "Source reference");
    link.put("multiplicity", "multiple");
    document.put("link", link);
    return document;
  }

  private static Map<String, Object> end(String which) {
    Map<String, Object> end = new LinkedHashMap<>();
    end.put("identity", which + " identity");
    end.put("type", which + " type");
    end.put("label", which + " label");
    return end;
  }
}
