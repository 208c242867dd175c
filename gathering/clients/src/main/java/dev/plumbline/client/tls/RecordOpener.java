package dev.plumbline.client.tls;

/** Takes the protection off a record. */
@FunctionalInterface
public interface RecordOpener {
  /**
   * Opens one record.
   *
   * @param type content type of the record's header
   * @param version version of the record's header
   * @throws TlsFormatException if it was not made by the holder of the key
   */
  Opened open(int type, int version, byte[] content) throws TlsFormatException;

  /** What was inside. */
  @SuppressWarnings("ArrayRecordComponent") // Bytes of the wire, never compared.
  record Opened(int type, byte[] content) {}
}
