package dev.plumbline.reports;

import dev.plumbline.judging.Assessment;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** A form that a result can be written in. Found through {@code ServiceLoader}. */
public interface ReportFormat {
  /** Name on the command line, such as {@code html}. */
  String id();

  /** Name of the file, such as {@code report.html}. */
  String fileName();

  /** What it is, for the help of the command: a few words. */
  String about();

  /** Whether it is written when nobody asks for a form. */
  default boolean usual() {
    return false;
  }

  /** Whether it tells of the other files, and so is written after them. */
  default boolean last() {
    return false;
  }

  /** Why there is nothing to write, as a clause; empty when there is. */
  default Optional<String> lacks(Assessment assessment, ReportContext context) {
    return Optional.empty();
  }

  /** Writes the result, in UTF-8. The same input gives the same bytes. */
  void write(Assessment assessment, ReportContext context, OutputStream out) throws IOException;
}
