package org.yunga.web.sheet;

import java.awt.Color;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.yunga.core.figure.ValueState;

/** A sheet of a made-up country in which everything occurs that a sheet can show. */
final class SampleSheet {

  static final String LINK = "https://yunga.example/?indicator=coca_area&period=2024&lang=es";

  private SampleSheet() {}

  static SheetContent content(int rows) {
    List<SheetContent.Area> areas =
        List.of(
            area("Clase baja", "120", "POLYGON((-80 -4,-76 -4,-76 0,-80 0,-80 -4))", "#ffffd4"),
            area(
                "Con laguna",
                "12,345",
                "POLYGON((-76 -4,-72 -4,-72 0,-76 0,-76 -4),(-75 -3,-73 -3,-73 -2,-75 -2,-75 -3))",
                "#993404"),
            without("No vigilado", ValueState.NOT_MONITORED, "-80 -8,-76 -8,-76 -4,-80 -4,-80 -8"),
            without("Reservado", ValueState.WITHHELD, "-76 -8,-72 -8,-72 -4,-76 -4,-76 -8"),
            without("Sin dato", ValueState.MISSING, "-80 -12,-76 -12,-76 -8,-80 -8,-80 -12"),
            new SheetContent.Area(
                "Elegida y contada",
                Optional.of("0"),
                geometry("POLYGON((-76 -12,-72 -12,-72 -8,-76 -8,-76 -12))"),
                new Fill.Plain(Ink.LAND),
                Optional.of(new SheetContent.Circle(1, new Fill.Plain(new Color(0x3182bd)))),
                true),
            new SheetContent.Area(
                "Punto ñandú",
                Optional.empty(),
                geometry("POINT(-71 -6)"),
                Fill.of(ValueState.MISSING),
                Optional.of(new SheetContent.Circle(0.1, Fill.of(ValueState.MISSING))),
                false));
    List<SheetContent.Row> listed = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      listed.add(new SheetContent.Row("Región " + (i + 1), Integer.toString(9000 - i), i == 2));
    }
    return new SheetContent(
        "es",
        "Superficie de coca por departamento en 2024, según DEVIDA-OPD",
        "hectáreas",
        Optional.of("Datos sintéticos: no son mediciones"),
        new Envelope(-81, -70, -13, 1),
        List.of(geometry("POLYGON((-81 -13,-70 -13,-70 1,-81 1,-81 -13))")),
        areas,
        List.of(
            new SheetContent.LegendEntry(
                new Fill.Plain(new Color(0xffffd4)), false, "menos de 1,000"),
            new SheetContent.LegendEntry(new Fill.Plain(new Color(0x3182bd)), true, "1,000 y más"),
            new SheetContent.LegendEntry(Fill.of(ValueState.WITHHELD), false, "Reservado")),
        Optional.of("El área del círculo sigue al valor."),
        new SheetContent.Table(
            "Departamentos", listed, List.of(new SheetContent.Row("Suma", "89,754", false))),
        List.of("Fuentes: DEVIDA, Monitoreo de Cultivos de Coca 2024.", "Límites: INEI (MPL-2.0)."),
        "Yunga, entrega 7 del 21/11/2026.",
        Instant.parse("2026-11-21T12:00:00Z"),
        LINK);
  }

  private static SheetContent.Area area(String name, String value, String wkt, String colour) {
    return new SheetContent.Area(
        name,
        Optional.of(value),
        geometry(wkt),
        new Fill.Plain(Color.decode(colour)),
        Optional.empty(),
        false);
  }

  private static SheetContent.Area without(String name, ValueState state, String ring) {
    return new SheetContent.Area(
        name,
        Optional.empty(),
        geometry("POLYGON((" + ring + "))"),
        Fill.of(state),
        Optional.empty(),
        false);
  }

  private static Geometry geometry(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
