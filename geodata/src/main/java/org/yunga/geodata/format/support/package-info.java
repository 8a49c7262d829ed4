/** What several formats share: files that appear whole or not at all, bounds, plain geometries. */
package org.yunga.geodata.format.support;
