package dev.plumbline.dossier.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Problems;
import dev.plumbline.yaml.YamlReader;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DossierFormatProperties {
  private static Optional<String> format(String text) {
    return DossierFormat.format(text, "ixit/1-AuthMech.yaml", "3.1.3", new Problems());
  }

  private static Object values(String text) {
    return YamlReader.read(text, "f", new Problems()).orElseThrow().plain();
  }

  @Property(seed = "1")
  void formattingTwiceIsFormattingOnceAndValuesAndCommentsStay(@ForAll("documents") String text) {
    String once = format(text).orElseThrow(() -> new AssertionError(text));

    assertThat(format(once)).contains(once);
    assertThat(values(once)).isEqualTo(values(text));
    assertThat(once).doesNotContain("\r");
    assertThat(comments(once).subList(1, comments(once).size())).isEqualTo(comments(text));
  }

  private static List<String> comments(String text) {
    return text.lines().map(String::strip).filter(l -> l.startsWith("# ")).toList();
  }

  /** Pieces that make a document in any order, with all that is to be made plain. */
  @Provide
  Arbitrary<String> documents() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "K: plain  \n",
            "K: 'two\n  lines  \n\n  end'   \n",
            "K: \"esc\\ \n  x\\\n  \\  y\"\n",
            "K: |\n  a  \n\n  b\n   \n",
            "K: |+  \n  a\n\n\n",
            "K: >-\n  a  \n  b\n \n",
            "K: |2\n    a\n  \tb\n",
            "# comment \t\n",
            "   \n",
            "\n\n",
            "K: [a,  \n  b] # c  \n",
            "K:   \n",
            "K:\n  - a: 1  \n    b: over\n      lines  \n  -   \n");
    return pieces
        .list()
        .ofMaxSize(6)
        .flatMap(l -> Arbitraries.of("\n", "\r\n").map(nl -> join(l).replace("\n", nl)))
        .flatMap(t -> Arbitraries.of(t, t.stripTrailing(), t + "\n\n"));
  }

  private static String join(List<String> pieces) {
    StringBuilder text = new StringBuilder("first: 1\n");
    for (int i = 0; i < pieces.size(); i++) {
      text.append(pieces.get(i).replace("K", "k" + i));
    }
    return text.toString();
  }
}
