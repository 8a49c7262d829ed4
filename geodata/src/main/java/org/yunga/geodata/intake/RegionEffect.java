package org.yunga.geodata.intake;

import java.util.Optional;
import java.util.OptionalDouble;
import org.yunga.core.region.RegionRef;

/**
 * What publishing would do to one total of one region.
 *
 * @param region empty for what lies in no region
 * @param regionName its name; empty for what lies in none
 * @param item id of the plot kind; or indicator, measure and series
 * @param period year or period
 * @param unit of the totals: {@code ha}, {@code km}, or the indicator's
 * @param before total in the release; empty when it has none
 * @param after total after publishing; empty when there would be none
 * @param countBefore how many plots or figures make it up
 * @param countAfter how many would
 */
public record RegionEffect(
    Optional<RegionRef> region,
    String regionName,
    String item,
    String period,
    String unit,
    OptionalDouble before,
    OptionalDouble after,
    long countBefore,
    long countAfter) {}
