package org.heed.server.portable;

/** Is told how taking an export back comes along. */
public interface TakingListener {
  /** So many entries of the export are proven. */
  void proven(long entries);

  /** So many entries have been looked for in the record, or are in it. */
  void taken(long entries);
}
