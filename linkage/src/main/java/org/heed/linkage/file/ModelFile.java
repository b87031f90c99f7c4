package org.heed.linkage.file;

import java.util.ArrayList;
import java.util.List;
import org.heed.linkage.Layout;
import org.heed.linkage.LinkFailure;
import org.heed.linkage.Model;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A model as JSON that a person can read. What Splink saves is read as well. */
public final class ModelFile {
  private static final String FORMAT = "heed-linkage/1";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ModelFile() {}

  /** The model as text. */
  public static String write(Model model) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT);
    root.put("match", model.match());
    root.put("household", model.household());
    root.put("further", model.further());
    ArrayNode comparisons = root.putArray("comparisons");
    for (Model.Compared compared : model.comparisons()) {
      ObjectNode comparison = comparisons.addObject();
      comparison.put("name", compared.name());
      ArrayNode levels = comparison.putArray("levels");
      for (Model.Weighed level : compared.levels()) {
        levels
            .addObject()
            .put("level", level.level())
            .put("m", level.m())
            .put("h", level.h())
            .put("u", level.u())
            .put("typical", level.typical());
      }
    }
    return JSON.writeValueAsString(root) + "\n";
  }

  /** Reads a model, Heed's or Splink's, for records of this layout. */
  public static Model read(String file, String text, Layout layout) {
    try {
      JsonNode root = JSON.readTree(text);
      if (root.path("format").asString("").equals(FORMAT)) {
        return model(new ModelNode(file, "", root));
      }
      if (root.has("probability_two_random_records_match")) {
        return SplinkModel.read(new ModelNode(file, "", root), layout);
      }
      throw new LinkFailure(
          file
              + ": no model of a kind Heed knows; its own begin with \"format\": \""
              + FORMAT
              + "\"");
    } catch (JacksonException e) {
      throw new LinkFailure(
          file
              + ":"
              + e.getLocation().getLineNr()
              + ": not JSON, at column "
              + e.getLocation().getColumnNr(),
          e);
    }
  }

  private static Model model(ModelNode root) {
    List<Model.Compared> comparisons = new ArrayList<>();
    for (ModelNode comparison : root.list("comparisons")) {
      List<Model.Weighed> levels = new ArrayList<>();
      for (ModelNode level : comparison.list("levels")) {
        levels.add(
            new Model.Weighed(
                level.text("level"),
                level.probability("m"),
                level.probability("h"),
                level.probability("u"),
                level.number("typical")));
      }
      comparisons.add(new Model.Compared(comparison.text("name"), levels));
    }
    return new Model(
        root.probability("match"), root.number("household"), root.number("further"), comparisons);
  }
}
