package org.yunga.web.staging;

import java.time.Duration;

/**
 * How much may come and wait.
 *
 * @param fileBytes size of a file
 * @param uploads how many are received at a time
 * @param waiting how many datasets may wait to be published
 * @param checksWaiting how many files may wait for their check besides the one being checked
 * @param patience for how long each of them waits
 */
public record StagingLimits(
    long fileBytes, int uploads, int waiting, int checksWaiting, Duration patience) {

  /** 1 GiB holds some three million plots as GeoJSON; a million are checked in half a minute. */
  public static final StagingLimits DEFAULT =
      new StagingLimits(1L << 30, 4, 50, 6, Duration.ofMinutes(2));
}
