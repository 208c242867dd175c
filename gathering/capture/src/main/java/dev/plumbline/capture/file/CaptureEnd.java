package dev.plumbline.capture.file;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a file said besides its frames.
 *
 * @param format {@code pcap} or {@code pcapng}
 * @param application that wrote it; empty where the file does not tell
 * @param interfaces names of the interfaces it was captured on, or their numbers
 * @param filters filters that the capture was made with
 * @param dropped frames that the capturing program missed; empty where the file does not tell
 * @param missing why the end of the file is missing; empty when the file is whole
 */
public record CaptureEnd(
    String format,
    String application,
    List<String> interfaces,
    List<String> filters,
    OptionalLong dropped,
    String missing) {
  public CaptureEnd {
    interfaces = List.copyOf(interfaces);
    filters = List.copyOf(filters);
  }

  public boolean whole() {
    return missing.isEmpty();
  }
}
