package org.yunga.geodata.bulk;

import java.util.function.Consumer;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.util.LongAccumulator;
import org.yunga.core.text.Bilingual;

/** Tells how far the counting of plots is, every few seconds. */
final class Progress extends SparkListener {

  private static final long EVERY_MILLIS = 3_000;

  private final LongAccumulator plots;
  private final Consumer<Bilingual> telling;
  private long told = System.currentTimeMillis();
  private int parts;
  private int done;

  Progress(LongAccumulator plots, Consumer<Bilingual> telling) {
    this.plots = plots;
    this.telling = telling;
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted stage) {
    parts = stage.stageInfo().numTasks();
    done = 0;
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd task) {
    done++;
    long now = System.currentTimeMillis();
    if (now - told >= EVERY_MILLIS) {
      told = now;
      String counts = "%d / %d, %,d ".formatted(done, parts, plots.value());
      telling.accept(
          new Bilingual("Partes " + counts + "parcelas...", "Parts " + counts + "plots..."));
    }
  }
}
