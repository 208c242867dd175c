package dev.plumbline.capture.dissect;

import dev.plumbline.capture.file.Slice;
import dev.plumbline.capture.flow.Flow;
import dev.plumbline.core.BoundedPattern;
import java.util.Locale;

/** Requests of HTTP/1 and RTSP, and what they give away. */
final class HttpTalk implements Dissector {
  private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};
  private static final int LONGEST_HEAD = 24 * 1024;
  private static final int LONGEST_FORM = 16 * 1024;
  private static final BoundedPattern BEGINNING =
      BoundedPattern.compile("[A-Z][A-Z_-]{2,15} \\S{1,8000} (HTTP/1\\.[01]|RTSP/1\\.0)");
  private static final BoundedPattern METHOD = BoundedPattern.compile("^[A-Z][A-Z_-]{2,15} [/*hr]");

  private final Flow flow;
  private final HttpSecrets secrets;
  private final TrafficNotes notes;
  private long skip;
  private boolean answered;

  HttpTalk(Flow flow, TrafficNotes notes) {
    this.flow = flow;
    this.notes = notes;
    this.secrets = new HttpSecrets(flow, notes);
  }

  static boolean begins(Slice b) {
    return METHOD.matcher(b.atMost(32).ascii()).find();
  }

  @Override
  public int heard(boolean byClient, Slice b, long nanos) {
    if (!byClient) {
      return answer(b);
    }
    if (skip > 0) {
      int now = (int) Math.min(skip, b.length());
      skip -= now;
      return now;
    }
    int end = b.indexOf(HEAD_END, 0);
    if (end < 0) {
      return b.length() > LONGEST_HEAD ? DONE : 0;
    }
    String[] lines = b.part(0, end).ascii().split("\r\n");
    if (!BEGINNING.matcher(lines[0]).matches()) {
      return DONE;
    }
    HttpHead head = HttpHead.of(lines);
    flow.speaks(lines[0].contains(" RTSP/") ? "rtsp" : "http");
    long length = head.contentLength();
    boolean form = head.value("content-type").contains("form-urlencoded");
    boolean json = head.value("content-type").contains("json");
    if ((form || json) && length > 0 && length <= LONGEST_FORM) {
      // Waits until the whole body is there.
      secrets.body(b.part(end + 4, (int) length).ascii(), json, nanos);
      told(head, lines[0], nanos);
      return end + 4 + (int) length;
    }
    told(head, lines[0], nanos);
    if (length < 0 || head.value("transfer-encoding").contains("chunked")) {
      return DONE;
    }
    skip = length;
    return end + 4;
  }

  private void told(HttpHead head, String first, long nanos) {
    String[] parts = first.split(" ");
    String target = parts[1].replaceFirst("^[a-z]+://[^/]*", "");
    String path = target.isEmpty() ? "/" : target.split("[?#;]", 2)[0];
    notes.request(flow, parts[0], head.value("host"), path, nanos);
    notes.detail(flow, "user-agent", head.value("user-agent"));
    secrets.head(head, target, nanos);
    if (head.value("upgrade").toLowerCase(Locale.ROOT).contains("websocket")) {
      flow.speaks("websocket");
      notes.detail(flow, "upgrade", "websocket");
    }
  }

  private int answer(Slice b) {
    if (!answered && b.length() >= 12) {
      answered = true;
      int end = b.indexOf(HEAD_END, 0);
      if (end > 0) {
        HttpHead head = HttpHead.of(b.part(0, end).ascii().split("\r\n"));
        notes.detail(flow, "server", head.value("server"));
      }
    }
    return b.length();
  }

  @Override
  public boolean missed(boolean byClient) {
    return !byClient;
  }
}
