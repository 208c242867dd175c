package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.insight.comparison.Comparison;
import dev.plumbline.insight.comparison.ResultSnapshot;
import dev.plumbline.reports.json.JsonReport;
import dev.plumbline.reports.json.ResultReader;
import dev.plumbline.reports.json.ResultReader.NoResultException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultReaderTest {
  private static byte[] written() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JsonReport().write(Results.with("Camera \u202E"), Written.context(), out);
    return out.toByteArray();
  }

  @Test
  void whatWasWrittenReadsBackWithoutAChange() throws Exception {
    ResultSnapshot now = ResultSnapshot.of(Results.with("Camera \u202E"));
    assertThat(ResultReader.read(written())).isEqualTo(now);
    assertThat(Comparison.of(ResultReader.read(written()), now).changes()).isEmpty();
  }

  @Test
  void aFileThatIsCutOffAnywhereIsNoResult() throws IOException {
    byte[] whole = written();
    int end = new String(whole, StandardCharsets.UTF_8).stripTrailing().length();
    for (int length = 0; length < end; length += 97) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> ResultReader.read(cut)).isInstanceOf(NoResultException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "{\"schema\": 1}", "<xml/>", "\u0000"})
  void anythingElseIsNoResult(String text) {
    assertThatThrownBy(() -> ResultReader.read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(NoResultException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"verdict\" : \"FAIL\"', '\"verdict\" : \"GOOD\"'",
    "'\"executed\" : true', '\"executed\" : \"yes\"'",
    "'\"items\" : [', '\"item\" : ['",
    "'5.6-1-2c@DUT', 'x@DUT'",
    "'5.6-1-2c@DUT', '5.6-1-2b@DUT'",
    "'urn:plumbline:result:1', 'urn:plumbline:result:2'",
  })
  void aResultThatSaysSomethingElseIsRefused(String from, String to) throws IOException {
    String text = new String(written(), StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    byte[] other = text.replace(from, to).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> ResultReader.read(other)).isInstanceOf(NoResultException.class);
  }
}
