package org.yunga.core.classify;

/**
 * Bounds that were chosen by hand for the maps of one indicator over one region set.
 *
 * @param indicator indicator id
 * @param regionSet region set id
 * @param classification the bounds
 */
public record ClassRule(String indicator, String regionSet, Classification classification) {}
