package dev.plumbline.probes.setupwalk;

import dev.plumbline.client.driven.StateReading;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.probe.DriverResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * What the device asks at one step of its set-up, in its own words.
 *
 * @param name of the decision
 * @param options answers that it offers; empty where the driver does not tell, or tells too many or
 *     no plain texts
 * @param preselected the answer that is chosen already; empty text where none is, nothing where the
 *     driver does not tell
 * @param text what the user reads
 */
record SetUpQuestion(String name, List<String> options, Optional<String> preselected, String text) {
  private static final int MOST = 20;
  private static final BoundedPattern JSON_TEXT =
      BoundedPattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"");

  SetUpQuestion {
    options = List.copyOf(options);
  }

  /** Reads what {@code next-decision} gave; empty where nothing more is asked. */
  static Optional<SetUpQuestion> of(DriverResult result) {
    String name = clean(result.value("decision").orElse(""));
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SetUpQuestion(
                name,
                options(result.value("options").orElse("")),
                result.value("preselected").map(SetUpQuestion::clean),
                clean(result.value("text").orElse(""))));
  }

  /**
   * A list of JSON texts, or one a line. A list that is too long, or that holds what is no plain
   * text, is not known: an option could seem to be missing that was only cut off.
   */
  private static List<String> options(String told) {
    List<String> options = new ArrayList<>();
    if (told.strip().startsWith("[")) {
      Matcher m = JSON_TEXT.matcher(told);
      while (m.find() && options.size() <= MOST) {
        options.add(m.group(1).replaceAll("\\\\(.)", "$1").strip());
      }
    } else {
      told.lines()
          .map(String::strip)
          .filter(o -> !o.isEmpty())
          .limit(MOST + 1)
          .forEach(options::add);
    }
    boolean whole =
        options.size() <= MOST && options.stream().allMatch(o -> o.equals(StateReading.quoted(o)));
    return whole ? options : List.of();
  }

  private static String clean(String text) {
    return StateReading.quoted(text.strip());
  }

  /** What a user takes who takes what is offered: what is chosen already, or the first. */
  Optional<String> easiest() {
    return preselected.filter(p -> !p.isEmpty()).or(() -> options.stream().findFirst());
  }
}
