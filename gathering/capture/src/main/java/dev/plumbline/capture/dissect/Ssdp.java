package dev.plumbline.capture.dissect;

import dev.plumbline.capture.file.Slice;
import dev.plumbline.capture.flow.Flow;

/** Searches and announcements of UPnP. */
final class Ssdp {
  private Ssdp() {}

  static boolean said(Flow flow, TrafficNotes notes, boolean byDevice, Slice b, long nanos) {
    boolean search = b.startsWith("M-SEARCH ");
    boolean announcement = b.startsWith("NOTIFY ");
    if (!search && !announcement && !b.startsWith("HTTP/1.")) {
      return false;
    }
    flow.speaks("ssdp");
    HttpHead head = HttpHead.of(b.ascii().split("\r?\n"));
    if (byDevice && search) {
      notes.named(flow, "ssdp", false, head.value("st"), "search", nanos);
    } else if (byDevice) {
      notes.named(flow, "ssdp", true, head.value(announcement ? "nt" : "st"), "type", nanos);
      notes.detail(flow, "server", head.value("server"));
      notes.detail(flow, "location", head.value("location"));
    }
    return true;
  }
}
