package org.yunga.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.api.Test;

class LogSetupTest {

  /** A database that goes away in the middle of a command: its words are not lost among traces. */
  @Test
  void aConnectionThatBrokeIsToldInWordsOnly() {
    LoggerContext logback = new LoggerContext();

    new LogSetup().configure(logback);

    assertThat(logback.getLogger("com.zaxxer.hikari.pool.ProxyConnection").isWarnEnabled())
        .isFalse();
    assertThat(logback.getLogger("org.yunga.web").isInfoEnabled()).isTrue();
  }
}
