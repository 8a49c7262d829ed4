package org.yunga.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, 14.1.2, of a file of ten bytes. */
class ByteRangeTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 0",
    "bytes=2-5, 2, 5",
    "bytes=2-, 2, 9",
    "bytes=2-99, 2, 9",
    "bytes=-3, 7, 9",
    "bytes=-99, 0, 9",
    "bytes=9-9, 9, 9",
    "bytes=5-2, 0, 9",
    "bytes=-, 0, 9",
    "lines=1-2, 0, 9",
    "bytes=a-b, 0, 9",
    "'bytes=0-1,4-5', 0, 9",
    "bytes=0-99999999999999999999, 0, 9"
  })
  void isThePartOrTheWhole(String header, long first, long last) {
    assertThat(ByteRange.parse(header, 10)).contains(new ByteRange(first, last));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=10-12", "bytes=999-1000", "bytes=-0"})
  void isNothingBehindTheEnd(String header) {
    assertThat(ByteRange.parse(header, 10)).isEmpty();
  }
}
