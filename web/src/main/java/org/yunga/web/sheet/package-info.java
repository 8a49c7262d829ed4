/**
 * Map sheets: one map of figures on one page of paper, with all that a reader of the paper needs to
 * understand and to cite it. Drawn once in millimetres, on PDF as on PNG; the same question gives
 * the same bytes.
 *
 * <p>Not the map of the screen, and no answer of its own: every number comes from {@code Monitor}.
 */
package org.yunga.web.sheet;
