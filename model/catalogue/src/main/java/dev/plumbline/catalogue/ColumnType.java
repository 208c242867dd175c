package dev.plumbline.catalogue;

/** What a cell of an IXIT table holds. */
public enum ColumnType {
  ID,
  TEXT,
  LIST,
  ENUM,
  BOOLEAN,
  NUMBER,
  DATE,
  URL,
  /** Network endpoints, {@code tcp/8443} or {@code udp/5353}. */
  ENDPOINTS
}
