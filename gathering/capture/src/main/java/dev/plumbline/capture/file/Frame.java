package dev.plumbline.capture.file;

/**
 * One captured frame.
 *
 * @param nanos time of capture, in nanoseconds since 1970; 0 where the file does not tell
 * @param link what the frame begins with, as a LINKTYPE number of tcpdump.org
 * @param bytes what was captured of it; good only until the next frame is read
 * @param original bytes that the frame had on the network
 */
public record Frame(long nanos, int link, Slice bytes, long original) {
  /** Whether the end of the frame was not captured. */
  public boolean cut() {
    return original > bytes.length();
  }
}
