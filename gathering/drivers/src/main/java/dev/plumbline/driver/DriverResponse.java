package dev.plumbline.driver;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.TooMuchWorkException;
import dev.plumbline.driver.DriverStep.Reading;
import dev.plumbline.driver.DriverStep.Taking;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came back from the device.
 *
 * @param name of the outcome in messages, such as {@code status 200}
 * @param code status or exit code
 * @param usual whether that code is a yes where none is named
 */
record DriverResponse(
    String name, int code, boolean usual, String text, Function<String, Optional<String>> headers) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MOST = 4_096;

  /**
   * The values that a step takes.
   *
   * @param no whether the answer is the device's no although none is named
   * @throws StepFailure if the device refused, or answered something else than expected
   */
  Map<String, String> take(Reading reading, Map<String, Taking> takes, boolean no) {
    boolean refused =
        reading.refused().contains(code)
            || reading.refusedText().filter(p -> found(p)).isPresent()
            || (no && !reading.expect().contains(code));
    if (refused) {
      throw StepFailure.refused(name + " " + shown(text));
    }
    boolean expected = reading.expect().isEmpty() ? usual : reading.expect().contains(code);
    if (!expected || reading.expectText().filter(p -> !found(p)).isPresent()) {
      throw StepFailure.errored(
          "an answer that driver.yaml does not expect: " + name + " " + shown(text));
    }
    Map<String, String> values = new LinkedHashMap<>();
    takes.forEach((key, taking) -> values.put(key, value(key, taking)));
    return values;
  }

  private boolean found(BoundedPattern pattern) {
    return find(pattern.matcher(text));
  }

  private static boolean find(Matcher matcher) {
    try {
      return matcher.find();
    } catch (TooMuchWorkException | StackOverflowError e) {
      throw tooLong();
    }
  }

  private static StepFailure tooLong() {
    return StepFailure.errored("a regular expression of driver.yaml takes too long");
  }

  private String value(String key, Taking taking) {
    Optional<String> value =
        switch (taking) {
          case Taking.Json j -> json(j.pointer());
          case Taking.Match m -> match(m.pattern());
          case Taking.Header h -> headers.apply(h.name());
        };
    return value
        .map(v -> v.length() <= MOST ? v : v.substring(0, MOST))
        .orElseThrow(() -> StepFailure.errored("the answer holds no " + key + ": " + shown(text)));
  }

  private Optional<String> json(String pointer) {
    try {
      JsonNode node = JSON.readTree(text).at(pointer);
      return node.isMissingNode() || node.isNull()
          ? Optional.empty()
          : Optional.of(node.isValueNode() ? node.asString() : node.toString());
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private Optional<String> match(BoundedPattern pattern) {
    Matcher m = pattern.matcher(text);
    if (!find(m)) {
      return Optional.empty();
    }
    return Optional.ofNullable(m.groupCount() > 0 ? m.group(1) : m.group());
  }

  /** The beginning of a text, as one line. */
  static String shown(String text) {
    String line = text.strip().replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ");
    return line.length() <= 300 ? line : line.substring(0, 297) + "...";
  }
}
