package dev.plumbline.reports.mud;

import dev.plumbline.judging.Assessment;
import dev.plumbline.reports.JsonText;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.ReportFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** MUD (RFC 8520) with access lists (RFC 8519), from whom and what the IXIT names. */
public final class MudReport implements ReportFormat {
  @Override
  public String id() {
    return "mud";
  }

  @Override
  public String fileName() {
    return "mud.json";
  }

  @Override
  public String about() {
    return "manufacturer usage description from the IXIT";
  }

  @Override
  public Optional<String> lacks(Assessment assessment, ReportContext context) {
    return MudRules.of(context.dossier().ixit()).isSilent()
        ? Optional.of(
            "no row of the IXIT names contacts, so nothing is known of whom the device calls")
        : Optional.empty();
  }

  @Override
  public void write(Assessment assessment, ReportContext context, OutputStream out)
      throws IOException {
    JsonText.write(new MudFile(assessment, context).tree(), out);
  }
}
