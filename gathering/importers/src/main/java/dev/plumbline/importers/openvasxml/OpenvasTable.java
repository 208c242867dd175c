package dev.plumbline.importers.openvasxml;

import dev.plumbline.importers.shared.findings.EndpointFindings;
import dev.plumbline.importers.shared.findings.Finding;
import dev.plumbline.importers.shared.findings.Scopes;
import dev.plumbline.importers.shared.findings.Severity;
import dev.plumbline.importers.shared.findings.Tried;
import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.importers.shared.reading.Table;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The table of OpenVAS and Greenbone, which does not say whether it is whole. */
final class OpenvasTable {
  private static final int MOST = 20_000;

  /** What rows of one finding share; tables have a row for each reference. */
  private record Key(String subject, String id, String title, Severity severity, String where) {}

  private final Reading reading;
  private final Map<Key, List<String>> found = new LinkedHashMap<>();
  private final EndpointFindings findings = new EndpointFindings();
  private long more;

  OpenvasTable(Reading reading) {
    this.reading = reading;
  }

  static boolean begins(String head) {
    return Table.begins(
        head, "IP", "Port", "Port Protocol", "CVSS", "Severity", "NVT Name", "NVT OID");
  }

  void read(InputStream in) throws IOException, MalformedImportException {
    Table.read(in, (row, line) -> row(row));
    found.forEach(
        (key, references) ->
            findings.add(
                key.subject(),
                new Finding(key.id(), key.title(), key.severity(), key.where(), references)));
    HeldFacts facts = new HeldFacts();
    findings.tellUnfinished(
        facts, Tried.UNTOLD.scope("tests that reported something"), "a table has no end mark");
    facts.tell(reading);
    reading.counted("findings", more, 0);
    reading.ran(ToolRun.UNTOLD);
  }

  private void row(Table.Row row) {
    String address = row.get("IP");
    if (!address.isEmpty() && reading.ofDevice(address)) {
      String transport = row.get("Port Protocol").toLowerCase(Locale.ROOT);
      Severity scored = Severity.ofScore(row.get("CVSS"));
      Severity severity = scored == Severity.UNKNOWN ? Severity.of(row.get("Severity")) : scored;
      String subject = Scopes.of(address, transport, row.get("Port"));
      Key key = new Key(subject, row.get("NVT OID"), row.get("NVT Name"), severity, "");
      add(key, row.get("CVEs"));
    }
  }

  private void add(Key key, String references) {
    if (found.size() >= MOST && !found.containsKey(key)) {
      more++;
      return;
    }
    List<String> all = found.computeIfAbsent(key, k -> new ArrayList<>());
    all.addAll(List.of(references.split("[,\\s]+")));
  }
}
