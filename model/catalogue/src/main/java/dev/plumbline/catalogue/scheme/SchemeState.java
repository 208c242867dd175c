package dev.plumbline.catalogue.scheme;

/** Whether a product can come under it, at the date of the facts. */
public enum SchemeState {
  ACTIVE,
  /** It gives no new labels. */
  CLOSED,
  /** It is made, or foreseen, and has taken no product. */
  NOT_OPEN,
  /** Nothing that was found says so. */
  UNKNOWN
}
