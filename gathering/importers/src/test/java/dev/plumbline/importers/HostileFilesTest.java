package dev.plumbline.importers;

import dev.plumbline.core.Place;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.importers.shared.matching.KnownComponents;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.Surroundings;
import dev.plumbline.importing.kit.HostileFileContract;
import dev.plumbline.importing.kit.ImportTrial;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every importer of this module under hostile files, beside all that any of them asks for. */
class HostileFilesTest extends HostileFileContract {
  private static final String MAPPING =
      """
      tool: Example lister 1
      target: rootfs
      key: software.components
      separator: ";"
      host: Host
      fields:
        name: Package
        version: Installed
      """;

  @Override
  protected ImportTrial trial(Importer importer) {
    Surroundings known =
        KnownComponents.of(
            List.of(
                Map.of("name", "minimist", "version", "1.2.5", "purl", "pkg:npm/minimist@1.2.5"),
                Map.of(
                    "name", "openssl",
                    "version", "1.1.1k",
                    "cpe", "cpe:2.3:a:openssl:openssl:1.1.1k:*:*:*:*:*:*:*")));
    return super.trial(importer)
        .declaring("15-PhyIntf", row("15-PhyIntf", "Intf-3"))
        .declaring("10-SecParam", row("10-SecParam", "SecParam-2"))
        .beside(
            new Surroundings(
                known.observations(),
                Map.of("found", MAPPING, "nothing", MAPPING, "hostile", MAPPING)));
  }

  @Override
  protected Set<String> withoutEnd() {
    return Set.of(
        "emba-csv", "generic-csv", "openocd-log", "serial-console-log", "socket-list", "yara-text");
  }

  private static IxitEntry row(String table, String id) {
    return new IxitEntry(table, id, Map.of(), Place.of("ixit/" + table + ".yaml"));
  }
}
