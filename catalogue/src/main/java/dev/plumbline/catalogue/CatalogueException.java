package dev.plumbline.catalogue;

/** The shipped catalogue, or a file of the same kind that a user brought, cannot be used. */
public final class CatalogueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CatalogueException(String message) {
    super(message);
  }
}
