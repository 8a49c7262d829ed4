package org.yunga.core.figure;

import org.yunga.core.text.Bilingual;

/**
 * Who measured: values of one series may be compared with each other, those of two may not be
 * mixed.
 *
 * @param id as cited: {@code DEVIDA-OPD}
 * @param status of all its figures
 * @param rank preference when several series cover a period, 1 first
 * @param name in words
 * @param definition what it covers, and what to beware of
 */
public record Series(String id, Status status, int rank, Bilingual name, Bilingual definition) {}
