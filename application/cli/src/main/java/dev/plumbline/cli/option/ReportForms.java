package dev.plumbline.cli.option;

import dev.plumbline.app.Reports;
import java.util.Iterator;

/** The installed report formats with what they are, for the help; read only when it is shown. */
public final class ReportForms implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Reports.choices().stream().map(f -> "%n  " + f.id() + ": " + f.about()).iterator();
  }
}
