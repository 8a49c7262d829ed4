package org.yunga.web.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Two nodes beside one (S4). Each node has a core of its own. The client is the same for both, two
 * {@code wrk} of 32 connections each: they ask one node, or a node each. On more than two cores
 * they have the others; on two they have the core that one node alone leaves free, and what two
 * leave over of theirs, so that one node is not held back by its client and two are.
 */
final class NodesBench {

  private static final int NODES = 2;
  private static final int ROUNDS = 3;
  private static final int SECONDS = 8;
  private static final String CACHED =
      "/api/v1/totals?region-set=departments&kind=coca_field&year=2023";

  private final Path root;
  private final Path scratch;
  private final String store;

  /**
   * Nodes on a store.
   *
   * @param root the project's folder
   * @param scratch a folder for what they write
   * @param store its address
   */
  NodesBench(Path root, Path scratch, String store) {
    this.root = root;
    this.scratch = scratch;
    this.store = store;
  }

  void run(Report report) throws Exception {
    List<Started> nodes = new ArrayList<>();
    List<String> urls = new ArrayList<>();
    try {
      for (int node = 0; node < NODES; node++) {
        int port = Started.freePort();
        List<String> command = new ArrayList<>(List.of("taskset", "-c", "" + node));
        command.add(root + "/scripts/run");
        command.addAll(List.of("--store", store, "--port", "" + port));
        command.addAll(List.of("--data", scratch.resolve("node" + node).toString()));
        nodes.add(Started.of(scratch.resolve("log" + node), command));
        urls.add("http://127.0.0.1:" + port + CACHED);
      }
      for (int node = 0; node < NODES; node++) {
        nodes.get(node).await(urls.get(node));
        rate(List.of(urls.get(node)), 2 * SECONDS, cores(NODES));
      }
      Samples one = new Samples();
      Samples two = new Samples();
      for (int round = 0; round < ROUNDS; round++) {
        one.add(rate(List.of(urls.get(0), urls.get(0)), SECONDS, cores(1)));
        two.add(rate(urls, SECONDS, cores(NODES)));
      }
      report.share("S4", "cached reads, two nodes of a core each; one", two, one, "1/s", 1.6);
    } finally {
      nodes.forEach(Started::close);
    }
  }

  /** Where the client may run beside so many nodes, as {@code taskset} takes it. */
  private static String cores(int nodes) {
    int all = Runtime.getRuntime().availableProcessors();
    int from = all > NODES ? NODES : nodes < all ? nodes : 0;
    return from + "-" + (all - 1);
  }

  /** Requests a second, all of them: a client for each address, at the same time. */
  private static double rate(List<String> urls, int seconds, String cores) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(urls.size());
    try {
      double sum = 0;
      List<Future<Double>> rates = new ArrayList<>();
      for (String url : urls) {
        rates.add(
            executor.submit(
                () ->
                    Wrk.rateOn(
                        cores, url, seconds, "--timeout", "20s", "-H", "Accept-Encoding: gzip")));
      }
      for (Future<Double> rate : rates) {
        sum += rate.get();
      }
      return sum;
    } finally {
      executor.shutdown();
    }
  }
}
