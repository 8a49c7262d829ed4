package org.yunga.geodata.plots;

import java.util.Arrays;
import java.util.Optional;

/** Units in which files declare areas. */
enum AreaUnit {
  HA("ha", 1),
  M2("m2", 10_000),
  KM2("km2", 0.01);

  private final String id;
  private final double inOneHectare;

  AreaUnit(String id, double inOneHectare) {
    this.id = id;
    this.inOneHectare = inOneHectare;
  }

  String id() {
    return id;
  }

  double hectares(double given) {
    return given / inOneHectare;
  }

  double inOneHectare() {
    return inOneHectare;
  }

  static Optional<AreaUnit> byId(String id) {
    return Arrays.stream(values()).filter(unit -> unit.id.equals(id)).findFirst();
  }
}
