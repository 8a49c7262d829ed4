package org.yunga.web.http;

/** The version of the program. */
public final class Version {

  private Version() {}

  /** As the build wrote it into the jar; {@code dev} when run from classes. */
  public static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }
}
