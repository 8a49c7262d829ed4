package org.yunga.core.store.postgis;

import java.util.List;
import org.yunga.core.store.sql.Reading;
import org.yunga.core.store.sql.Sql;
import org.yunga.core.store.sql.Work;

/**
 * Reads what belongs to a dataset. Of several replicas one may know of a release whose plots
 * another does not have yet, so each session must find the dataset before it is believed. Once,
 * since blocks of plots are handed out while they are read.
 *
 * @param sessions to read in
 * @param dataset id of it
 */
record DatasetReading(PostgisSessions sessions, String dataset) implements Reading {

  private static final String IS_THERE = "SELECT 1 FROM dataset WHERE id = ?";

  @Override
  public <T> T read(Work<T> work) {
    return sessions.readWholeOnce(
        session -> {
          List<Boolean> there = Sql.query(session.connection(), IS_THERE, row -> true, dataset);
          if (there.isEmpty() && sessions.mayBeBehind(session.connection())) {
            throw PostgisExceptions.behind(sessions.place());
          }
          return work.run(session);
        });
  }
}
