package org.yunga.geodata.table;

import java.util.Optional;

/**
 * How a layer is to be drawn, for formats that can carry it.
 *
 * @param name as people see it in their GIS
 * @param qml style document of QGIS
 * @param sld style document of OGC
 */
public record LayerStyle(String name, Optional<String> qml, Optional<String> sld) {}
