package org.heed.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar, or "development" outside a jar. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String built = Heed.class.getPackage().getImplementationVersion();
    return new String[] {"heed " + (built == null ? "development" : built)};
  }
}
