package dev.plumbline.workbench.page;

import dev.plumbline.core.disk.Scratch;
import dev.plumbline.workbench.web.Refusal;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that a form sends: few, bounded, and under a name of ours that keeps only their own end.
 */
final class Uploads implements AutoCloseable {
  private static final int MOST = 8;
  private static final int LONGEST = 80;

  private final Path folder;
  private final List<Path> files = new ArrayList<>();

  private Uploads(Path folder) {
    this.folder = folder;
  }

  /** The files of a field; those without a byte are left out. */
  static Uploads of(Context ctx, String field) throws IOException {
    Uploads uploads = new Uploads(Scratch.ofProcess().folder("upload-"));
    List<UploadedFile> sent = ctx.uploadedFiles(field).stream().filter(f -> f.size() > 0).toList();
    if (sent.size() > MOST) {
      uploads.close();
      throw new Refusal(
          413, "More than " + MOST + " files were sent.", "Send them with several decisions.");
    }
    for (int i = 0; i < sent.size(); i++) {
      // A folder of its own for each: two files may have one name.
      Path file = Files.createDirectory(uploads.folder.resolve("f" + i)).resolve(name(sent.get(i)));
      try (InputStream in = sent.get(i).content()) {
        Files.copy(in, file);
      }
      uploads.files.add(file);
    }
    return uploads;
  }

  /** The last part of a name, of letters, digits, dot, hyphen and underscore alone. */
  static String name(String sent) {
    String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    String plain = last.replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("^[._]+", "");
    String end = plain.substring(Math.max(0, plain.length() - LONGEST));
    return end.isEmpty() ? "file" : end;
  }

  private static String name(UploadedFile file) {
    return name(file.filename());
  }

  List<Path> files() {
    return List.copyOf(files);
  }

  @Override
  public void close() throws IOException {
    Scratch.delete(folder);
  }
}
