package org.heed.bench;

/** What starting a JVM costs when there is nothing to do. */
final class Hello {
  private Hello() {}

  public static void main(String[] args) {
    System.out.println("hello");
  }
}
