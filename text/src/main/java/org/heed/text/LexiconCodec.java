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
    write(lexicon.alphabet(), out);
    write(lexicon.automaton(), out);
    write(lexicon.keys(), out);
    write(lexicon.wholes(), out);
    write(lexicon.parts().automaton(), out);
    write(lexicon.parts().rows(), out);
    ints(lexicon.parts().payloadSegment(), out);
    ints(lexicon.parts().payloadWords(), out);
    ints(lexicon.phraseOwner(), out);
    for (Role role : lexicon.phraseRole()) {
      out.writeUTF(role.name());
    }
    for (int[] gaps : lexicon.phraseGaps()) {
      ints(gaps, out);
    }
    ints(lexicon.phraseKey(), out);
  }

  static Lexicon read(DataInputStream in) throws IOException {
    Alphabet alphabet = alphabet(in);
    Automaton automaton = automaton(in);
    Rows keys = rows(in);
    Rows wholes = rows(in);
    Parts parts = Parts.of(automaton(in), rows(in), ints(in), ints(in), alphabet.size());
    int[] phraseOwner = ints(in);
    Role[] roles = new Role[phraseOwner.length];
    for (int i = 0; i < roles.length; i++) {
      roles[i] = Role.valueOf(in.readUTF());
    }
    int[][] gaps = new int[phraseOwner.length][];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = ints(in);
    }
    int[] phraseKey = ints(in);
    Neighbours neighbours = new Neighbours(gaps, phraseKey, parts, alphabet.size());
    return new Lexicon(
        alphabet,
        automaton,
        keys,
        wholes,
        parts,
        roles,
        phraseOwner,
        gaps,
        phraseKey,
        neighbours,
        new Glance(keys, neighbours),
        Lexicon.wakes(keys, wholes, neighbours, roles));
  }

  private static void write(Alphabet alphabet, DataOutputStream out) throws IOException {
    out.writeInt(alphabet.vocabulary().size());
    for (String word : alphabet.vocabulary().words()) {
      out.writeUTF(word);
    }
    for (int[] bounds : alphabet.numbers().bounds()) {
      ints(bounds, out);
    }
    for (int[] classes : alphabet.numbers().classes()) {
      ints(classes, out);
    }
  }

  private static Alphabet alphabet(DataInputStream in) throws IOException {
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
    return new Alphabet(new Vocabulary(words), new Numbers(bounds, classes));
  }

  private static void write(Automaton automaton, DataOutputStream out) throws IOException {
    longs(automaton.states(), out);
    longs(automaton.moves(), out);
  }

  private static Automaton automaton(DataInputStream in) throws IOException {
    return new Automaton(longs(in), longs(in));
  }

  private static void write(Rows rows, DataOutputStream out) throws IOException {
    ints(rows.from(), out);
    ints(rows.items(), out);
  }

  private static Rows rows(DataInputStream in) throws IOException {
    return new Rows(ints(in), ints(in));
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
