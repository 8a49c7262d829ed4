package org.yunga.core.dataset;

import java.time.Instant;
import java.util.List;

/**
 * The datasets that were in force from a moment on.
 *
 * @param number counts up from 1; 0 stands for a store without any release
 * @param publishedAt when it came into force
 * @param datasets what it consists of
 */
public record Release(long number, Instant publishedAt, List<Dataset> datasets) {

  /** Copies the list. */
  public Release {
    datasets = List.copyOf(datasets);
  }

  /** Whether anything in it was made up; every answer must say so. */
  public boolean isSynthetic() {
    return datasets.stream().anyMatch(Dataset::isSynthetic);
  }

  /** The id as answers name it. */
  public String id() {
    return Long.toString(number);
  }
}
