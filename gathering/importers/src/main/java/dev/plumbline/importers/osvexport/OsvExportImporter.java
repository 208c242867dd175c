package dev.plumbline.importers.osvexport;

import static dev.plumbline.importers.shared.reading.Fields.moment;
import static dev.plumbline.importers.shared.reading.Fields.text;
import static dev.plumbline.importers.shared.reading.Fields.texts;

import dev.plumbline.importers.shared.matching.AffectedStatus;
import dev.plumbline.importers.shared.matching.KnownComponent;
import dev.plumbline.importers.shared.matching.Matches;
import dev.plumbline.importers.shared.matching.Range;
import dev.plumbline.importers.shared.matching.VersionScheme;
import dev.plumbline.importers.shared.reading.Records;
import dev.plumbline.importers.shared.software.Vulnerability;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.JsonShape;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Matches records of OSV with the components that the dossier knows. */
public final class OsvExportImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(OsvExportImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.has("/id", "/modified", "/affected")
        || shape.has("/*/id", "/*/modified", "/*/affected");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Osv osv = new Osv(new Matches(KnownComponent.known(reading)));
    Records.read(in, osv::one);
    if (osv.records == 0) {
      throw new MalformedImportException(ImportRefusal.EMPTY, "it holds no record of OSV");
    }
    reading.ran(new ToolRun("", "", String.join(", ", osv.ecosystems), moment(osv.latest)));
    osv.matches.tell(reading, "OSV " + String.join(", ", osv.ecosystems), osv.latest);
  }

  private static final class Osv {
    private static final Map<String, String> TYPES =
        Map.ofEntries(
            Map.entry("npm", "npm"),
            Map.entry("PyPI", "pypi"),
            Map.entry("Maven", "maven"),
            Map.entry("Go", "golang"),
            Map.entry("crates.io", "cargo"),
            Map.entry("NuGet", "nuget"),
            Map.entry("RubyGems", "gem"),
            Map.entry("Packagist", "composer"),
            Map.entry("Debian", "deb"),
            Map.entry("Ubuntu", "deb"),
            Map.entry("Alpine", "apk"));
    private static final Set<String> NUMBERED = Set.of("npm", "golang", "cargo");

    private final Matches matches;
    private final Set<String> ecosystems = new TreeSet<>();
    private final Set<String> types = new HashSet<>();
    private final Map<String, List<KnownComponent>> byName = new HashMap<>();
    private long records;
    private String latest = "";

    Osv(Matches matches) {
      this.matches = matches;
      for (KnownComponent part : matches.parts()) {
        if (!part.type().isEmpty()) {
          byName
              .computeIfAbsent(part.type() + "/" + part.packageName(), k -> new ArrayList<>())
              .add(part);
        }
      }
    }

    void one(JsonNode part, int line) throws MalformedImportException {
      if (text(part, "id").isEmpty() || !part.has("modified")) {
        throw new MalformedImportException(
            ImportRefusal.MALFORMED, "a record has no id or date", line, 0);
      }
      records++;
      matches.record();
      String modified = text(part, "modified");
      latest = modified.compareTo(latest) > 0 ? modified : latest;
      if (part.has("withdrawn")) {
        return;
      }
      for (JsonNode affected : part.path("affected")) {
        affected(part, affected);
      }
    }

    private void affected(JsonNode record, JsonNode affected) {
      String ecosystem = text(affected, "package", "ecosystem");
      String[] family = ecosystem.split(":", 2);
      String type = TYPES.getOrDefault(family[0], "");
      if (ecosystems.size() < 50) {
        ecosystems.add(ecosystem);
      }
      if (types.add(type) && !type.isEmpty()) {
        matches.parts().stream().filter(p -> p.type().equals(type)).forEach(matches::compared);
      }
      for (KnownComponent part :
          byName.getOrDefault(type + "/" + text(affected, "package", "name"), List.of())) {
        AffectedStatus answer = answer(part, affected, type);
        String why = "the versions cannot be ordered";
        if (answer != AffectedStatus.NOT_AFFECTED && family.length > 1) {
          String release = family[1].replaceFirst("^v", "");
          if (part.distribution().isEmpty()) {
            answer = AffectedStatus.UNKNOWN;
            why = "the list does not name the release of the distribution";
          } else if (!part.distribution()
              .matches("(?:[a-z]+-)?\\Q" + release + "\\E(?:\\.\\d+){0,20}")) {
            continue;
          }
        }
        matches.answer(answer, vulnerability(record, affected, part), why);
      }
    }

    private static AffectedStatus answer(KnownComponent part, JsonNode affected, String type) {
      if (texts(affected, "versions").contains(part.version())) {
        return AffectedStatus.AFFECTED;
      }
      List<Range> ranges = new ArrayList<>();
      for (JsonNode range : affected.path("ranges")) {
        if (!"GIT".equals(text(range, "type"))) {
          ranges(range, ranges);
        }
      }
      VersionScheme scheme = "deb".equals(type) ? VersionScheme.DEBIAN : VersionScheme.NUMBERS;
      if (ranges.isEmpty()) {
        return affected.path("versions").isEmpty()
            ? AffectedStatus.UNKNOWN
            : AffectedStatus.NOT_AFFECTED;
      }
      boolean numbered = "deb".equals(type) || NUMBERED.contains(type);
      return numbered || !dashed(part.version(), ranges)
          ? Range.any(ranges, part.version(), scheme)
          : AffectedStatus.UNKNOWN;
    }

    /** Elsewhere what follows a dash may be a revision as well as what comes before a release. */
    private static boolean dashed(String version, List<Range> ranges) {
      return version.contains("-")
          || ranges.stream().anyMatch(r -> r.from().contains("-") || r.to().contains("-"));
    }

    private static void ranges(JsonNode range, List<Range> ranges) {
      String from = "";
      boolean open = false;
      for (JsonNode event : range.path("events")) {
        if (event.has("introduced")) {
          from = text(event, "introduced");
          open = true;
        } else if (event.has("fixed")) {
          ranges.add(new Range(from, true, text(event, "fixed"), false));
          open = false;
        } else if (event.has("last_affected")) {
          ranges.add(new Range(from, true, text(event, "last_affected"), true));
          open = false;
        }
      }
      if (open) {
        ranges.add(new Range(from, true, "", false));
      }
    }

    private static Vulnerability vulnerability(
        JsonNode record, JsonNode affected, KnownComponent part) {
      List<String> fixed = new ArrayList<>();
      for (JsonNode range : affected.path("ranges")) {
        range.path("events").forEach(e -> fixed.add(text(e, "fixed")));
      }
      String id = text(record, "id");
      String cve =
          texts(record, "aliases").stream()
              .filter(a -> a.startsWith("CVE-"))
              .findFirst()
              .orElse(id);
      return new Vulnerability(
          cve,
          part.name(),
          part.version(),
          text(record, "database_specific", "severity"),
          fixed,
          id.equals(cve) ? "OSV" : "OSV " + id,
          "");
    }
  }
}
