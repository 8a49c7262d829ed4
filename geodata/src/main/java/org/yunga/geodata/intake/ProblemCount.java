package org.yunga.geodata.intake;

/**
 * How often a kind of problem was found, more than the list holds perhaps.
 *
 * @param code of the kind
 * @param severity of the worst of them
 * @param count how many
 */
public record ProblemCount(String code, Severity severity, long count) {}
