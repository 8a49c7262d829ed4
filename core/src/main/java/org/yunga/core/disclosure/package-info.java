/**
 * Statistical disclosure control: what may be told of real plots to everybody. All public numbers
 * are made of one table for each release, of atoms of ground that hold at least three plots each,
 * so that no number of questions tells more than that table does.
 */
package org.yunga.core.disclosure;
