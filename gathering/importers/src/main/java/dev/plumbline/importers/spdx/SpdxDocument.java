package dev.plumbline.importers.spdx;

import dev.plumbline.importers.shared.reading.Fields;
import dev.plumbline.importers.shared.software.Components;
import dev.plumbline.importers.shared.software.Origin;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;

/** What a document says, whatever it is written in. */
final class SpdxDocument {
  private static final String TOOL = "Tool: ";

  private final Components components = new Components();
  private String specVersion = "";
  private String name = "";
  private String tool = "";
  private String created = "";

  void specVersion(String text) {
    specVersion = text;
  }

  void name(String text) {
    name = text;
  }

  void created(String text) {
    created = text;
  }

  /** Who made it; tools only. */
  void creator(String text) {
    if (text.startsWith(TOOL) && tool.isEmpty()) {
      tool = text.substring(TOOL.length());
    }
  }

  /** Tags and values have no end mark, so that a cut file may look like a whole one. */
  void notWhole() {
    components.notWhole();
  }

  void component(String packageName, String version, String purl, String cpe, String type) {
    components.add(packageName, version, purl, cpe, type);
  }

  void tell(Reading reading) throws MalformedImportException {
    if (specVersion.isEmpty()) {
      throw new MalformedImportException(
          ImportRefusal.OTHER_FORMAT, "it does not name its SPDX version");
    }
    reading.ran(new ToolRun(specVersion, "", name, Fields.moment(created)));
    components.tell(reading, name, Origin.UNTOLD.format(specVersion).tool(tool).created(created));
  }
}
