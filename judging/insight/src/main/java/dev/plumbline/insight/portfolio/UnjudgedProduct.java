package dev.plumbline.insight.portfolio;

/**
 * A dossier that has to be mended before anything can be said of its product.
 *
 * @param problems how many errors it has
 * @param first the first of them, with its place
 */
public record UnjudgedProduct(String folder, int problems, String first)
    implements PortfolioEntry {}
