package dev.plumbline.view.portfolio;

import dev.plumbline.app.UnusableInputException;
import dev.plumbline.app.message.Message;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.insight.statistics.ProvisionOutcome;
import dev.plumbline.view.Text;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Statistics of an earlier day, as {@code stats --format json} wrote them. */
public record StatsBefore(JsonNode json) {
  private static final long LARGEST = 16 * 1024 * 1024;

  /**
   * Reads them.
   *
   * @throws UnusableInputException if the file holds something else
   */
  public static StatsBefore read(Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
      throw refused(file, "it is no file of at most 16 MiB");
    }
    JsonNode json;
    try {
      json = new JsonMapper().readTree(Files.readString(file));
    } catch (JacksonException | CharacterCodingException e) {
      throw refused(file, "it is no JSON");
    }
    if (!json.path("form").asString("").equals(StatsJson.FORM)) {
      throw refused(file, "its form is not " + StatsJson.FORM);
    }
    return new StatsBefore(json);
  }

  private static UnusableInputException refused(Path file, String why) {
    return new UnusableInputException(
        Message.of("PLB-C607", "file", Text.safe(file.toString()), "reason", why));
  }

  String on() {
    return Text.safe(json.path("on").asString("an unknown day"));
  }

  /** The share then, in percent; empty where it was kept back or nobody had that answer. */
  OptionalInt percent(String edition, ProvisionId provision, ProvisionOutcome answer) {
    for (JsonNode e : json.path("editions")) {
      if (e.path("edition").asString("").equals(edition)) {
        for (JsonNode p : e.path("provisions")) {
          if (p.path("provision").asString("").equals(provision.value())) {
            JsonNode share = p.path("percent").path(answer.name().toLowerCase(Locale.ROOT));
            return share.isInt() ? OptionalInt.of(share.intValue()) : OptionalInt.empty();
          }
        }
      }
    }
    return OptionalInt.empty();
  }

  /** What makes the two hard to compare; empty where nothing does. */
  public Optional<String> difference(String tool, String policy) {
    String then = json.path("tool").asString("");
    String policyThen = json.path("cryptoPolicy").asString("");
    return then.equals(tool) && policyThen.equals(policy)
        ? Optional.empty()
        : Optional.of(
            "Made by "
                + Text.safe(then)
                + " under crypto policy "
                + Text.safe(policyThen)
                + "; a change may come from these.");
  }
}
