package org.yunga.geodata.files;

import org.yunga.core.text.Bilingual;

/**
 * One file of a release.
 *
 * @param name plain ASCII, without folder
 * @param group id of the region set whose regions and figures it holds, {@value #RELEASE} for all
 *     of them, {@value #ABOUT} for what is said about the data
 * @param format id of the format ({@code gpkg}), or {@code text}
 * @param label of the format, for people
 * @param mediaType for {@code Content-Type}
 * @param holds what is in it
 * @param bytes its size
 * @param sha256 64 hexadecimal digits
 */
public record ReleaseFile(
    String name,
    String group,
    String format,
    String label,
    String mediaType,
    Bilingual holds,
    long bytes,
    String sha256) {

  /** Group of the files of the whole release. */
  public static final String RELEASE = "release";

  /** Group of licence, citation, method, hashes and catalogue record. */
  public static final String ABOUT = "about";
}
