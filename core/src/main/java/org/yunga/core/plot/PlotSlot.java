package org.yunga.core.plot;

/**
 * Kind and year of plots: what totals are given by.
 *
 * @param kind id of the kind
 * @param year the year they were measured in
 */
public record PlotSlot(String kind, int year) {}
