package dev.plumbline.view.gathering;

import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.Importers;
import dev.plumbline.view.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tools whose files are read, and how to make such a file. */
public final class ImportersView {
  private ImportersView() {}

  public static List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (ImporterSpec s : specs()) {
      lines.add(String.format("%-22s %s, %s", s.id(), s.tool(), s.formats()));
      lines.add(Text.wrap(s.how(), "    "));
    }
    return lines;
  }

  /** The same for programs. */
  public static List<Map<String, Object>> json() {
    return specs().stream().map(ImportersView::json).toList();
  }

  private static List<ImporterSpec> specs() {
    return Importers.installed().all().stream().map(Importer::spec).toList();
  }

  private static Map<String, Object> json(ImporterSpec s) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", s.id());
    json.put("version", s.version());
    json.put("tool", s.tool());
    json.put("formats", s.formats());
    json.put("how", s.how());
    json.put("produces", s.produces());
    json.put("known", s.known());
    return json;
  }
}
