package org.yunga.web.staging;

/**
 * How much may come and wait.
 *
 * @param fileBytes size of a file
 * @param uploads how many are received at a time
 * @param waiting how many datasets may wait to be published
 */
public record StagingLimits(long fileBytes, int uploads, int waiting) {

  /** 1 GiB holds some three million plots as GeoJSON. */
  public static final StagingLimits DEFAULT = new StagingLimits(1L << 30, 4, 50);
}
