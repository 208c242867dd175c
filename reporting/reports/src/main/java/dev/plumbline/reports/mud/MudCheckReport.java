package dev.plumbline.reports.mud;

import dev.plumbline.judging.Assessment;
import dev.plumbline.reports.JsonText;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.ReportFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** What captures show, held against the MUD file. No verdict rests on it. */
public final class MudCheckReport implements ReportFormat {
  @Override
  public String id() {
    return "mud-check";
  }

  @Override
  public String fileName() {
    return "mud-check.json";
  }

  @Override
  public String about() {
    return "how captured traffic compares with the MUD file";
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
    JsonText.write(MudCheck.of(assessment, context), out);
  }
}
