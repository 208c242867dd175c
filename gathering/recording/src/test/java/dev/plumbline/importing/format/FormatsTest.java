package dev.plumbline.importing.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.importing.MalformedImportException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FormatsTest {
  private static InputStream of(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> json(String text, String path)
      throws IOException, MalformedImportException {
    List<String> parts = new ArrayList<>();
    JsonInput.read(of(text), Map.of(path, (part, line) -> parts.add(line + " " + part)));
    return parts;
  }

  private static List<String> xml(String text) throws IOException, MalformedImportException {
    List<String> told = new ArrayList<>();
    XmlInput.read(
        of(text),
        new XmlInput.Handler() {
          @Override
          public void start(String name, Map<String, String> attributes, int line) {
            told.add(line + " " + name + attributes);
          }

          @Override
          public void end(String name, String content) {
            told.add(name + "=" + content);
          }
        });
    return told;
  }

  @Test
  void jsonGivesThePartsThatAreAskedFor() throws Exception {
    assertThat(json("{\"a\":{\"b\":[1,\n{\"c\":null}]},\"d\":2}", "/a/b/*"))
        .containsExactly("1 1", "2 {\"c\":null}");
  }

  @Test
  void jsonGivesEachLine() throws Exception {
    assertThat(json("{\"a\":1}\n{\"a\":2}\n", "")).containsExactly("1 {\"a\":1}", "2 {\"a\":2}");
  }

  @Test
  void xmlMayHaveAnyNumberOfEscapedCharacters() throws Exception {
    String row = "<b c=\"" + "&quot;&lt;".repeat(2_000) + "\">" + "&amp;".repeat(2_000) + "</b>";
    assertThat(xml("<a>" + row.repeat(300) + "</a>")).hasSize(602);
  }

  @Test
  void jsonPassesOverMembersThatNobodyLooksAt() throws Exception {
    List<String> parts = new ArrayList<>();
    String large = "x".repeat(9 << 20);
    JsonInput.read(
        of("{\"a\":[{\"b\":1,\"text\":\"" + large + "\",\"c\":{\"text\":[1,{}]}}]}"),
        Map.of("/a/*", (part, line) -> parts.add(part.toString())),
        Set.of("text"));
    assertThat(parts).containsExactly("{\"b\":1,\"c\":{}}");
  }

  @Test
  void jsonThatIsCutSaysWhere() {
    assertThatThrownBy(() -> json("{\"a\":1,\n\"b\":", ""))
        .isInstanceOfSatisfying(
            MalformedImportException.class, e -> assertThat(e.line()).isEqualTo(2));
    assertThatThrownBy(() -> json("[1,2", "/x")).isInstanceOf(MalformedImportException.class);
    assertThatThrownBy(() -> json("{\"a\"", "/x")).isInstanceOf(MalformedImportException.class);
  }

  @Test
  void jsonThatIsTooDeepOrTooLargeIsRefused() {
    assertThatThrownBy(() -> json("[".repeat(5000), ""))
        .isInstanceOf(MalformedImportException.class);
    assertThatThrownBy(() -> json("[" + "1,".repeat(600_000) + "1]", ""))
        .hasMessageContaining("too large");
  }

  @Test
  void xmlGivesElementsWithTheirText() throws Exception {
    assertThat(xml("<a x='1'>\n<b>t<![CDATA[<]]></b></a>"))
        .containsExactly("1 a{x=1}", "2 b{}", "b=t<", "a=");
  }

  @Test
  void xmlWithADocumentTypeIsReadWithoutIt() throws Exception {
    assertThat(xml("<!DOCTYPE nmaprun><a/>")).containsExactly("1 a{}", "a=");
  }

  @Test
  void xmlThatIsCutOrTooDeepIsRefused() {
    assertThatThrownBy(() -> xml("<a>\n<b>")).isInstanceOf(MalformedImportException.class);
    String deep = "<a>".repeat(150) + "</a>".repeat(150);
    assertThatThrownBy(() -> xml(deep)).hasMessageContaining("deeply");
  }

  @Test
  void xmlThatCannotBeDecodedSaysSo() {
    byte[] latin = "<a>\u00e9\u00e9</a>".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> XmlInput.read(new ByteArrayInputStream(latin), new Nothing()))
        .isInstanceOf(MalformedImportException.class)
        .hasMessageContaining("decoded");
  }

  @Test
  void xmlWithAnEndlessPieceIsRefusedBeforeItFillsTheMemory() {
    for (String beginning :
        List.of("<", "<a b='", "<a b", "<!--", "<?pi ", "<a>&", "<!DOCTYPE a [")) {
      assertThatThrownBy(() -> XmlInput.read(new Endless(beginning), new Nothing()))
          .as(beginning)
          .isInstanceOf(MalformedImportException.class);
    }
  }

  @Test
  void xmlWithALongTextIsReadAndTheTextIsCut() throws Exception {
    String text = "x".repeat(40 << 20);
    assertThat(xml("<a>" + text + "</a>").get(1)).hasSize((1 << 20) + 2);
  }

  @Test
  void xmlWithTooManyAttributesIsRefused() {
    StringBuilder element = new StringBuilder("<a");
    for (int i = 0; i < 2_000; i++) {
      element.append(" b").append(i).append("=''");
    }
    assertThatThrownBy(() -> xml(element + "/>")).isInstanceOf(MalformedImportException.class);
  }

  /** All these names have one hash, so that each further one costs the parser a longer search. */
  @Test
  void xmlWithTooManyNamesIsRefusedBeforeTheSearchForThemGrows() {
    StringBuilder elements = new StringBuilder("<a>");
    StringBuilder instructions = new StringBuilder("<a>");
    for (int i = 0; i < 1 << 13; i++) {
      String name = "";
      for (int bit = 0; bit < 13; bit++) {
        name += (i >> bit & 1) == 0 ? "Aa" : "BB";
      }
      elements.append('<').append(name).append("/>");
      instructions.append("<?").append(name).append("?>");
    }
    assertThatThrownBy(() -> xml(elements + "</a>")).hasMessageContaining("different names");
    assertThatThrownBy(() -> xml(instructions + "</a>")).hasMessageContaining("different names");
    String longName = "b".repeat(1 << 19);
    assertThatThrownBy(() -> xml("<a><" + longName + "/><c" + longName + "/><d" + longName + "/>"))
        .hasMessageContaining("different names");
  }

  @Test
  void xmlTellsAFailureOfTheFileAsSuch() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the disk is gone");
          }

          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            return read();
          }
        };
    assertThatThrownBy(() -> XmlInput.read(broken, new Nothing()))
        .isInstanceOf(IOException.class)
        .hasMessage("the disk is gone");
  }

  @Test
  void xmlWithEntitiesOfItsOwnIsRefused() {
    String type = "<!DOCTYPE a [<!ENTITY e 'expanded'>]>";
    for (String document : List.of("<a>1&e;2</a>", "<a b='1&e;2'/>", "<a>&unknown;</a>")) {
      assertThatThrownBy(() -> xml(type + document))
          .as(document)
          .isInstanceOf(MalformedImportException.class);
    }
  }

  private static final class Nothing implements XmlInput.Handler {
    @Override
    public void start(String name, Map<String, String> attributes, int line) {}

    @Override
    public void end(String name, String text) {}
  }

  /** A beginning, then letters for ever. */
  private static final class Endless extends InputStream {
    private final byte[] beginning;
    private int at;

    Endless(String beginning) {
      this.beginning = beginning.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() {
      return at < beginning.length ? beginning[at++] : 'x';
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      for (int i = 0; i < length; i++) {
        bytes[from + i] = (byte) read();
      }
      return length;
    }
  }

  @Test
  void jsonMayHoldTheModulusOfAKeyAsANumber() throws IOException, MalformedImportException {
    List<String> seen = new ArrayList<>();
    String json = "{\"n\":" + "7".repeat(4_933) + ",\"name\":\"last\"}";
    JsonInput.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
        Map.of("", (part, line) -> seen.add(part.path("name").asString())));
    assertThat(seen).containsExactly("last");
  }
}
