package dev.plumbline.workbench.web;

import dev.plumbline.app.team.ProposedDecision.Attachment;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Files that a form sends: few, bounded by the server, each under a plain name. */
public final class Uploads {
  private static final int MOST = 8;
  private static final int LONGEST = 80;

  private Uploads() {}

  /** The files of a field; those without a byte are left out. */
  public static List<Attachment> of(Context ctx, String field) throws IOException {
    List<UploadedFile> sent = ctx.uploadedFiles(field).stream().filter(f -> f.size() > 0).toList();
    if (sent.size() > MOST) {
      throw new Refusal(
          413, "More than " + MOST + " files were sent.", "Send them with several decisions.");
    }
    List<Attachment> files = new ArrayList<>();
    for (UploadedFile file : sent) {
      try (InputStream in = file.content()) {
        files.add(new Attachment(name(file.filename()), in.readAllBytes()));
      }
    }
    return files;
  }

  /** The last part of a name, of letters, digits, dot, hyphen and underscore alone. */
  static String name(String sent) {
    String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    String plain = last.replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("^[._]+", "");
    String end = plain.substring(Math.max(0, plain.length() - LONGEST));
    return end.isEmpty() ? "file" : end;
  }
}
