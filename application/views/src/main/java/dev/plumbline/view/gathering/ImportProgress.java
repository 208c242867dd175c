package dev.plumbline.view.gathering;

import dev.plumbline.importing.ImportRun;
import dev.plumbline.view.Style;
import dev.plumbline.view.Text;
import java.io.PrintWriter;
import java.nio.file.Path;

/** How far a file is read: a moving line on a terminal, nothing elsewhere. */
public record ImportProgress(PrintWriter out, Path file) implements ImportRun.Listener {
  @Override
  public void at(long bytes, long of) {
    if (Style.ofTerminal().colours()) {
      out.printf(
          "\r\u001b[2K  … %s %3d %%\r",
          Text.safe(String.valueOf(file.getFileName())), of == 0 ? 100 : 100 * bytes / of);
      out.flush();
    }
  }
}
