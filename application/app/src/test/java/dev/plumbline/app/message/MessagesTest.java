package dev.plumbline.app.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.importing.ImportRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the messages to one place. That each refusal comes from there is held by the compiler: a
 * {@code CliException}, {@code UsageException} or {@code UnusableInputException} takes nothing but
 * a {@link Message}, and {@code Message.of} is the only way to one.
 */
class MessagesTest {
  private static final Path PAGE = Path.of("../../docs/messages.md");
  private static final Path GIVEN =
      Path.of("src/test/resources/dev/plumbline/app/message/given-ids.txt");

  @Test
  void eachCallNamesAMessageAndItsParameters() throws IOException {
    assertThat(MessageCall.all())
        .hasSizeGreaterThan(90)
        .allSatisfy(
            c ->
                assertThat(c.parameters())
                    .as("%s at %s", c.id(), c.place())
                    .isEqualTo(MessageTexts.of(c.id()).parameters()));
  }

  @Test
  void eachMessageIsUsed() throws IOException {
    Set<String> used = MessageCall.all().stream().map(MessageCall::id).collect(Collectors.toSet());
    assertThat(MessageTexts.all()).extracting(MessageText::id).isSubsetOf(used);
  }

  @Test
  void anIdIsNeverGivenAgain() throws IOException {
    List<String> given = Files.readAllLines(GIVEN);
    assertThat(given.stream().map(g -> g.substring(0, g.indexOf(' '))))
        .as("ids that were ever given, each once")
        .doesNotHaveDuplicates();
    Stream<String> now =
        Stream.concat(
            MessageTexts.all().stream().map(m -> m.id() + " " + m.title()),
            Stream.of(ImportRefusal.values()).map(r -> r.id() + " " + r.title()));
    List<String> retired = MessageTexts.retired();
    assertThat(now)
        .as("add a new message at the end of its hundred and to given-ids.txt; retire a dropped id")
        .containsExactlyInAnyOrderElementsOf(
            given.stream().filter(g -> !retired.contains(g.substring(0, g.indexOf(' ')))).toList());
  }

  @Test
  void eachSaysWhatIsWrongAndWhatToDo() {
    assertThat(MessageTexts.all())
        .isSortedAccordingTo((a, b) -> a.id().compareTo(b.id()))
        .allSatisfy(
            m -> {
              assertThat(m.id()).matches("PLB-C[1-9]\\d\\d");
              assertThat(m.text()).as(m.id()).matches("(?s).*(\\.|\\{reasons?})");
              assertThat(m.remedy() + m.text())
                  .as("%s has a remedy, unless its reason says one", m.id())
                  .matches(t -> !m.remedy().isEmpty() || t.contains("{reason"));
              assertThat(MessageTexts.sections().keySet()).anyMatch(m.id()::startsWith);
            });
  }

  @Test
  void aValueIsNeverReadAsAParameter() {
    Message message = Message.of("PLB-C604", "port", "{port} $1 \\");
    assertThat(message.text()).isEqualTo("Port {port} $1 \\ is in use.");
    assertThat(message.toString()).startsWith("PLB-C604: Port").endsWith("leave --port out.");
  }

  @Test
  void otherParametersAreADefect() {
    assertThatThrownBy(() -> Message.of("PLB-C604")).hasMessageContaining("[port]");
    assertThatThrownBy(() -> Message.of("PLB-C604", "port", "1", "host", "x"))
        .hasMessageContaining("[port]");
    assertThatThrownBy(() -> Message.of("PLB-C604", "port")).hasMessageContaining("[port]");
    assertThatThrownBy(() -> Message.of("PLB-C000")).hasMessageContaining("no message PLB-C000");
  }

  @Test
  void aCommandLineIsRefusedThroughTheSameMessages() throws IOException {
    for (Path file : MessageCall.sources()) {
      assertThat(Files.readString(file))
          .as(file.toString())
          .doesNotContain("new ParameterException(")
          .doesNotContainPattern("new TypeConversionException\\((?!\\s*Message\\.of\\()");
    }
  }

  @Test
  void standInTheDocs() throws IOException {
    if (Boolean.getBoolean("plumbline.update")) {
      Files.writeString(PAGE, MessagePage.text());
    }
    assertThat(Files.readString(PAGE)).isEqualTo(MessagePage.text());
  }
}
