package dev.plumbline.workbench.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.workbench.overview.PartGroup.Side;
import dev.plumbline.workbench.overview.ProductPicture.Box;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProductPictureTest {
  private static PartGroup group(String title, Side side, int parts, int more) {
    return new PartGroup(
        title,
        side,
        IntStream.range(0, parts)
            .mapToObj(
                i ->
                    new ProductPart(
                        title + i, "says ".repeat(40), "seen", "pass", "✓", Optional.empty()))
            .toList(),
        more);
  }

  private static boolean overlap(Box a, Box b) {
    return a.x() < b.x() + b.width()
        && b.x() < a.x() + a.width()
        && a.y() < b.y() + b.height()
        && b.y() < a.y() + a.height();
  }

  @Test
  void noPartLiesOnAnotherOneOrOutsideThePicture() {
    ProductPicture picture =
        ProductPicture.drawn(
            List.of(
                group("USB", Side.LEFT, 3, 0),
                group("Keys", Side.LEFT, 2, 4),
                group("Web", Side.MIDDLE, 8, 1),
                group("Cloud", Side.RIGHT, 5, 0)));
    assertThat(picture.boxes()).hasSize(18);
    for (int i = 0; i < picture.boxes().size(); i++) {
      Box a = picture.boxes().get(i);
      assertThat(a.x() + a.width()).isLessThanOrEqualTo(picture.width());
      assertThat(a.y() + a.height()).isLessThanOrEqualTo(picture.height());
      assertThat(picture.boxes().stream().skip(i + 1).filter(b -> overlap(a, b))).isEmpty();
    }
    assertThat(picture.titles()).extracting(t -> t.text()).contains("and 4 more", "and 1 more");
    assertThat(picture.lines()).as("what is inside needs no line").hasSize(10);
  }

  @Test
  void longTextsAreCutInThePictureAndWholeInTheList() {
    ProductPicture picture = ProductPicture.drawn(List.of(group("Web", Side.MIDDLE, 1, 0)));
    assertThat(picture.boxes().getFirst().declared()).hasSize(42).endsWith("…");
    assertThat(picture.groups().getFirst().parts().getFirst().declared()).hasSize(200);
  }

  @Test
  void aDeclaredEndpointSaysWhetherItWasSeenOpen() {
    SeenPorts ports =
        new SeenPorts(Map.of("tcp/443", "http over TLS", "tcp/23", ""), Set.of("tcp"));
    assertThat(ports.at(List.of("tcp/443", "tcp/22", "udp/53")))
        .isEqualTo("tcp/443 open, http over TLS; tcp/22 not seen open");
    assertThat(ports.besides(Set.of("tcp/443"))).containsOnlyKeys("tcp/23");
  }
}
