package org.heed.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.heed.rulebook.Grades;
import org.heed.rulebook.Where;

/** What officers say with a grade, as a compiled rulebook holds it. */
final class GradesCodec {
  private static final Where NOWHERE = new Where("", 0);

  private GradesCodec() {}

  static void write(Grades grades, DataOutputStream out) throws IOException {
    out.writeLong(grades.actionNears().toSeconds());
    write(grades.missing(), out);
    write(grades.cases(), out);
  }

  private static void write(List<Grades.Grade> grades, DataOutputStream out) throws IOException {
    out.writeInt(grades.size());
    for (Grades.Grade one : grades) {
      out.writeUTF(one.id());
      out.writeUTF(one.says());
      out.writeUTF(one.asks());
      out.writeUTF(one.source());
    }
  }

  static Grades read(DataInputStream in) throws IOException {
    Duration nears = Duration.ofSeconds(in.readLong());
    return new Grades(grades(in), grades(in), nears);
  }

  private static List<Grades.Grade> grades(DataInputStream in) throws IOException {
    List<Grades.Grade> grades = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      grades.add(new Grades.Grade(in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF(), NOWHERE));
    }
    return grades;
  }
}
