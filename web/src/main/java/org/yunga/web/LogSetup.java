package org.yunga.web;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Optional;
import org.slf4j.Logger;

/**
 * What is logged, and where to: warnings and our own news, to standard error; {@code YUNGA_LOG}
 * sets another level for all. Found by Logback as a service. Else every start would read and parse
 * a file for it.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogSetup extends ContextAwareBase implements Configurator {

  private static final String PATTERN = "%d{HH:mm:ss} %-5level %logger{0} %msg%n";

  @Override
  public ExecutionStatus configure(LoggerContext logback) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(logback);
    encoder.setPattern(PATTERN);
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(logback);
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    logback.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    level(logback, Logger.ROOT_LOGGER_NAME, Level.WARN);
    // a port in use is told in words; Javalin would print a stack trace beside them
    level(logback, "io.javalin", Level.OFF);
    // so is a connection that broke
    level(logback, "com.zaxxer.hikari", Level.ERROR);
    level(logback, "org.yunga", Level.INFO);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static void level(LoggerContext logback, String logger, Level usual) {
    Optional<String> wish = Optional.ofNullable(System.getenv("YUNGA_LOG"));
    logback.getLogger(logger).setLevel(wish.map(name -> Level.toLevel(name, usual)).orElse(usual));
  }
}
