/**
 * What becomes of any file that somebody brings: words that figures, plots and boundaries share. An
 * {@link org.yunga.geodata.intake.Inspector} of each kind reads a file, checks it against the
 * release, and answers with an {@link org.yunga.geodata.intake.IntakeReport}: what the file is,
 * what its columns were taken for, what is wrong with it and how to mend that, what would be new,
 * and the deliveries to publish.
 *
 * <p>Nothing is written here: publishing is the store's, asking a person that of the command line
 * or the page. Not here either: the checks themselves ({@code figures}, {@code plots}, {@code
 * load}), and which of them a file needs ({@code inspect}).
 */
package org.yunga.geodata.intake;
