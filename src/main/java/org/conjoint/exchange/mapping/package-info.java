/** Mapping files: which columns or JSON pointers of a foreign data set are our fields ({@code docs/formats/mapping.md}). */
@NullMarked
package org.conjoint.exchange.mapping;

import org.jspecify.annotations.NullMarked;
