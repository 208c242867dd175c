package dev.plumbline.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.Digest;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FrameNumbersTest {
  @Test
  void aReferenceNamesItsFrames() {
    EvidenceRef file = new EvidenceRef(Digest.of("capture"), 0, 900);
    assertThat(file.toString()).endsWith("@0+900");
    assertThat(file.showing(new FrameNumbers(List.of(4L), false)).toString())
        .endsWith("@0+900, frame 4");
    assertThat(file.showing(new FrameNumbers(List.of(4L, 7L), true)).toString())
        .endsWith(", frames 4, 7 and more");
  }

  @Test
  void ofManyTheFirstAreNamed() {
    List<Long> fifty = LongStream.rangeClosed(1, 50).boxed().toList();
    assertThat(new FrameNumbers(fifty, false))
        .hasToString("frames 1, 2, 3, 4, 5, 6, 7, 8 and more");
  }

  @Test
  void numbersThatNoCaptureHasAreRefused() {
    for (List<Long> wrong : List.of(List.of(0L), List.of(-1L), List.of(2L, 2L), List.of(3L, 2L))) {
      assertThatThrownBy(() -> new FrameNumbers(wrong, false))
          .isInstanceOf(IllegalArgumentException.class);
    }
    List<Long> many = LongStream.rangeClosed(1, 51).boxed().toList();
    assertThatThrownBy(() -> new FrameNumbers(many, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FrameNumbers(List.of(), true))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
