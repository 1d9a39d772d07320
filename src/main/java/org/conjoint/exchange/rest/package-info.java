/** The REST interface for data engineers: imports, exports and the jobs that run them ({@code docs/formats/rest.md}). */
@NullMarked
package org.conjoint.exchange.rest;

import org.jspecify.annotations.NullMarked;
