package org.heed.bench;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/**
 * What a machine can do with these strings at best in one stream: the automaton of Aho and Corasick
 * (1975) as a full table over bytes in classes, counting the places where something ends and
 * nothing else.
 */
final class BareAutomaton {
  private final byte[] classes = new byte[256];
  private final int stride;
  private int[] table = new int[1 << 16];
  private int states = 1;
  private int firstAccepting;

  BareAutomaton(List<String> phrases) {
    int most = 0;
    for (String phrase : phrases) {
      for (int i = 0; i < phrase.length(); i++) {
        if (classes[phrase.charAt(i)] == 0) {
          classes[phrase.charAt(i)] = (byte) ++most;
        }
      }
    }
    stride = most + 1;
    for (int c = 'a'; c <= 'z'; c++) {
      classes[c - 32] = classes[c];
    }
    boolean[] ends = link(grow(phrases));
    number(ends);
  }

  private boolean[] grow(List<String> phrases) {
    boolean[] ends = new boolean[1 << 10];
    for (String phrase : phrases) {
      int state = 0;
      for (int i = 0; i < phrase.length(); i++) {
        int at = state * stride + classes[phrase.charAt(i)];
        if (table[at] == 0) {
          table[at] = states++;
          if ((states + 1) * stride > table.length) {
            table = Arrays.copyOf(table, 2 * table.length);
          }
        }
        state = table[at];
      }
      if (state >= ends.length) {
        ends = Arrays.copyOf(ends, Math.max(2 * ends.length, state + 1));
      }
      ends[state] = true;
    }
    return Arrays.copyOf(ends, states);
  }

  /** Fills in where to go on when nothing follows. */
  private boolean[] link(boolean[] ends) {
    int[] fail = new int[states];
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    queue.add(0);
    while (!queue.isEmpty()) {
      int state = queue.remove();
      ends[state] |= ends[fail[state]];
      for (int c = 0; c < stride; c++) {
        int at = state * stride + c;
        int onFail = table[fail[state] * stride + c];
        if (table[at] == 0) {
          table[at] = state == 0 ? 0 : onFail;
        } else {
          fail[table[at]] = state == 0 ? 0 : onFail;
          queue.add(table[at]);
        }
      }
    }
    return ends;
  }

  /** Numbers states so that one comparison tells where something ends. */
  private void number(boolean[] ends) {
    int[] order = new int[states];
    int plain = 0;
    for (int s = 0; s < states; s++) {
      order[s] = ends[s] ? 0 : plain++;
    }
    firstAccepting = plain * stride;
    for (int s = 0; s < states; s++) {
      order[s] = ends[s] ? plain++ : order[s];
    }
    int[] moved = new int[states * stride];
    for (int s = 0; s < states; s++) {
      for (int c = 0; c < stride; c++) {
        moved[order[s] * stride + c] = order[table[s * stride + c]] * stride;
      }
    }
    table = moved;
  }

  int states() {
    return states;
  }

  int count(byte[] text) {
    byte[] of = classes;
    int[] next = table;
    int accept = firstAccepting;
    int state = 0;
    int hits = 0;
    for (byte b : text) {
      state = next[state + of[b & 0xff]];
      if (state >= accept) {
        hits++;
      }
    }
    return hits;
  }
}
