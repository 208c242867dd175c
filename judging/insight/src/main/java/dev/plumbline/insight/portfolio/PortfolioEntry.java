package dev.plumbline.insight.portfolio;

/** A dossier of a portfolio. */
public sealed interface PortfolioEntry permits JudgedProduct, UnjudgedProduct {
  /** Where it lies, as it was named. */
  String folder();
}
