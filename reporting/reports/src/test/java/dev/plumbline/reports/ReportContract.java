package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What every format of text keeps. */
abstract class ReportContract {
  private static final String FOREIGN = "Camera\u0000\u001b[31m\u202E";

  abstract ReportFormat format();

  private byte[] written() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format().write(Results.with(FOREIGN), Written.context(), out);
    return out.toByteArray();
  }

  @Test
  final void theSameResultGivesTheSameBytes() throws IOException {
    assertThat(written()).isEqualTo(written()).isNotEmpty();
  }

  @Test
  final void noControlCharacterOfADeviceReachesTheFile() throws IOException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(written())).toString();
    assertThat(text.codePoints().filter(ReportContract::isHarmful).boxed()).isEmpty();
  }

  private static boolean isHarmful(int c) {
    boolean line = c == '\n' || c == '\r' || c == '\t';
    return Character.getType(c) == Character.FORMAT || (Character.isISOControl(c) && !line);
  }

  @Test
  final void itIsInstalledUnderANameOfItsOwn() {
    assertThat(ServiceLoader.load(ReportFormat.class))
        .filteredOn(f -> f.id().equals(format().id()) || f.fileName().equals(format().fileName()))
        .singleElement()
        .isInstanceOf(format().getClass());
    assertThat(format().id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    assertThat(format().about()).isNotBlank().doesNotEndWith(".");
  }
}
