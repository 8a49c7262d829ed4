package org.yunga.core.disclosure;

/**
 * What a square of a map holds: all atoms that lie wholly in it.
 *
 * @param column begins at column times side, metres of the equal-area frame
 * @param row begins at row times side
 * @param amount of its atoms
 */
public record PublicCell(int column, int row, PublicTotal.Amount amount) {}
