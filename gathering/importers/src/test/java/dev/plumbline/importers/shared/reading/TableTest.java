package dev.plumbline.importers.shared.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.importing.MalformedImportException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private static List<String> read(String text) throws IOException, MalformedImportException {
    List<String> told = new ArrayList<>();
    Table.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        (row, line) -> told.add(line + ":" + row.get("b", "a") + ":" + row.get("none")));
    return told;
  }

  @Test
  void cellsMayHoldCommasQuotesAndLineEnds() throws IOException, MalformedImportException {
    assertThat(read("\uFEFFA,B\r\n1,\"x, \"\"y\"\"\nz\"\r\n\n2,\n"))
        .containsExactly("2:x, \"y\"\nz:", "5::");
  }

  @Test
  void aCutOrWiderRowIsRefused() {
    for (String text : List.of("a,b\n1,2", "a,b\n1,\"2\n", "a,b\n1,2,3\n", "")) {
      assertThatThrownBy(() -> read(text)).as(text).isInstanceOf(MalformedImportException.class);
    }
  }

  @Test
  void aFileIsKnownByItsColumns() {
    assertThat(Table.begins("\"Id\",\"Host\"\n1,2\n", "host", "ID")).isTrue();
    assertThat(Table.begins("Id;Host\n", "host")).isFalse();
  }
}
