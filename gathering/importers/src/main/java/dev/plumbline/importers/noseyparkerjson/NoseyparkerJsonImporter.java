package dev.plumbline.importers.noseyparkerjson;

import static dev.plumbline.importers.shared.reading.Fields.number;
import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.reading.Fields;
import dev.plumbline.importers.shared.software.SoftwareSecrets;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.JsonInput;
import dev.plumbline.importing.format.JsonShape;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads kinds and places of the secrets that Nosey Parker found. */
public final class NoseyparkerJsonImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(NoseyparkerJsonImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    if ("[]".equals(head.text().strip())) {
      return head.name().contains("noseyparker");
    }
    JsonShape shape = JsonShape.of(head);
    return shape.has("/*/rule_name", "/*/matches/*/provenance")
        || shape.has("/rule_name", "/matches/*/provenance");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    SoftwareSecrets secrets = new SoftwareSecrets();
    JsonInput.read(
        in,
        Map.of(
            "",
            (part, line) -> {
              if (part.isArray()) {
                for (JsonNode one : part) {
                  finding(one, line, secrets);
                }
              } else {
                finding(part, line, secrets);
              }
            }));
    reading.ran(ToolRun.UNTOLD);
    secrets.tell(reading, "", "rules of Nosey Parker");
  }

  /** Reports show three matches of a finding, if nobody asks for more. */
  private static void finding(JsonNode part, int line, SoftwareSecrets secrets)
      throws MalformedImportException {
    String rule = text(part, "rule_name");
    if (rule.isEmpty()) {
      throw new MalformedImportException(
          ImportRefusal.MALFORMED, "a finding names no rule", line, 0);
    }
    JsonNode matches = part.path("matches");
    for (JsonNode match : matches) {
      JsonNode span = Fields.at(match, "location", "source_span", "start");
      String secret = text(match, "snippet", "matching");
      String whole = text(part, "match_content");
      secrets.add(rule, place(match), number(span, "line"), "", secret.isEmpty() ? whole : secret);
    }
    secrets.notShown(number(part, "num_matches").orElse(0) - matches.size());
  }

  /** The last of where it comes from is the nearest. */
  private static String place(JsonNode match) {
    String place = "";
    for (JsonNode from : match.path("provenance")) {
      String blob =
          Fields.first(
              from.path(from.has("first_commit") ? "first_commit" : "commit_provenance"),
              "blob_path");
      String path = Fields.first(from, "path", "repo_path");
      place = blob.isEmpty() ? path.isEmpty() ? place : path : blob;
    }
    return place;
  }
}
