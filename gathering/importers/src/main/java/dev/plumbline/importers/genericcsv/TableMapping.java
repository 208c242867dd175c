package dev.plumbline.importers.genericcsv;

import dev.plumbline.core.Problems;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a mapping file says.
 *
 * @param tool that wrote the table, with its version
 * @param format {@code csv} or {@code json}
 * @param kind what the rows become
 * @param host column that names the host of a row; empty where all rows are of the device
 * @param target what the tool looked at
 * @param fields columns, by the names that the observation has for them
 */
record TableMapping(
    String tool,
    String format,
    char separator,
    RowKind kind,
    String host,
    String target,
    Map<String, String> fields) {

  TableMapping {
    fields = Map.copyOf(fields);
  }

  /**
   * @throws MalformedImportException if the dossier has no mapping for the file, or it is wrong
   */
  static TableMapping of(Reading reading) throws MalformedImportException {
    Optional<String> text = reading.mapping();
    if (text.isEmpty()) {
      throw new MalformedImportException(
          ImportRefusal.MAPPING, "the dossier has no imports/NAME.yaml for a file NAME");
    }
    Optional<Mapping> root =
        YamlReader.read(text.get(), "imports", new Problems())
            .filter(Mapping.class::isInstance)
            .map(Mapping.class::cast);
    if (root.isEmpty()) {
      throw new MalformedImportException(
          ImportRefusal.MAPPING, "its mapping in imports/ is no YAML mapping");
    }
    return of(root.get());
  }

  private static TableMapping of(Mapping root) throws MalformedImportException {
    String key = root.text("key").orElse("");
    Optional<RowKind> kind = RowKind.of(key);
    if (kind.isEmpty()) {
      throw new MalformedImportException(
          ImportRefusal.MAPPING, "'key' in its mapping is none of " + RowKind.keys());
    }
    String target = root.text("target").orElse("");
    String tool = root.text("tool").orElse("");
    if (target.isBlank() || tool.isBlank()) {
      throw new MalformedImportException(
          ImportRefusal.MAPPING,
          "its mapping does not say with 'tool' and 'target' what looked at what");
    }
    return new TableMapping(
        tool,
        root.text("format").orElse("csv"),
        root.text("separator").filter(s -> s.length() == 1).orElse(",").charAt(0),
        kind.get(),
        root.text("host").orElse(""),
        target,
        fields(root, kind.get()));
  }

  private static Map<String, String> fields(Mapping root, RowKind kind)
      throws MalformedImportException {
    Map<String, String> fields = new LinkedHashMap<>();
    Optional<Mapping> named = root.mapping("fields");
    for (String name : named.map(m -> m.fields().keySet()).orElse(Set.of())) {
      if (!name.equals(kind.first()) && !kind.others().contains(name)) {
        throw new MalformedImportException(
            ImportRefusal.MAPPING, "its mapping has the unknown field '" + name + "'");
      }
      named.flatMap(m -> m.text(name)).ifPresent(column -> fields.put(name, column));
    }
    if (!fields.containsKey(kind.first())) {
      throw new MalformedImportException(
          ImportRefusal.MAPPING, "its mapping has no field '" + kind.first() + "'");
    }
    return fields;
  }
}
