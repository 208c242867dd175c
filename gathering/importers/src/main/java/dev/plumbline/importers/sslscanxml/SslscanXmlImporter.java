package dev.plumbline.importers.sslscanxml;

import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.XmlInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** Reads versions, suites and certificates of sslscan. */
public final class SslscanXmlImporter implements Importer {
  private static final ImporterSpec SPEC = ImporterSpec.load(SslscanXmlImporter.class);

  @Override
  public ImporterSpec spec() {
    return SPEC;
  }

  @Override
  public boolean recognises(Head head) {
    return head.has("<document title=\"SSLScan Results\"");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Document document = new Document(reading);
    XmlInput.read(in, document);
    if (document.version.isEmpty()) {
      throw new MalformedImportException(
          ImportRefusal.OTHER_FORMAT, "it does not name the sslscan that wrote it");
    }
    reading.ran(new ToolRun(document.version, "", document.target, Optional.empty()));
    document.facts.tell(reading);
  }

  private static final class Document implements XmlInput.Handler {
    private final Reading reading;
    private final HeldFacts facts = new HeldFacts();
    private Optional<SslscanTest> test = Optional.empty();
    private String version = "";
    private String target = "";

    Document(Reading reading) {
      this.reading = reading;
    }

    @Override
    public void start(String name, Map<String, String> attributes, int line) {
      if (name.equals("document")) {
        version = attributes.getOrDefault("version", "");
      } else if (name.equals("ssltest")) {
        String host = attributes.getOrDefault("host", "");
        String port = attributes.getOrDefault("port", "");
        target = host + ":" + port;
        test = Optional.empty();
        if (reading.ofDevice(host)) {
          test = SslscanTest.at(host, port);
          if (test.isEmpty()) {
            reading.leftOut("a test without a port", line);
          }
        }
      } else if (test.isPresent()) {
        test.get().start(name, attributes);
      }
    }

    @Override
    public void end(String name, String text) {
      if (test.isEmpty()) {
        return;
      }
      if (name.equals("ssltest")) {
        test.get().tell(facts);
        test = Optional.empty();
      } else {
        test.get().end(name, text);
      }
    }
  }
}
