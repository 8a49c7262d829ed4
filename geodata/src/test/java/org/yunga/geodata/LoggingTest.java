package org.yunga.geodata;

import static org.assertj.core.api.Assertions.assertThat;

import org.geotools.referencing.CRS;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The raw jar of GeoTools carries slf4j 1.7, which would silence all logging. */
class LoggingTest {

  @Test
  void logbackAnswersThroughSlf4j2AlthoughGeoToolsIsThere() throws NoSuchMethodException {
    assertThat(CRS.class.getName()).isEqualTo("org.geotools.referencing.CRS");
    assertThat(LoggerFactory.getILoggerFactory().getClass().getName())
        .startsWith("ch.qos.logback.");
    assertThat(Logger.class.getMethod("atInfo")).isNotNull();
  }
}
