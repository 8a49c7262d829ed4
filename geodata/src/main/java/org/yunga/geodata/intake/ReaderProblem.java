package org.yunga.geodata.intake;

import java.util.Optional;
import java.util.OptionalLong;
import org.yunga.core.text.Bilingual;
import org.yunga.geodata.table.Notice;
import org.yunga.geodata.table.RowFlaw;

/** What the reader of a format found before anybody asked what the columns mean. */
public sealed interface ReaderProblem extends IntakeProblem {

  @Override
  default Optional<Bilingual> remedy() {
    return Optional.empty();
  }

  /** A flaw of a row. */
  record OfRow(long number, RowFlaw flaw) implements ReaderProblem {
    @Override
    public String code() {
      return flaw.code();
    }

    @Override
    public Severity severity() {
      return flaw.isRepaired() ? Severity.REPAIRED : Severity.REFUSED;
    }

    @Override
    public OptionalLong row() {
      return OptionalLong.of(number);
    }

    @Override
    public Optional<String> field() {
      return flaw.field();
    }

    @Override
    public Optional<String> value() {
      return flaw.value();
    }

    @Override
    public Bilingual message() {
      return flaw.explanation();
    }
  }

  /** Something about the whole file that the reader had to decide. */
  record OfFile(Notice notice) implements ReaderProblem {
    @Override
    public String code() {
      return notice.code();
    }

    @Override
    public Severity severity() {
      return Severity.TOLD;
    }

    @Override
    public OptionalLong row() {
      return OptionalLong.empty();
    }

    @Override
    public Optional<String> field() {
      return Optional.empty();
    }

    @Override
    public Optional<String> value() {
      return Optional.empty();
    }

    @Override
    public Bilingual message() {
      return notice.text();
    }
  }
}
