package org.yunga.geodata.load;

import java.nio.file.*;
import java.util.*;
import java.util.stream.*;
import org.junit.jupiter.api.Test;
import org.yunga.core.dataset.*;
import org.yunga.geodata.reference.ReferenceData;

class ScratchTest {
  @Test
  void run() throws Exception {
    Delivery d = ReferenceData.load();
    for (KnownBoundaryFile f : KnownBoundaryFile.values()) {
      long t = System.nanoTime();
      BoundaryReport r =
          new BoundaryLoader(d.catalogue(), d.regions())
              .load(Path.of("/work/shared/boundaries", f.fileName()), BoundaryOptions.none());
      System.out.println(
          r.summary()
              + " "
              + (System.nanoTime() - t) / 1000000
              + " ms "
              + r.delivery().get().dataset());
      System.out.println(
          new TreeMap<String, Long>(
              r.problems().stream()
                  .collect(
                      Collectors.groupingBy(
                          p -> p.code() + " " + p.outcome(), Collectors.counting()))));
      for (BoundaryProblem p : r.problems())
        if (!(p instanceof BoundaryProblem.AreaDiffers))
          System.out.println(p.place().inWords().en() + ": " + p.explanation().es());
      r.problems().stream()
          .filter(p -> p instanceof BoundaryProblem.AreaDiffers)
          .limit(12)
          .forEach(p -> System.out.println(p.place().inWords().en() + ": " + p.explanation().en()));
    }
  }
}
