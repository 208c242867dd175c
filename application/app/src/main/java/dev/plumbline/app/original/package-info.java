/** The wording of the standards from the user's own copies: read, kept, compared, looked up. */
@org.jspecify.annotations.NullMarked
package dev.plumbline.app.original;
