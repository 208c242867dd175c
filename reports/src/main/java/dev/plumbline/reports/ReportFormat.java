package dev.plumbline.reports;

import dev.plumbline.engine.Assessment;
import java.io.IOException;
import java.io.OutputStream;

/** A form that a result can be written in. Found through {@code ServiceLoader}. */
public interface ReportFormat {
  /** Name on the command line, such as {@code html}. */
  String id();

  /** Name of the file, such as {@code report.html}. */
  String fileName();

  /** Writes the result, in UTF-8. The same input gives the same bytes. */
  void write(Assessment assessment, ReportContext context, OutputStream out) throws IOException;
}
