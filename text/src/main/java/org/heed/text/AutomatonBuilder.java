package org.heed.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects literals in a trie, then freezes it into an {@link Automaton}. */
final class AutomatonBuilder {
  private static final int ROOT = 0;
  private static final int BOUNDARY = 1;

  private int[] children = new int[1024 * Classes.COUNT];
  private byte[] lastClass = new byte[1024];
  private final List<int[]> outputs = new ArrayList<>();
  private int size;

  AutomatonBuilder() {
    addState(Classes.BREAK);
    children[Classes.SPACE] = addState(Classes.SPACE);
  }

  private int addState(int last) {
    if ((size + 1) * Classes.COUNT > children.length) {
      children = Arrays.copyOf(children, 2 * children.length);
      lastClass = Arrays.copyOf(lastClass, 2 * lastClass.length);
    }
    lastClass[size] = (byte) last;
    outputs.add(new int[0]);
    return size++;
  }

  /** Adds a literal's symbols (letters, spaces, 0 for digits) leading to a payload. */
  void add(String symbols, int payload) {
    int state = BOUNDARY;
    for (int i = 0; i < symbols.length(); i++) {
      int c = Classes.OF[symbols.charAt(i)];
      int slot = state * Classes.COUNT + c;
      int child = children[slot];
      if (child == 0) {
        child = addState(c);
        children[slot] = child;
      }
      state = child;
    }
    outputs.set(state, append(outputs.get(state), payload));
  }

  private static int[] append(int[] list, int... more) {
    int[] longer = Arrays.copyOf(list, list.length + more.length);
    System.arraycopy(more, 0, longer, list.length, more.length);
    return longer;
  }

  /** Freezes; the builder is spent. */
  Automaton build() {
    fillByBreadth();
    return renumber();
  }

  /** Turns the trie into a full transition table, shallow states first. */
  private void fillByBreadth() {
    int[] fail = new int[size];
    int[] queue = new int[size];
    int head = 0;
    int tail = 0;
    boolean[] own = new boolean[Classes.COUNT];
    queue[tail++] = ROOT;
    while (head < tail) {
      int state = queue[head++];
      int row = state * Classes.COUNT;
      for (int c = 0; c < Classes.COUNT; c++) {
        own[c] = children[row + c] != 0;
        if (own[c]) {
          int child = children[row + c];
          fail[child] = state == ROOT ? ROOT : children[fail[state] * Classes.COUNT + c];
          queue[tail++] = child;
        }
      }
      if (fail[state] != ROOT || state != ROOT) {
        outputs.set(state, append(outputs.get(state), outputs.get(fail[state])));
      }
      for (int c = 0; c < Classes.COUNT; c++) {
        if (!own[c]) {
          children[row + c] =
              switch (c) {
                case Classes.BREAK -> BOUNDARY;
                case Classes.SKIP -> state;
                case Classes.SPACE ->
                    lastClass[state] == Classes.SPACE
                        ? state
                        : children[fail[state] * Classes.COUNT + c];
                default -> state == ROOT ? ROOT : children[fail[state] * Classes.COUNT + c];
              };
        }
      }
    }
  }

  private Automaton renumber() {
    int[] order = new int[size];
    int n = 0;
    for (int state = 0; state < size; state++) {
      if (outputs.get(state).length == 0) {
        order[state] = n++;
      }
    }
    int first = n;
    for (int state = 0; state < size; state++) {
      if (outputs.get(state).length > 0) {
        order[state] = n++;
      }
    }
    int[] table = new int[size << Automaton.SHIFT];
    int[] starts = new int[size - first + 1];
    int[][] byAccepting = new int[size - first][];
    for (int state = 0; state < size; state++) {
      int to = order[state] << Automaton.SHIFT;
      for (int c = 0; c < Classes.COUNT; c++) {
        table[to + c] = order[children[state * Classes.COUNT + c]] << Automaton.SHIFT;
      }
      if (order[state] >= first) {
        byAccepting[order[state] - first] = outputs.get(state);
      }
    }
    int total = 0;
    for (int i = 0; i < byAccepting.length; i++) {
      starts[i] = total;
      total += byAccepting[i].length;
    }
    starts[byAccepting.length] = total;
    int[] payloads = new int[total];
    for (int i = 0; i < byAccepting.length; i++) {
      System.arraycopy(byAccepting[i], 0, payloads, starts[i], byAccepting[i].length);
    }
    return new Automaton(
        table, order[BOUNDARY] << Automaton.SHIFT, first << Automaton.SHIFT, starts, payloads);
  }
}
