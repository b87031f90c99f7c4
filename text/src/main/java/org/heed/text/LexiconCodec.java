package org.heed.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A lexicon as bytes. */
final class LexiconCodec {
  private LexiconCodec() {}

  static void write(Lexicon lexicon, DataOutputStream out) throws IOException {
    write(lexicon.automaton(), out);
    ints(lexicon.outputs().index(), out);
    ints(lexicon.outputs().items(), out);
    ints(lexicon.payloadPhrase(), out);
    ints(lexicon.payloadSegment(), out);
    ints(lexicon.payloadWords(), out);
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
    Automaton automaton = automaton(in);
    Outputs outputs = new Outputs(ints(in), ints(in));
    int[] payloadPhrase = ints(in);
    int[] payloadSegment = ints(in);
    int[] payloadWords = ints(in);
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
    boolean[] wakes = new boolean[outputs.rows()];
    for (int i = 0; i < wakes.length; i++) {
      wakes[i] = in.readBoolean();
    }
    return new Lexicon(
        automaton,
        outputs,
        payloadPhrase,
        payloadSegment,
        payloadWords,
        roles,
        phraseOwner,
        gaps,
        phrasePayload,
        phraseKey,
        Neighbours.of(gaps, phraseKey, payloadPhrase, payloadSegment, payloadWords, outputs),
        wakes);
  }

  private static void write(Automaton automaton, DataOutputStream out) throws IOException {
    out.writeInt(automaton.vocabulary().size());
    for (String word : automaton.vocabulary().words()) {
      out.writeUTF(word);
    }
    for (int[] bounds : automaton.numbers().bounds()) {
      ints(bounds, out);
    }
    for (int[] classes : automaton.numbers().classes()) {
      ints(classes, out);
    }
    longs(automaton.moves(), out);
    ints(automaton.roots(), out);
    ints(automaton.meaning(), out);
    out.writeInt(automaton.firstMoving());
  }

  private static Automaton automaton(DataInputStream in) throws IOException {
    List<String> words = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      words.add(in.readUTF());
    }
    int[][] bounds = new int[Numbers.MOST_FIGURES + 1][];
    for (int figures = 0; figures < bounds.length; figures++) {
      bounds[figures] = ints(in);
    }
    int[][] classes = new int[bounds.length][];
    for (int figures = 0; figures < classes.length; figures++) {
      classes[figures] = ints(in);
    }
    return Automaton.of(
        new Vocabulary(words),
        new Numbers(bounds, classes),
        longs(in),
        ints(in),
        ints(in),
        in.readInt());
  }

  private static void longs(long[] values, DataOutputStream out) throws IOException {
    out.writeInt(values.length);
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES);
    bytes.asLongBuffer().put(values);
    out.write(bytes.array());
  }

  private static long[] longs(DataInputStream in) throws IOException {
    long[] values = new long[in.readInt()];
    byte[] bytes = new byte[values.length * Long.BYTES];
    in.readFully(bytes);
    ByteBuffer.wrap(bytes).asLongBuffer().get(values);
    return values;
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
