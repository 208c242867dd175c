package dev.plumbline.reports.openvex;

import dev.plumbline.judging.Assessment;
import dev.plumbline.reports.JsonText;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.ReportFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** OpenVEX 0.2.0 of statements that imported files carry; nothing is stated that nobody stated. */
public final class OpenvexReport implements ReportFormat {
  @Override
  public String id() {
    return "openvex";
  }

  @Override
  public String fileName() {
    return "openvex.json";
  }

  @Override
  public String about() {
    return "what was stated of known vulnerabilities, as OpenVEX";
  }

  @Override
  public Optional<String> lacks(Assessment assessment, ReportContext context) {
    return new VexDocument(assessment, context).statements().isEmpty()
        ? Optional.of(
            "nobody has stated anything of a known vulnerability of this version that OpenVEX can"
                + " say")
        : Optional.empty();
  }

  @Override
  public void write(Assessment assessment, ReportContext context, OutputStream out)
      throws IOException {
    JsonText.write(new VexDocument(assessment, context).tree(), out);
  }
}
