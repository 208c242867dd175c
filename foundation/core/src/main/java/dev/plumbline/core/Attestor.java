package dev.plumbline.core;

/** In what part somebody says that something is so. */
public enum Attestor {
  /** Who makes the product, or stands in for the maker. */
  MAKER,
  /** A test laboratory, which may be the maker's own. */
  LABORATORY,
  /** A body that certifies. */
  CERTIFICATION_BODY,
  /** Who runs the scheme, or enforces the law. */
  AUTHORITY
}
