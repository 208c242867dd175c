package dev.plumbline.driver;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.Place;
import dev.plumbline.dossier.Endpoint;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One step of an action. */
sealed interface DriverStep {
  Place place();

  /** Values that the step takes out of an answer, by name. */
  default Map<String, Taking> takes() {
    return Map.of();
  }

  /**
   * An HTTP request.
   *
   * @param session role that logs in by the action {@code login} first
   * @param basic role that logs in by HTTP Basic
   * @param reading how the answer is read
   * @param within how long to try again while the device does not answer as expected
   */
  record Http(
      String method,
      Template path,
      Endpoint endpoint,
      boolean tls,
      Optional<String> session,
      Optional<String> basic,
      Map<String, Template> headers,
      Body body,
      Reading reading,
      Duration within,
      Map<String, Taking> takes,
      Place place)
      implements DriverStep {
    public Http {
      headers = ordered(headers);
      takes = ordered(takes);
    }
  }

  /** A command over SSH. */
  record Ssh(
      Template command,
      Endpoint endpoint,
      String role,
      Reading reading,
      Duration within,
      Map<String, Taking> takes,
      Place place)
      implements DriverStep {
    public Ssh {
      takes = ordered(takes);
    }
  }

  /**
   * A program of the dossier, asked one question in JSON.
   *
   * @param file relative to the dossier
   * @param with what it is told besides the arguments of the action
   */
  record Program(String file, Map<String, Template> with, Duration limit, Place place)
      implements DriverStep {
    public Program {
      with = ordered(with);
    }
  }

  /** Asks the person at the terminal. */
  record Ask(Template request, Place place) implements DriverStep {}

  /** Waits. */
  record Rest(Duration time, Place place) implements DriverStep {}

  /** What a request carries. */
  sealed interface Body {
    record None() implements Body {}

    record Form(Map<String, Template> fields) implements Body {
      public Form {
        fields = ordered(fields);
      }
    }

    /** Text with variables; in JSON they are escaped. */
    record Text(Template text, String type) implements Body {}

    /** The file of the action, such as an update image, as it is. */
    record Raw() implements Body {}

    /** The file of the action as a field of a form. */
    record Upload(String field, String fileName, Map<String, Template> fields) implements Body {
      public Upload {
        fields = ordered(fields);
      }
    }
  }

  /**
   * How an answer is read: as expected, as the device's no, or else as a failure.
   *
   * @param expect statuses or exit codes; empty for 200 to 299, or exit code 0
   * @param refused statuses or exit codes that are the device's no
   * @param expectText has to be found in what came
   * @param refusedText makes it a no
   */
  record Reading(
      List<Integer> expect,
      List<Integer> refused,
      Optional<BoundedPattern> expectText,
      Optional<BoundedPattern> refusedText) {
    public Reading {
      expect = List.copyOf(expect);
      refused = List.copyOf(refused);
    }
  }

  /** Where a value stands in an answer. */
  sealed interface Taking {
    /** JSON pointer (RFC 6901). */
    record Json(String pointer) implements Taking {}

    /** First group of a match, or all of it. */
    record Match(BoundedPattern pattern) implements Taking {}

    record Header(String name) implements Taking {}
  }

  private static <T> Map<String, T> ordered(Map<String, T> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
