package org.heed.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A lexicon as bytes. */
final class LexiconCodec {
  private LexiconCodec() {}

  static void write(Lexicon lexicon, DataOutputStream out) throws IOException {
    Automaton automaton = lexicon.automaton();
    ints(automaton.rows(), out);
    out.writeInt(automaton.start());
    out.writeInt(automaton.firstAccepting());
    out.writeInt(automaton.states());
    ints(lexicon.outputs().next(), out);
    ints(lexicon.outputs().index(), out);
    ints(lexicon.outputs().items(), out);
    ints(lexicon.payloadPhrase(), out);
    ints(lexicon.payloadSegment(), out);
    ints(lexicon.payloadWords(), out);
    for (WordCheck[] checks : lexicon.payloadChecks()) {
      out.writeByte(checks.length);
      for (WordCheck check : checks) {
        out.writeInt(check.word());
        out.writeUTF(check.exact());
        out.writeInt(check.low());
        out.writeInt(check.high());
      }
    }
    ints(lexicon.phraseOwner(), out);
    for (Role role : lexicon.phraseRole()) {
      out.writeUTF(role.name());
    }
    for (int[] gaps : lexicon.phraseGaps()) {
      ints(gaps, out);
    }
    ints(lexicon.phrasePayload(), out);
    ints(lexicon.phraseKey(), out);
    for (boolean wakes : lexicon.wakes()) {
      out.writeBoolean(wakes);
    }
  }

  static Lexicon read(DataInputStream in) throws IOException {
    Automaton automaton = new Automaton(ints(in), in.readInt(), in.readInt(), in.readInt());
    Outputs outputs = new Outputs(ints(in), ints(in), ints(in));
    int[] payloadPhrase = ints(in);
    int[] payloadSegment = ints(in);
    int[] payloadWords = ints(in);
    WordCheck[][] checks = new WordCheck[payloadPhrase.length][];
    for (int i = 0; i < checks.length; i++) {
      checks[i] = new WordCheck[in.readByte()];
      for (int k = 0; k < checks[i].length; k++) {
        checks[i][k] = new WordCheck(in.readInt(), in.readUTF(), in.readInt(), in.readInt());
      }
    }
    int[] phraseOwner = ints(in);
    Role[] roles = new Role[phraseOwner.length];
    for (int i = 0; i < roles.length; i++) {
      roles[i] = Role.valueOf(in.readUTF());
    }
    int[][] gaps = new int[phraseOwner.length][];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = ints(in);
    }
    int[] phrasePayload = ints(in);
    int[] phraseKey = ints(in);
    boolean[] wakes = new boolean[outputs.next().length];
    for (int i = 0; i < wakes.length; i++) {
      wakes[i] = in.readBoolean();
    }
    return new Lexicon(
        automaton,
        outputs,
        payloadPhrase,
        payloadSegment,
        payloadWords,
        checks,
        roles,
        phraseOwner,
        gaps,
        phrasePayload,
        phraseKey,
        Neighbours.of(gaps, phraseKey, payloadPhrase, payloadSegment, payloadWords, outputs),
        wakes);
  }

  private static void ints(int[] values, DataOutputStream out) throws IOException {
    out.writeInt(values.length);
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
    bytes.asIntBuffer().put(values);
    out.write(bytes.array());
  }

  private static int[] ints(DataInputStream in) throws IOException {
    int[] values = new int[in.readInt()];
    byte[] bytes = new byte[values.length * Integer.BYTES];
    in.readFully(bytes);
    ByteBuffer.wrap(bytes).asIntBuffer().get(values);
    return values;
  }
}
