package org.heed.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.heed.rulebook.CrimeOutcome;
import org.heed.rulebook.Measure;
import org.heed.rulebook.OutcomeRules;
import org.heed.rulebook.Where;

/** What can become of a crime, as a compiled rulebook holds it. */
final class OutcomesCodec {
  private static final Where NOWHERE = new Where("", 0);

  private OutcomesCodec() {}

  static void write(OutcomeRules rules, DataOutputStream out) throws IOException {
    out.writeInt(rules.small());
    out.writeInt(rules.outcomes().size());
    for (CrimeOutcome one : rules.outcomes()) {
      out.writeUTF(one.id());
      out.writeUTF(one.code());
      out.writeUTF(one.title());
      out.writeUTF(one.ends().name());
      out.writeBoolean(one.suspect());
      out.writeUTF(one.from().toString());
      out.writeUTF(one.source());
    }
    out.writeInt(rules.measures().size());
    for (Measure one : rules.measures()) {
      out.writeUTF(one.id());
      out.writeUTF(one.version());
      out.writeUTF(one.title());
      out.writeUTF(one.against().name());
      out.writeUTF(one.statute());
      out.writeUTF(one.says());
      out.writeUTF(one.from().toString());
      out.writeUTF(one.source());
    }
  }

  static OutcomeRules read(DataInputStream in) throws IOException {
    int small = in.readInt();
    List<CrimeOutcome> outcomes = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      outcomes.add(
          new CrimeOutcome(
              in.readUTF(),
              in.readUTF(),
              in.readUTF(),
              CrimeOutcome.Ends.valueOf(in.readUTF()),
              in.readBoolean(),
              LocalDate.parse(in.readUTF()),
              in.readUTF(),
              NOWHERE));
    }
    List<Measure> measures = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      measures.add(
          new Measure(
              in.readUTF(),
              in.readUTF(),
              in.readUTF(),
              Measure.Against.valueOf(in.readUTF()),
              in.readUTF(),
              in.readUTF(),
              LocalDate.parse(in.readUTF()),
              in.readUTF(),
              NOWHERE));
    }
    return new OutcomeRules(small, outcomes, measures);
  }
}
