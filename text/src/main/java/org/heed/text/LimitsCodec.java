package org.heed.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heed.rulebook.Limit;
import org.heed.rulebook.Limits;
import org.heed.rulebook.Standard;
import org.heed.rulebook.Where;

/** Limits, without their examples, as a compiled rulebook holds them. */
final class LimitsCodec {
  private static final Where NOWHERE = new Where("compiled", 1);

  private LimitsCodec() {}

  static void write(Limits limits, DataOutputStream out) throws IOException {
    out.writeInt(limits.all().size());
    for (Limit limit : limits.all()) {
      out.writeUTF(limit.of().name());
      out.writeUTF(limit.inForce().toString());
      out.writeUTF(limit.says());
      out.writeUTF(limit.source());
      out.writeUTF(limit.basis().name());
      RulesCodec.write(limit.checked().map(LocalDate::toString), out);
      StandardsCodec.write(Optional.of(limit.within()), out);
      StandardsCodec.write(limit.warn(), out);
    }
  }

  static Limits read(DataInputStream in) throws IOException {
    List<Limit> limits = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      limits.add(
          new Limit(
              Limit.Of.valueOf(in.readUTF()),
              LocalDate.parse(in.readUTF()),
              in.readUTF(),
              in.readUTF(),
              Standard.Basis.valueOf(in.readUTF()),
              RulesCodec.optional(in).map(LocalDate::parse),
              StandardsCodec.needed(in),
              StandardsCodec.period(in),
              List.of(),
              NOWHERE));
    }
    return new Limits(limits);
  }
}
