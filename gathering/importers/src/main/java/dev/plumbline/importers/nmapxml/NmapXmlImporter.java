package dev.plumbline.importers.nmapxml;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.format.XmlInput;
import java.io.IOException;
import java.io.InputStream;

/** Reads the ports, services and script results of Nmap. */
public final class NmapXmlImporter implements Importer {
  private static final ImporterSpec SPEC = ImporterSpec.load(NmapXmlImporter.class);
  private static final BoundedPattern ROOT =
      BoundedPattern.compile(
          "\\A\\s*(?:<[?!][^<]*+(?<=>\\s{0,20}))*+<nmaprun\\s[^<>]{0,2000}scanner=\"nmap\"");

  @Override
  public ImporterSpec spec() {
    return SPEC;
  }

  @Override
  public boolean recognises(Head head) {
    return head.has("<nmaprun") && ROOT.matcher(head.text()).find();
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    NmapDocument document = new NmapDocument(reading);
    XmlInput.read(in, document);
    document.finish();
  }
}
