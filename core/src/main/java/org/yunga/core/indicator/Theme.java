package org.yunga.core.indicator;

import org.yunga.core.text.Bilingual;

/**
 * A heading under which indicators are listed.
 *
 * @param id slug
 * @param name heading
 */
public record Theme(String id, Bilingual name) {}
