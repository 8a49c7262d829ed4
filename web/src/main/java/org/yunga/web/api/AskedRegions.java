package org.yunga.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yunga.core.monitor.Monitor;
import org.yunga.core.region.Place;
import org.yunga.core.region.Region;
import org.yunga.core.region.RegionRef;
import org.yunga.core.text.Bilingual;
import org.yunga.core.text.UnknownNameException;
import org.yunga.web.http.Problem;
import org.yunga.web.http.ProblemException;

/** Regions that the body of a request names instead of sending a polygon. */
final class AskedRegions {

  private AskedRegions() {}

  static List<AskedGround> several(JsonNode nodes, Monitor monitor) {
    if (!nodes.isArray() || nodes.isEmpty() || nodes.size() > Limits.POLYGONS) {
      int given = nodes.isArray() ? nodes.size() : 0;
      throw Question.member(
          given > Limits.POLYGONS ? "too_many_regions" : "no_regions",
          "/regions",
          null,
          new Bilingual(
              "se espera una lista de 1 a "
                  + Limits.POLYGONS
                  + " regiones; vinieron "
                  + given
                  + ".",
              "a list of 1 to " + Limits.POLYGONS + " regions is expected; got " + given + "."));
    }
    List<AskedGround> regions = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      regions.add(one(nodes.get(i), "/regions/" + i, monitor));
    }
    return regions;
  }

  /**
   * One region.
   *
   * @param node {@code {"region_set": ..., "code": ...}}
   * @param place JSON pointer to it
   */
  static AskedGround one(JsonNode node, String place, Monitor monitor) {
    if (!node.isObject()) {
      throw Question.member(
          "not_an_object",
          place,
          node,
          new Bilingual(
              "se espera {\"region_set\": \"departments\", \"code\": \"22\"}.",
              "{\"region_set\": \"departments\", \"code\": \"22\"} is expected."));
    }
    RegionRef ref = new RegionRef(text(node, place, "region_set"), text(node, place, "code"));
    Region region = known(ref, place, monitor);
    if (region.place() instanceof Place.Boundary boundary) {
      return new AskedGround(boundary.geometry(), Optional.empty(), Optional.of(ref));
    }
    throw new ProblemException(
        Problem.of(
            400,
            "no_boundary",
            new Bilingual(
                region.name()
                    + " no tiene límite cargado. Cárguelo con scripts/yunga boundaries, o"
                    + " envíe un polígono.",
                region.name()
                    + " has no boundary loaded. Load one by scripts/yunga boundaries, or"
                    + " send a polygon.")));
  }

  /** A code is text: a number would have lost its zeros in front. */
  private static String text(JsonNode node, String place, String name) {
    JsonNode member = node.path(name);
    if (member.isNumber()) {
      throw Question.member(
          "not_a_text",
          place + "/" + name,
          member,
          new Bilingual(
              "se recibió el número " + member + ". Los códigos son texto, con sus ceros: \"07\".",
              "got the number " + member + ". Codes are text, with their zeros: \"07\"."));
    }
    return member.asText();
  }

  /** A name in the body is a wrong question; only a name in the address is not found. */
  private static Region known(RegionRef ref, String at, Monitor monitor) {
    try {
      return monitor.snapshot().region(ref);
    } catch (UnknownNameException e) {
      boolean isSet = !e.kind().equals("region");
      String place = at + (isSet ? "/region_set" : "/code");
      String given = e.given().substring(0, Math.min(e.given().length(), 60));
      String some = String.join(", ", e.allowed().subList(0, Math.min(e.allowed().size(), 12)));
      throw new ProblemException(
          Problem.parameter(
              isSet ? "unknown_region_set" : "unknown_region",
              new Bilingual(
                  place + ": no existe '" + given + "'. Use uno de: " + some + "...",
                  place + ": there is no '" + given + "'. Use one of: " + some + "..."),
              place,
              given,
              e.allowed()));
    }
  }
}
