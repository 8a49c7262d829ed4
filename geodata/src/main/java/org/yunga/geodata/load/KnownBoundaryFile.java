package org.yunga.geodata.load;

import java.util.Arrays;
import java.util.Optional;

/**
 * Files of boundaries that Yunga knows by their content: limits of INEI, 2007, simplified, as
 * published in github.com/juaneladio/peru-geojson.
 */
public enum KnownBoundaryFile {
  DEPARTMENTS(
      "departments",
      "peru_departamental_simple.geojson",
      "3d34d5450a1b1f059eebdf7386e5b5d071a5063bf3679fcbbbc5314493791290",
      "Límites departamentales"),
  PROVINCES(
      "provinces",
      "peru_provincial_simple.geojson",
      "3663a2b58e52a6bba9c43acabe33e7d9bb065e54551edd9aa375a411fd0c7fa1",
      "Límites provinciales"),
  DISTRICTS(
      "districts",
      "peru_distrital_simple.geojson",
      "1eba0da33464b0818f05bfcf066672e6c9cf979ddc0549c8c2e9ca4d0122ac73",
      "Límites distritales");

  /** Who drew and who published them. */
  public static final String SOURCE =
      "INEI, límites 2007, simplificados; github.com/juaneladio/peru-geojson";

  /** The licence of the repository. */
  public static final String LICENCE = "MPL-2.0";

  private final String regionSet;
  private final String fileName;
  private final String sha256;
  private final String title;

  KnownBoundaryFile(String regionSet, String fileName, String sha256, String title) {
    this.regionSet = regionSet;
    this.fileName = fileName;
    this.sha256 = sha256;
    this.title = title;
  }

  public String regionSet() {
    return regionSet;
  }

  public String fileName() {
    return fileName;
  }

  /** Hash of the file's bytes, hexadecimal. */
  public String sha256() {
    return sha256;
  }

  /** Title of the dataset. */
  public String title() {
    return title;
  }

  static Optional<KnownBoundaryFile> bySha256(String sha256) {
    return Arrays.stream(values()).filter(file -> file.sha256.equals(sha256)).findFirst();
  }
}
