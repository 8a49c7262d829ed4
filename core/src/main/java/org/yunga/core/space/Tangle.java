package org.yunga.core.space;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.ItemVisitor;
import org.locationtech.jts.index.chain.MonotoneChain;
import org.locationtech.jts.index.chain.MonotoneChainBuilder;
import org.locationtech.jts.index.chain.MonotoneChainOverlapAction;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * How much work an outline is: the pairs of its edges that lie so near that they must be compared,
 * which is what checking, repairing, buffering and uniting spend their time on. An outline as maps
 * have them has a few for each edge; one whose edges all run past each other has the square of
 * their number.
 */
public final class Tangle {

  private Tangle() {}

  /** Ends the count. */
  private static final class Enough extends RuntimeException {
    Enough() {
      super(null, null, false, false);
    }
  }

  /** Whether a geometry has more such pairs than this; stops counting there. */
  public static boolean exceeds(Geometry geometry, long most) {
    return exceeds(geometry, most, 0);
  }

  /**
   * The same with pairs of edges that come nearer to each other than a distance, which a buffer has
   * to compare.
   */
  static boolean exceeds(Geometry geometry, long most, double near) {
    // chains are met from either side, edges from one
    long vertices = geometry.getNumPoints();
    if (vertices * vertices * 3 / 2 <= most) {
      return false;
    }
    List<MonotoneChain> chains = new ArrayList<>();
    for (Object line : LinearComponentExtracter.getLines(geometry)) {
      for (Object chain : MonotoneChainBuilder.getChains(((LineString) line).getCoordinates())) {
        ((MonotoneChain) chain).setId(chains.size());
        chains.add((MonotoneChain) chain);
      }
    }
    HPRtree tree = new HPRtree();
    chains.forEach(chain -> tree.insert(chain.getEnvelope(near), chain));
    long[] left = {most};
    MonotoneChainOverlapAction count =
        new MonotoneChainOverlapAction() {
          @Override
          public void overlap(MonotoneChain one, int start, MonotoneChain other, int otherStart) {
            take(left);
          }
        };
    try {
      for (MonotoneChain chain : chains) {
        ItemVisitor visitor =
            item -> {
              take(left);
              MonotoneChain other = (MonotoneChain) item;
              if (other.getId() > chain.getId()) {
                chain.computeOverlaps(other, near, count);
              }
            };
        tree.query(chain.getEnvelope(near), visitor);
      }
      return false;
    } catch (Enough e) {
      return true;
    }
  }

  private static void take(long... left) {
    if (left[0]-- <= 0) {
      throw new Enough();
    }
  }
}
