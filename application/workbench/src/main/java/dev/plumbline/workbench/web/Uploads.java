package dev.plumbline.workbench.web;

import dev.plumbline.app.team.ProposedDecision.Attachment;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;

/** Files that a form sends: few, bounded by the server, each under a plain name. */
public final class Uploads {
  private static final System.Logger LOG = System.getLogger(Uploads.class.getName());

  /** Bytes of one request, with all of its files. */
  public static final long MOST_BYTES = 64L << 20;

  /** Bytes that are read of a request that is too long. */
  private static final long MOST_DISCARDED = 1L << 30;

  private static final int MOST = 8;
  private static final int LONGEST = 80;

  private Uploads() {}

  /**
   * Refuses a request that says that it is too long, before anything of it is kept.
   *
   * @param known whether it comes from somebody who was let in
   * @throws Refusal 413 if it is
   */
  public static void checkLength(Context ctx, boolean known) {
    if (ctx.req().getContentLengthLong() > MOST_BYTES) {
      if (known && Optional.ofNullable(ctx.header("Expect")).isEmpty()) {
        discard(ctx);
      }
      throw tooLong();
    }
  }

  // A browser reads no answer before it has sent all, and shows a failure of the network instead.
  private static void discard(Context ctx) {
    byte[] part = new byte[1 << 16];
    long left = MOST_DISCARDED;
    try {
      InputStream body = ctx.req().getInputStream();
      for (int read = 0; read >= 0 && left > 0; left -= read) {
        read = body.read(part);
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "what was too long ended early", e);
    }
  }

  /** What to answer to a form that the server failed to read; empty for other failures. */
  public static Optional<Refusal> unreadable(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalStateException && named(cause, "max length exceeded")) {
        return Optional.of(tooLong());
      }
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpException e && e.getCode() == HttpStatus.BAD_REQUEST.getCode()) {
        return Optional.of(
            new Refusal(400, "What was sent cannot be read.", "Load the page and send it again."));
      }
    }
    return Optional.empty();
  }

  // The server has no other sign of it.
  private static boolean named(Throwable cause, String text) {
    return Optional.ofNullable(cause.getMessage()).filter(m -> m.contains(text)).isPresent();
  }

  /** What to answer where the server itself refuses a request. */
  public static Refusal refusal(HttpResponseException refused) {
    return refused.getStatus() == HttpStatus.CONTENT_TOO_LARGE.getCode()
        ? tooLong()
        : new Refusal(
            refused.getStatus(),
            "This request cannot be answered.",
            "Go back, load the page again and repeat what you did.");
  }

  private static Refusal tooLong() {
    return new Refusal(
        413,
        "More than " + (MOST_BYTES >> 20) + " MiB were sent, so nothing was saved.",
        "Send smaller or fewer files.");
  }

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
