package org.heed.bench;

import java.io.PrintWriter;

/**
 * What to measure, how much of it, and where to say so.
 *
 * @param reports how many an import brings
 * @param rate reports a second to record
 * @param seconds for how long
 * @param warmUp seconds of the same load before it counts
 * @param starts how many times a start is measured
 */
record Settings(
    HeedProgram heed,
    int reports,
    int rate,
    int seconds,
    int warmUp,
    int starts,
    PrintWriter messages) {
  void say(String message) {
    messages.println(message);
    messages.flush();
  }
}
