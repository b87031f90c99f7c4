package org.heed.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.heed.rulebook.InspectionCriteria;
import org.heed.rulebook.ProtectionArea;
import org.heed.rulebook.Where;

/** Criteria of inspections, and areas of child protection, as bytes. */
final class InspectionCodec {
  private static final Where NOWHERE = new Where("compiled", 1);

  private InspectionCodec() {}

  static void write(List<InspectionCriteria> all, DataOutputStream out) throws IOException {
    out.writeInt(all.size());
    for (InspectionCriteria one : all) {
      out.writeUTF(one.id());
      out.writeUTF(one.version());
      out.writeUTF(one.inForce().toString());
      out.writeUTF(one.title());
      out.writeUTF(one.source());
      out.writeUTF(one.goodEnough());
      out.writeInt(one.scale().size());
      for (InspectionCriteria.Grade grade : one.scale()) {
        out.writeUTF(grade.id());
        out.writeUTF(grade.title());
      }
      out.writeInt(one.criteria().size());
      for (InspectionCriteria.Criterion criterion : one.criteria()) {
        out.writeUTF(criterion.id());
        out.writeUTF(criterion.title());
        out.writeUTF(criterion.says());
        out.writeUTF(criterion.unit().name());
        out.writeInt(criterion.standards().size());
        for (String standard : new TreeSet<>(criterion.standards())) {
          out.writeUTF(standard);
        }
      }
    }
  }

  static void writeAreas(List<ProtectionArea> all, DataOutputStream out) throws IOException {
    out.writeInt(all.size());
    for (ProtectionArea one : all) {
      out.writeUTF(one.id());
      out.writeUTF(one.title());
      out.writeUTF(one.source());
      out.writeInt(one.shown().size());
      for (ProtectionArea.Shown shown : one.shown()) {
        out.writeUTF(shown.kind().name());
        out.writeUTF(shown.code());
      }
    }
  }

  static List<ProtectionArea> readAreas(DataInputStream in) throws IOException {
    List<ProtectionArea> all = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      String id = in.readUTF();
      String title = in.readUTF();
      String source = in.readUTF();
      List<ProtectionArea.Shown> shown = new ArrayList<>();
      for (int k = in.readInt(); k > 0; k--) {
        shown.add(
            new ProtectionArea.Shown(ProtectionArea.Kind.valueOf(in.readUTF()), in.readUTF()));
      }
      all.add(new ProtectionArea(id, title, source, shown, NOWHERE));
    }
    return all;
  }

  static List<InspectionCriteria> read(DataInputStream in) throws IOException {
    List<InspectionCriteria> all = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      String id = in.readUTF();
      String version = in.readUTF();
      LocalDate inForce = LocalDate.parse(in.readUTF());
      String title = in.readUTF();
      String source = in.readUTF();
      String goodEnough = in.readUTF();
      all.add(
          new InspectionCriteria(
              id, version, inForce, title, source, scale(in), goodEnough, criteria(in), NOWHERE));
    }
    return all;
  }

  private static List<InspectionCriteria.Grade> scale(DataInputStream in) throws IOException {
    List<InspectionCriteria.Grade> scale = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      scale.add(new InspectionCriteria.Grade(in.readUTF(), in.readUTF()));
    }
    return scale;
  }

  private static List<InspectionCriteria.Criterion> criteria(DataInputStream in)
      throws IOException {
    List<InspectionCriteria.Criterion> criteria = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      String id = in.readUTF();
      String title = in.readUTF();
      String says = in.readUTF();
      InspectionCriteria.Unit unit = InspectionCriteria.Unit.valueOf(in.readUTF());
      Set<String> standards = new HashSet<>();
      for (int k = in.readInt(); k > 0; k--) {
        standards.add(in.readUTF());
      }
      criteria.add(new InspectionCriteria.Criterion(id, title, says, unit, standards, NOWHERE));
    }
    return criteria;
  }
}
