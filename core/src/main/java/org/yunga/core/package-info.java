/**
 * What Yunga knows and computes: regions, indicators, figures, totals, and where they are kept.
 *
 * <p>The way of the data: a {@linkplain org.yunga.core.store store} keeps datasets and releases; a
 * {@linkplain org.yunga.core.snapshot snapshot} is one release in memory, immutable; the
 * {@linkplain org.yunga.core.monitor monitor} answers questions from it. Geometry is longitude,
 * latitude, WGS 84 everywhere; areas are taken in the frame of {@link
 * org.yunga.core.space.EqualAreaFrame}.
 *
 * <p>Not here: file formats, coordinate reference systems of other people's files, HTTP, JSON.
 */
package org.yunga.core;
